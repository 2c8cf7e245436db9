import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { atDesk } from '../../rules/seat-acts';
import type { SeatMark } from '../../rules/seat-looks';
import { rollCallOf } from '../../sync/roll-call';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { Choice } from '../../ui/field';
import { layout } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';
import { Empty } from '../../ui/waiting';
import { Board, marksOf, type View, votesToShow } from './board';
import { SeatCard } from './card';
import { SeatList } from './list';
import { Mark } from './shapes';
import { useZoom, ZoomedPlan } from './zoom';

/** Chosen by hand, or the meeting's own: the open vote at the desk, else who is here. */
const FOLLOW = 'follow';

/** Who is here, who speaks and who voted, by seat; the same as a list. A tap tells more. */
export function LivePlan({ stream }: { stream: Stream }) {
  const plan = stream.records.row('seat_plan', stream.id);
  const desk = atDesk(stream.role.value);
  if (!plan) {
    return <Empty icon="armchair">{desk ? t().seats.noneDesk : t().seats.none}</Empty>;
  }
  return <Live key={plan.rows.join('\n')} stream={stream} rows={plan.rows} desk={desk} />;
}

function Live({ stream, rows, desk }: { stream: Stream; rows: readonly string[]; desk: boolean }) {
  const wish = useSignal<string>(FOLLOW);
  const view = useComputed<View>(() => viewOf(stream, wish.value, desk));
  const user = me.value?.user.id ?? '';
  const board = useBoard(stream, rows, view, user);
  const [way, setWay] = useState<'plan' | 'list'>('plan');
  const [picked, setPicked] = useState<string | null>(null);
  const zoom = useZoom(rows);
  const texts = t().seats;
  return (
    <div class="stack">
      <div class="plan-tools">
        <Choice<string>
          label={texts.show}
          value={wish.value}
          choices={choicesOf(stream, desk)}
          onValue={chosen => {
            wish.value = chosen;
          }}
        />
        {way === 'plan' && <ZoomTools zoom={zoom} />}
      </div>
      <Said stream={stream} desk={desk} />
      <Tabs
        label={texts.views}
        tabs={[
          { name: 'plan', word: texts.plan, icon: 'armchair' },
          { name: 'list', word: texts.list, icon: 'users' },
        ]}
        chosen={way}
        onChoose={setWay}
      >
        {way === 'plan' ? (
          <>
            <ZoomedPlan zoom={zoom} board={board} label={texts.heading} onPick={setPicked} />
            <p class="small quiet">{layout.value !== 'phone' && texts.keys}</p>
            <Legend stream={stream} board={board} view={view} desk={desk} />
          </>
        ) : (
          <SeatList stream={stream} board={board} onPick={setPicked} />
        )}
      </Tabs>
      {picked && <SeatCard stream={stream} board={board} seat={picked} onClose={() => setPicked(null)} />}
    </div>
  );
}

export function useBoard(
  stream: Stream,
  rows: readonly string[],
  view: ReadonlySignal<View>,
  user: string,
): Board {
  const board = useMemo(
    () => new Board(rows, stream, view, user, vote => rollCallOf(stream.id, vote)),
    [rows, stream, view, user],
  );
  useEffect(() => () => board.dispose(), [board]);
  return board;
}

function viewOf(stream: Stream, wish: string, desk: boolean): View {
  if (wish !== FOLLOW) {
    return wish;
  }
  const open = votesToShow(stream, desk).find(([, vote]) => vote.state === 'open');
  return open?.[0] ?? '';
}

function choicesOf(stream: Stream, desk: boolean): (readonly [string, string])[] {
  const texts = t().seats;
  const votes = votesToShow(stream, desk).map(([id, vote]) => [id, texts.ofVote(vote.question)] as const);
  return [[FOLLOW, texts.follow], ['', texts.presence], ...votes];
}

/** Where the own seat is, and why a secret vote does not show on the plan. */
function Said({ stream, desk }: { stream: Stream; desk: boolean }) {
  const secret = [...stream.records.of('vote').value.values()].some(
    vote => vote.state === 'open' && vote.rule.secrecy === 'secret',
  );
  return <>{desk && secret && <p class="small quiet">{t().seats.secret}</p>}</>;
}

export function ZoomTools({ zoom }: { zoom: ReturnType<typeof useZoom> }) {
  const texts = t().seats;
  return (
    <div class="row">
      <IconButton icon="zoomOut" label={texts.zoomOut} onClick={zoom.out} disabled={!zoom.canOut} />
      <IconButton icon="zoomIn" label={texts.zoomIn} onClick={zoom.in} disabled={!zoom.canIn} />
      <Button size="small" icon="minimize" pressed={zoom.fitted} onClick={zoom.fit}>
        {texts.fit}
      </Button>
    </div>
  );
}

interface LegendProps {
  stream: Stream;
  board: Board;
  view: { value: View };
  desk: boolean;
}

/** Every mark of this view with its word and how many there are. */
function Legend({ stream, board, view, desk }: LegendProps) {
  const texts = t().seats;
  const count = new Map<SeatMark, number>();
  for (const { name } of board.seats) {
    const { mark } = board.look(name).value;
    count.set(mark, (count.get(mark) ?? 0) + 1);
  }
  return (
    <ul class="legend small figures" aria-label={texts.legend}>
      {marksOf(stream, view.value).map(mark => (
        <li key={mark}>
          <MarkPicture mark={mark} size={28} />
          <span>{texts.count(texts.marks[mark], count.get(mark) ?? 0)}</span>
        </li>
      ))}
      {!desk && (
        <li>
          <span class="mine-swatch" />
          <span>{texts.yours}</span>
        </li>
      )}
    </ul>
  );
}

/** The mark by itself; the word stands beside it. */
export function MarkPicture({ mark, size }: { mark: SeatMark; size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <Mark mark={mark} />
    </svg>
  );
}
