import { t } from '../../i18n';
import { go } from '../../route';
import { pieces } from '../../rules/emphasis';
import { date } from '../../rules/time';
import { Button } from '../../ui/button';
import { asked } from '../room/asked';
import type { Answer, Passage } from '../room/assistant-state';
import './archive.css';

interface Kept extends Passage {
  meeting: { stream: string; title: string; starts_at: number };
}

export interface ArchiveAnswer extends Pick<Answer, 'state' | 'question' | 'mode' | 'comparison'> {
  passages: Kept[];
  papers: number;
  meetings: number;
  missing: number;
}

interface FoundProps {
  answer: ArchiveAnswer;
  typed: string;
}

/** What the papers say, paper by paper, each with its meeting and day; the paper of the best sentence first. */
export function Found({ answer, typed }: FoundProps) {
  const words = t().archive;
  if (answer.papers === 0) {
    return <p>{words.nothing}</p>;
  }
  const refused = answer.passages.length ? words.refused : words.refusedAlone;
  return (
    <>
      {answer.question !== typed && <p class="quiet small">{t().assistant.understood(answer.question)}</p>}
      {answer.mode === 'keywords' && <p class="quiet small">{t().assistant.keywords}</p>}
      <p>{answer.state === 'refused' ? refused : words[answer.state]}</p>
      <div class={answer.comparison ? 'compared' : undefined}>
        {byPaper(answer.passages).map(passages => (
          <Paper key={passages[0]!.version} passages={passages} emphasised={answer.state !== 'refused'} />
        ))}
      </div>
      <p class="quiet small">
        {words.searched(answer.papers, answer.meetings)} {answer.missing > 0 && words.missing(answer.missing)}
      </p>
    </>
  );
}

function byPaper(passages: readonly Kept[]): Kept[][] {
  const papers = new Map<string, Kept[]>();
  for (const passage of passages) {
    papers.set(passage.version, [...(papers.get(passage.version) ?? []), passage]);
  }
  return [...papers.values()];
}

function Paper({ passages, emphasised }: { passages: readonly Kept[]; emphasised: boolean }) {
  const { title, meeting } = passages[0]!;
  return (
    <section class="archive-paper stack">
      <h2>{title}</h2>
      <p class="quiet small">{t().archive.of(meeting.title, date(meeting.starts_at))}</p>
      <ol class="stack">
        {passages.map(passage => (
          <Quotation key={`${passage.page} ${passage.quote}`} passage={passage} emphasised={emphasised} />
        ))}
      </ol>
    </section>
  );
}

function Quotation({ passage, emphasised }: { passage: Kept; emphasised: boolean }) {
  const { meeting, paper, version, page, boxes } = passage;
  const open = () => {
    asked.value = { paper, version, page: boxes[0]?.page ?? page, lit: boxes };
    go(`/meeting/${meeting.stream}/room`);
  };
  return (
    <li class="said-card">
      <blockquote class="said-text">
        {passage.before && <span class="quiet">{passage.before} </span>}
        {pieces(passage.quote, emphasised ? passage.emphasis : []).map((piece, index) =>
          piece.strong ? <mark key={index}>{piece.text}</mark> : piece.text,
        )}
        {passage.after && <span class="quiet"> {passage.after}</span>}
      </blockquote>
      {passage.column && <p class="small">{t().listed.column(passage.column)}</p>}
      {passage.date && <p class="small">{t().overview.date(passage.date)}</p>}
      <Button size="small" icon="bookOpenText" onClick={open}>
        {t().archive.openPage(page)}
      </Button>
    </li>
  );
}
