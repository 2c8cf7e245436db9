import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { pieces } from '../../rules/emphasis';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Loading } from '../../ui/waiting';
import { pagesOf } from '../parts/remarks';
import { AboutPassage, AskedBefore, ReportAnswer } from './asked-before';
import type { Answer, Asked, Passage } from './assistant-state';
import { SideBySide } from './compared';
import { ListAnswer } from './listed';
import { Overview } from './overview';
import { useDraft, useRoom } from './state';
import { placeOf, WordedAnswer } from './worded';
import './cards.css';

const LONGEST = 500;

/** A question field, three questions that the papers can answer, and the answers as quotations. */
export function AssistantPanel() {
  const { assistant } = useRoom();
  const [question, setQuestion] = useDraft('question');
  const asked = assistant.asked.value;
  useEffect(() => void assistant.suggest(), []);
  const ask = async (words: string) => {
    setQuestion('');
    await assistant.ask(words);
  };
  const submit = () => (question.trim() ? ask(question.trim()) : undefined);
  return (
    <>
      <AboutPassage onAsk={ask} />
      <div class="stack">
        <TextArea
          label={t().assistant.ask}
          hint={t().assistant.hint}
          value={question}
          onValue={setQuestion}
          maxLength={LONGEST}
          rows={2}
          onEnter={submit}
        />
        <Button
          kind="primary"
          icon="sparkles"
          disabled={!question.trim() || assistant.busy.value}
          onClick={submit}
        >
          {t().assistant.send}
        </Button>
      </div>
      <Overview />
      {asked.length === 0 && <Suggestions onAsk={ask} />}
      <div class="stack" aria-live="polite">
        {asked.map(one => (
          <Conversation key={one.id} asked={one} />
        ))}
      </div>
      {asked.length > 0 && (
        <Button kind="quiet" size="small" icon="trash2" onClick={() => assistant.clear()}>
          {t().assistant.clear}
        </Button>
      )}
      <AskedBefore onAsk={ask} />
    </>
  );
}

function Suggestions({ onAsk }: { onAsk: (question: string) => unknown }) {
  const questions = useRoom().assistant.suggestions.value;
  if (questions.length === 0) {
    return null;
  }
  return (
    <div class="stack">
      <h3 class="panel-heading">{t().assistant.suggestions}</h3>
      {questions.map(question => (
        <button key={question} type="button" class="suggestion" onClick={() => onAsk(question)}>
          {question}
        </button>
      ))}
    </div>
  );
}

function Conversation({ asked }: { asked: Asked }) {
  const section = useRef<HTMLElement>(null);
  const waiting = !asked.answer && !asked.failure;
  useEffect(() => {
    if (waiting) {
      section.current?.scrollIntoView({ block: 'nearest' });
    }
  }, []);
  return (
    <section class="answer stack" ref={section}>
      <p class="asked">{asked.question}</p>
      {asked.failure && (
        <Badge icon="circleAlert" tone="stop">
          {asked.failure}
        </Badge>
      )}
      {asked.answer && <Answered answer={asked.answer} asked={asked} />}
      {asked.answer && <ReportAnswer asked={asked} />}
      {waiting && <Loading word={t().assistant.asking} />}
    </section>
  );
}

function Answered({ answer, asked }: { answer: Answer; asked: Asked }) {
  const texts = t().assistant;
  const refused = answer.passages.length ? texts.refused : texts.refusedAlone;
  return (
    <>
      {answer.question !== asked.question && <p class="quiet small">{texts.understood(answer.question)}</p>}
      {answer.within.length > 0 && <p class="quiet small">{t().cited.within(answer.within)}</p>}
      {answer.mode === 'keywords' && <p class="quiet small">{texts.keywords}</p>}
      {answer.missing.length > 0 && <p class="quiet small">{texts.missing(answer.missing)}</p>}
      {answer.unread.length > 0 && <p class="quiet small">{unreadWords(answer)}</p>}
      <p>{answer.state === 'refused' ? refused : texts[answer.state]}</p>
      {answer.comparison && answer.passages.length > 1 && (
        <SideBySide answer={answer} question={asked.question} />
      )}
      <WordedAnswer asked={asked} />
      <ListAnswer asked={asked} />
      <ol class="stack">
        {answer.passages.map(
          (passage, at) =>
            passage.part === '' && (
              <Quotation
                key={`${passage.version} ${passage.page} ${passage.quote}`}
                passage={passage}
                place={placeOf(asked.id, at + 1)}
                number={answer.wording ? at + 1 : 0}
                emphasised={answer.state !== 'refused'}
              />
            ),
        )}
      </ol>
    </>
  );
}

function unreadWords({ unread }: Answer): string {
  const texts = t().reading;
  return texts.unread(unread.map(({ title, pages }) => texts.unreadPaper(title, pagesOf(pages))).join('; '));
}

interface QuotationProps {
  passage: Passage;
  emphasised: boolean;
  place: string;
  /** Where sentences refer to it, else 0. */
  number: number;
}

/** The words of the paper, unchanged; those that answer the question are emphasised. */
function Quotation({ passage, emphasised, place, number }: QuotationProps) {
  const room = useRoom();
  const open = () => room.open(passage.paper, passage.boxes[0]?.page ?? passage.page, passage.boxes);
  return (
    <li class="said-card" id={place} tabIndex={-1}>
      <blockquote class="said-text">
        {passage.before && <span class="quiet">{passage.before} </span>}
        {pieces(passage.quote, emphasised ? passage.emphasis : []).map((piece, index) =>
          piece.strong ? <mark key={index}>{piece.text}</mark> : piece.text,
        )}
        {passage.after && <span class="quiet"> {passage.after}</span>}
      </blockquote>
      <p class="quiet small">
        {number > 0 && <span class="quotation-number">[{number}] </span>}
        {t().assistant.source(passage.title, passage.page)}
      </p>
      {passage.column && <p class="small">{t().listed.column(passage.column)}</p>}
      {passage.date && <p class="small">{t().overview.date(passage.date)}</p>}
      <Button size="small" icon="bookOpenText" onClick={open}>
        {t().assistant.openPage}
      </Button>
      {passage.links.map(({ start, label, to }) => (
        <Button
          key={start}
          size="small"
          kind="quiet"
          icon="quote"
          onClick={() => room.open(to.paper, to.page, [{ page: to.page, quads: to.quads }], to.version)}
        >
          {t().cited.open(label)}
        </Button>
      ))}
    </li>
  );
}
