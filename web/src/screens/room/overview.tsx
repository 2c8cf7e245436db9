import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { pieces } from '../../rules/emphasis';
import { groupsOf } from '../../rules/packet';
import {
  briefOf,
  type FigureValue,
  figuresOf,
  type PaperBrief,
  type Quoted,
  type SummaryLength,
  summaryOf,
} from '../../sync/overview';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Empty, Loading } from '../../ui/waiting';
import { useAnswer } from '../parts/use-answer';
import { useRaise, useRoom } from './state';
import '../../styles/overview.css';

type Sight = 'summary' | 'brief' | 'figures';
const LENGTHS: readonly SummaryLength[] = ['3', '5', '10'];

/** What can be laid out without a question: a summary, the brief of the packet, differing figures. */
export function Overview() {
  const room = useRoom();
  const raise = useRaise();
  const words = t().overview;
  const paper = room.paper.value;
  const show = (sight: Sight) =>
    raise(close => (
      <Dialog heading={words[sight]} shape="page" onClose={close}>
        {sight === 'summary' && paper && <Summary paper={paper} onOpened={close} />}
        {sight === 'brief' && <Brief onOpened={close} />}
        {sight === 'figures' && <Figures onOpened={close} />}
      </Dialog>
    ));
  return (
    <div class="overview-buttons">
      {paper && room.version.value && (
        <Button size="small" icon="fileText" onClick={() => show('summary')}>
          {words.summary}
        </Button>
      )}
      <Button size="small" icon="listOrdered" onClick={() => show('brief')}>
        {words.brief}
      </Button>
      <Button size="small" icon="minimize" onClick={() => show('figures')}>
        {words.figures}
      </Button>
    </div>
  );
}

interface LaidOutProps<Answer> {
  ask: () => Promise<Answer>;
  reasons: readonly unknown[];
  children: (answer: Answer) => ComponentChildren;
}

/** Waits for the answer, and offers to ask again when none came. */
function LaidOut<Answer>({ ask, reasons, children }: LaidOutProps<Answer>) {
  const [again, setAgain] = useState(0);
  const answer = useAnswer(ask, [...reasons, again]);
  if (answer === 'waiting') {
    return <Loading word={t().overview.working} />;
  }
  if (answer === 'failed') {
    return (
      <Empty icon="circleAlert" onRetry={() => setAgain(again + 1)}>
        {t().overview.failed}
      </Empty>
    );
  }
  return <>{children(answer)}</>;
}

interface ShownProps {
  onOpened: () => void;
}

function Summary({ paper, onOpened }: ShownProps & { paper: string }) {
  const { stream } = useRoom();
  const [length, setLength] = useState<SummaryLength>('5');
  const words = t().overview;
  return (
    <div class="stack">
      <h3>{stream.records.row('paper', paper)?.title}</h3>
      <fieldset class="overview-lengths">
        <legend class="small">{words.length}</legend>
        {LENGTHS.map(one => (
          <Button key={one} size="small" pressed={one === length} onClick={() => setLength(one)}>
            {words.sentences(one)}
          </Button>
        ))}
      </fieldset>
      <p class="small quiet">{words.own}</p>
      <LaidOut ask={() => summaryOf(stream.id, paper, length)} reasons={[paper, length]}>
        {sentences =>
          sentences.length ? (
            <Sentences sentences={sentences} onOpened={onOpened} />
          ) : (
            <Empty icon="fileText">{words.noText}</Empty>
          )
        }
      </LaidOut>
    </div>
  );
}

/** Under each item of the agenda, and each group beside it, the main sentences of its papers. */
function Brief({ onOpened }: ShownProps) {
  const { stream } = useRoom();
  const { records } = stream;
  const items = agenda(records.of('item').value).map(
    ([id, { title }], at) => [id, `${at + 1}. ${title}`] as const,
  );
  const groups = groupsOf(records.of('paper_group').value).map(([id, { title }]) => [id, title] as const);
  const placeOf = ({ paper }: PaperBrief) => records.row('paper', paper)?.item;
  const positionOf = ({ paper }: PaperBrief) => records.row('paper', paper)?.position ?? 0;
  return (
    <div class="stack">
      <p class="small quiet">{t().overview.own}</p>
      <LaidOut ask={() => briefOf(stream.id)} reasons={[stream.id]}>
        {papers =>
          [...items, ...groups]
            .map(([id, title]) => ({ id, title, own: papers.filter(paper => placeOf(paper) === id) }))
            .filter(({ own }) => own.length > 0)
            .map(({ id, title, own }) => (
              <section key={id} class="overview-item" aria-label={title}>
                <h3>{title}</h3>
                {own
                  .sort((one, other) => positionOf(one) - positionOf(other))
                  .map(({ paper, title: name, sentences }) => (
                    <div key={paper}>
                      <p class="overview-paper">{name}</p>
                      <Sentences sentences={sentences} onOpened={onOpened} />
                    </div>
                  ))}
              </section>
            ))
        }
      </LaidOut>
    </div>
  );
}

function Sentences({ sentences, onOpened }: ShownProps & { sentences: readonly Quoted[] }) {
  return (
    <ul class="overview-sentences">
      {sentences.map(said => (
        <li key={`${said.page} ${said.quote}`}>
          <OpenQuotation said={said} onOpened={onOpened}>
            {said.quote}
          </OpenQuotation>
        </li>
      ))}
    </ul>
  );
}

/** A quotation is a button: it opens the page and lights the sentence. */
function OpenQuotation({
  said,
  onOpened,
  children,
}: ShownProps & { said: Quoted; children: ComponentChildren }) {
  const room = useRoom();
  const open = () => {
    onOpened();
    room.open(said.paper, said.page, [{ page: said.page, quads: said.quads }], said.version);
  };
  return (
    <button type="button" class="overview-quotation" onClick={open}>
      <span>{children}</span>
      <span class="quiet small">{t().overview.page(said.page)}</span>
    </button>
  );
}

/** The same indicator as several papers state it; no verdict is given. */
function Figures({ onOpened }: ShownProps) {
  const { stream } = useRoom();
  const words = t().overview;
  return (
    <div class="stack">
      <p class="small quiet">{words.figuresHint}</p>
      <LaidOut ask={() => figuresOf(stream.id)} reasons={[stream.id]}>
        {({ groups, names }) =>
          groups.length === 0 ? (
            <Empty icon="circleCheck">{words.noFigures}</Empty>
          ) : (
            groups.map((group, at) => (
              <section key={at} class="overview-group">
                <h3>{names[at] || words.group(at + 1)}</h3>
                <ul>
                  {group.map(value => (
                    <li key={`${value.said.paper} ${value.at[0]} ${value.said.quote}`}>
                      <OneFigure value={value} onOpened={onOpened} />
                    </li>
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </LaidOut>
    </div>
  );
}

function OneFigure({ value: { said, at, date, scope }, onOpened }: ShownProps & { value: FigureValue }) {
  const words = t().overview;
  return (
    <>
      <p class="overview-paper">{said.title}</p>
      {date && <p class="small">{words.date(date)}</p>}
      <OpenQuotation said={said} onOpened={onOpened}>
        {pieces(said.quote, [at]).map((piece, index) =>
          piece.strong ? <mark key={index}>{piece.text}</mark> : piece.text,
        )}
      </OpenQuotation>
      {scope && (
        <details class="overview-scope">
          <summary class="small">{words.scope}</summary>
          <OpenQuotation said={scope} onOpened={onOpened}>
            {scope.quote}
          </OpenQuotation>
        </details>
      )}
    </>
  );
}
