import { t } from '../../i18n';
import type { WordedSentence } from '../../sync/wording';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/waiting';
import type { Asked } from './assistant-state';
import { useRoom } from './state';
import './worded.css';

/** The place of a quotation, so that a sentence can lead to it. */
export const placeOf = (asked: string, number: number) => `quotation-${asked}-${number}`;

/** On a tap the answer in the words of the office's language model, above the quotations that prove it. */
export function WordedAnswer({ asked }: { asked: Asked }) {
  const { assistant } = useRoom();
  const { answer, worded } = asked;
  const words = t().worded;
  if (!answer?.wording) {
    return null;
  }
  if (!worded) {
    return (
      <div class="stack">
        <Button size="small" icon="sparkles" onClick={() => assistant.word(asked.id)}>
          {words.ask}
        </Button>
        <p class="quiet small">{words.hint}</p>
      </div>
    );
  }
  return (
    <section class="worded stack" aria-label={words.heading}>
      <Badge icon="sparkles" tone="warn">
        {words.heading}
      </Badge>
      {worded.sentences.map((sentence, at) => (
        <Said key={at} sentence={sentence} asked={asked.id} />
      ))}
      {worded.how === '' ? <Loading word={words.working} /> : <Ended asked={asked} />}
    </section>
  );
}

function Said({ sentence, asked }: { sentence: WordedSentence; asked: string }) {
  return (
    <p class="worded-sentence">
      {sentence.text}{' '}
      {sentence.cited.map(number => (
        <button
          key={number}
          type="button"
          class="worded-cited"
          aria-label={t().worded.cited(number)}
          onClick={() => show(placeOf(asked, number))}
        >
          [{number}]
        </button>
      ))}
    </p>
  );
}

function Ended({ asked }: { asked: Asked }) {
  const { assistant } = useRoom();
  const words = t().worded;
  const { how = 'whole', dropped = 0, sentences = [] } = asked.worded ?? {};
  const ended = how === '' ? 'whole' : how;
  const said = [
    ended === 'whole' ? '' : words.ended[ended],
    ended === 'whole' && sentences.length === 0 ? words.nothing : '',
    dropped > 0 && sentences.length > 0 ? words.dropped(dropped) : '',
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="quiet small">{said.join(' ')}</p>}
      {ended !== 'whole' && (
        <Button size="small" kind="quiet" icon="refreshCw" onClick={() => assistant.word(asked.id)}>
          {words.again}
        </Button>
      )}
    </>
  );
}

function show(id: string): void {
  const quotation = document.getElementById(id);
  quotation?.scrollIntoView({ block: 'center' });
  quotation?.focus({ preventScroll: true });
}
