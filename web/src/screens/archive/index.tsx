import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { request, sentence } from '../../sync/api';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { type ArchiveAnswer, Found } from './found';
import { EVERYTHING, Narrowing } from './narrowing';
import '../room/cards.css';
import '../../styles/overview.css';

type Shown = { question: string } & ({ answer: ArchiveAnswer } | { failure: string } | { waiting: true });

const LONGEST = 500;
const PATIENCE = 30_000;

/** One question to the papers of all meetings; a quotation opens its page in its own meeting. */
export default function Archive() {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Shown | null>(null);
  const [narrowed, setNarrowed] = useState(EVERYTHING);
  const waiting = found !== null && 'waiting' in found;
  const submit = async () => {
    const question = words.trim();
    if (!question || waiting) {
      return;
    }
    setFound({ question, waiting: true });
    try {
      const body = { question, ...narrowed };
      const answer = await request<ArchiveAnswer>('POST', '/api/archive/ask', { body, patience: PATIENCE });
      setFound({ question, answer });
    } catch (error) {
      setFound({ question, failure: sentence(error) });
    }
  };
  return (
    <div class="home">
      <HomeBar />
      <main class="page stack">
        <a href="#/">{t().room.home}</a>
        <h1>{t().archive.heading}</h1>
        <p class="small quiet">{t().archive.hint}</p>
        <TextArea
          label={t().archive.ask}
          value={words}
          onValue={setWords}
          maxLength={LONGEST}
          rows={2}
          onEnter={submit}
        />
        <Narrowing narrowed={narrowed} onNarrowed={setNarrowed} />
        <div>
          <Button kind="primary" icon="sparkles" disabled={!words.trim() || waiting} onClick={submit}>
            {t().assistant.send}
          </Button>
        </div>
        <div aria-live="polite">{found && <Said found={found} />}</div>
      </main>
    </div>
  );
}

function Said({ found }: { found: Shown }) {
  return (
    <section class="answer stack">
      <p class="asked">{found.question}</p>
      {'waiting' in found && <Loading word={t().archive.searching} />}
      {'failure' in found && (
        <Badge icon="circleAlert" tone="stop">
          {found.failure}
        </Badge>
      )}
      {'answer' in found && <Found answer={found.answer} typed={found.question} />}
    </section>
  );
}
