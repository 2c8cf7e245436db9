import { useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MemberRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { inBlocks } from '../../rules/blocks';
import { byName, matches } from '../../rules/names';
import { isDelegate, isGuest, isOther, STANDINGS, type Standing, standings } from '../../rules/roll';
import type { Stream } from '../../sync/stream';
import { Choice, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { LongList } from '../../ui/long-list';
import { Empty } from '../../ui/waiting';
import { RoomCode } from '../parts/room-code';
import { RollLine } from './roll-line';

const GROUPS = [
  ['delegates', isDelegate],
  ['guests', isGuest],
  ['others', isOther],
] as const;

/** Who is there: one line a person, delegates and guests counted apart. */
export function RollCall({ stream }: { stream: Stream }) {
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Standing | 'all'>('all');
  return (
    <div class="desk-wide stack">
      <div class="row apart">
        <h2>{t().rollCall.heading}</h2>
        <a class="button small" href={`/api/streams/${stream.id}/attendance.csv`} download>
          <Icon name="download" />
          <span>{t().checkIn.file}</span>
        </a>
      </div>
      <CodeShown stream={stream} />
      <div class="two-fields">
        <Field label={t().rollCall.search} type="search" value={words} onValue={setWords} />
        <Choice<Standing | 'all'>
          label={t().rollCall.show}
          value={shown}
          choices={[
            ['all', t().rollCall.all],
            ...STANDINGS.map(name => [name, t().rollCall.states[name]] as const),
          ]}
          onValue={setShown}
        />
      </div>
      {GROUPS.map(([name, counts]) => (
        <Group
          key={name}
          stream={stream}
          heading={t().rollCall[name]}
          counts={counts}
          shown={shown}
          words={words}
        />
      ))}
    </div>
  );
}

interface GroupProps {
  stream: Stream;
  heading: string;
  counts: (member: MemberRecord) => boolean;
  shown: Standing | 'all';
  words: string;
}

function Group({ stream, heading, counts, shown, words }: GroupProps) {
  const members = stream.records.of('member').value;
  const attendance = shown === 'all' ? null : stream.records.of('attendance').value;
  const all = useMemo(() => byName(members).filter(([, member]) => counts(member)), [members, counts]);
  const entries = useMemo(
    () =>
      all
        .filter(([user]) => !attendance || (attendance.get(user)?.state ?? 'absent') === shown)
        .filter(([, { name, title, unit }]) => matches(`${name} ${title} ${unit}`, words)),
    [all, attendance, shown, words],
  );
  const draw = useMemo(
    () =>
      ([user, member]: Entry<MemberRecord>, near: boolean) => (
        <RollLine key={user} stream={stream} user={user} member={member} near={near} />
      ),
    [stream],
  );
  if (all.length === 0) {
    return null;
  }
  return (
    <section class="stack" aria-label={heading}>
      <div class="row apart">
        <h3>{heading}</h3>
        <Counts stream={stream} counts={counts} />
      </div>
      {entries.length === 0 ? (
        <Empty icon="users">{t().rollCall.nobody}</Empty>
      ) : (
        <div class="lines boxed">
          <LongList blocks={inBlocks(entries)} draw={draw} nameOf={nameIn} height={76} />
        </div>
      )}
    </section>
  );
}

const nameIn = ([, { name }]: Entry<MemberRecord>) => name;

function Counts({ stream, counts }: Pick<GroupProps, 'stream' | 'counts'>) {
  const { records } = stream;
  const tally = standings(records.of('member').value, records.of('attendance').value, counts);
  return (
    <p class="small figures" role="status">
      {t().rollCall.counts(tally.present, tally.all, tally.absent, tally.excused, tally.left)}
    </p>
  );
}

/** Out of the way until somebody at the door needs it. */
function CodeShown({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  if (stream.records.row('meeting', stream.id)?.state === 'ended') {
    return null;
  }
  return (
    <details class="missing" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t().checkIn.code}</summary>
      {open && (
        <figure class="code">
          <RoomCode stream={stream.id} />
          <figcaption class="small">{t().checkIn.codeHint}</figcaption>
        </figure>
      )}
    </details>
  );
}
