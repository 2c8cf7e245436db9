import { useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { RollCallRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { NO_MARKS } from '../../rules/ballots';
import { byUnit, type Filter, filtersOf, narrowed, type RollLine, rollLines } from '../../rules/roll-call';
import { askAgain, type BallotLine, rollCallOf } from '../../sync/roll-call';
import type { Stream } from '../../sync/stream';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { useClosing } from '../../ui/closing';
import { Dialog } from '../../ui/dialog';
import { Choice, Field } from '../../ui/field';
import type { IconName } from '../../ui/icon';
import { Tabs } from '../../ui/tabs';
import { Empty, Loading } from '../../ui/waiting';
import { ballotWords } from '../room/own-ballot';
import { UnitTable } from './roll-call-units';
import './roll-call.css';

export interface RollCallProps {
  stream: Stream;
  vote: Entry<VoteRecord>;
}

/** Who voted how, one tap away, wherever the result of a published open vote stands. */
export function RollCallButton({ stream, vote, onShow }: RollCallProps & { onShow: () => void }) {
  return stream.records.row('roll_call', vote[0]) ? (
    <Button size="small" icon="users" onClick={onShow}>
      {t().namedBallots.open}
    </Button>
  ) : null;
}

export function RollCallDialog({ stream, vote, onClose }: RollCallProps & { onClose: () => void }) {
  const announced = stream.records.row('roll_call', vote[0]);
  useClosing(!announced, onClose);
  return announced ? (
    <Dialog heading={t().namedBallots.heading(vote[1].question)} shape="page" onClose={onClose}>
      <Body stream={stream} vote={vote} announced={announced} />
    </Dialog>
  ) : null;
}

function Body({ stream, vote, announced }: RollCallProps & { announced: RollCallRecord }) {
  const found = rollCallOf(stream.id, vote[0]).value;
  switch (found.state) {
    case 'loading':
      return <Loading word={t().namedBallots.loading} />;
    case 'failed':
      return (
        <Empty icon="wifiOff" onRetry={() => askAgain(stream.id, vote[0])}>
          {found.reason}
        </Empty>
      );
    case 'ready':
      return <List stream={stream} vote={vote[1]} announced={announced} lines={found.lines} />;
  }
}

interface ListProps {
  stream: Stream;
  vote: VoteRecord;
  announced: RollCallRecord;
  lines: readonly BallotLine[];
}

function List({ stream, vote, announced, lines }: ListProps) {
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<Filter>('');
  const [view, setView] = useState<'list' | 'units'>('list');
  const members = stream.records.of('member').value;
  const former = stream.records.of('former_member').value;
  const all = useMemo(() => rollLines(lines, new Map([...former, ...members])), [lines, members, former]);
  const shown = useMemo(() => narrowed(all, words, filter), [all, words, filter]);
  const filters = filtersOf(vote);
  const texts = t().namedBallots;
  return (
    <div class="stack">
      <p class="small">
        {texts.said(announced.cast, announced.of)} {announced.by_hand > 0 && texts.byHand(announced.by_hand)}
      </p>
      <div class="two-fields">
        <Field label={texts.search} type="search" value={words} onValue={setWords} />
        <Choice<Filter>
          label={texts.show}
          value={filter}
          choices={[['', texts.all], ...filters.map(one => [one, filterWords(vote, one)] as const)]}
          onValue={setFilter}
        />
      </div>
      <p class="small quiet figures" role="status">
        {texts.found(shown.length, all.length)}
      </p>
      <Tabs
        label={texts.views}
        tabs={[
          { name: 'list', word: texts.list, icon: 'users' },
          { name: 'units', word: texts.units, icon: 'listOrdered' },
        ]}
        chosen={view}
        onChoose={setView}
      >
        {shown.length === 0 ? (
          <Empty icon="search">{texts.nobody}</Empty>
        ) : view === 'list' ? (
          <Lines vote={vote} lines={shown} />
        ) : (
          <UnitTable vote={vote} lines={byUnit(shown, columnsOf(vote))} />
        )}
      </Tabs>
    </div>
  );
}

/** Of an election the units show how many of them fit, and who did not vote: a column for each name would be too wide. */
function columnsOf(vote: VoteRecord): Filter[] {
  return vote.rule.method === 'standard' ? filtersOf(vote) : ['none'];
}

function Lines({ vote, lines }: { vote: VoteRecord; lines: readonly RollLine[] }) {
  return (
    <ul class="lines boxed ballot-lines">
      {lines.map(line => (
        <Line key={line.user} vote={vote} line={line} />
      ))}
    </ul>
  );
}

const LOOKS: Record<string, readonly [IconName, Tone]> = {
  for: ['circleCheck', 'good'],
  against: ['circleX', 'stop'],
  other: ['messageSquare', 'warn'],
  abstain: ['minus', 'plain'],
  '': ['vote', 'plain'],
};

/** Said in words and a shape; the opinion that somebody gave in an open vote stands in the minutes as well. */
function Line({ vote, line: { name, unit, ballot } }: { vote: VoteRecord; line: RollLine }) {
  const [icon, tone] = ballot.cast
    ? (LOOKS[ballot.choice ?? ''] ?? LOOKS['']!)
    : (['circle', 'plain'] as const);
  const marks = { ...NO_MARKS, ...ballot };
  return (
    <li class="line ballot-line">
      <div class="line-words">
        <p class="line-title">{name || t().common.formerMember}</p>
        {unit && <p class="small quiet">{unit}</p>}
        {ballot.opinion && <p class="small">“{ballot.opinion}”</p>}
        {vote.rule.method === 'candidates' && ballot.cast && <MarksSaid vote={vote} ballot={ballot} />}
      </div>
      <div class="line-marks">
        {(ballot.weight ?? 1) > 1 && <span class="small">{t().namedBallots.weight(ballot.weight ?? 1)}</span>}
        <Badge icon={icon} tone={tone}>
          {ballot.cast ? ballotWords(vote, marks) : t().namedBallots.none}
        </Badge>
      </div>
    </li>
  );
}

function MarksSaid({ vote, ballot }: { vote: VoteRecord; ballot: BallotLine }) {
  const said = vote.options.flatMap(({ id, label }) => {
    const mark = ballot.marks?.[id];
    return mark ? [t().namedBallots.marked(label, t().ballot.marks[mark])] : [];
  });
  return said.length > 0 ? <p class="small">{said.join('; ')}</p> : null;
}

export function filterWords(vote: VoteRecord, filter: Filter): string {
  const [kind, option, mark] = filter.split('.');
  const texts = t().namedBallots;
  const label = vote.options.find(({ id }) => id === option)?.label ?? '';
  switch (kind) {
    case 'none':
      return texts.none;
    case 'blank':
      return texts.blank;
    case 'pick':
      return texts.picked(label);
    case 'mark':
      return texts.marked(label, t().ballot.marks[mark as 'for']);
    default:
      return t().voting.choices[filter as 'for'];
  }
}
