import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { inOrder } from '../../rules/attendance-table';
import { matches } from '../../rules/names';
import { type Progress, progressOf, readable, type Standing, standingOf } from '../../rules/reading';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Empty } from '../../ui/waiting';
import './reading-table.css';

/** For the desk: opens the table of who has opened the packet and how much of it was seen. */
export function ReadingButton({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" kind="quiet" icon="bookOpenText" onClick={() => setOpen(true)}>
        {t().readPages.who}
      </Button>
      {open && (
        <Dialog heading={t().readPages.who} shape="page" keeps onClose={() => setOpen(false)}>
          <ReadingTable stream={stream} />
        </Dialog>
      )}
    </>
  );
}

const LOOKS = {
  none: ['minus', 'plain'],
  unopened: ['circle', 'warn'],
  opened: ['circleDot', 'primary'],
  all: ['circleCheck', 'good'],
} as const;

type Line = [user: string, name: string, where: string, progress: Progress];

function ReadingTable({ stream }: { stream: Stream }) {
  const [paper, setPaper] = useState('');
  const [letters, setLetters] = useState('');
  const [unopenedOnly, setUnopenedOnly] = useState(false);
  const { records } = stream;
  const words = t().readPages;
  const papers = [...records.of('paper').value].filter(([, { state }]) => state === 'published');
  const versions = readable(records.of('paper').value, records.of('version').value, paper);
  const readings = records.of('reading').value;
  const all: Line[] = inOrder(records.of('member').value)
    .filter(([, member]) => member.role !== 'screen')
    .map(([user, member]) => [
      user,
      member.name,
      [member.title, member.unit].filter(Boolean).join(', '),
      progressOf(versions, readings, user),
    ]);
  const unopened = all.filter(([, , , progress]) => standingOf(progress) === 'unopened').length;
  const shown = all.filter(
    ([, name, where, progress]) =>
      matches(`${name} ${where}`, letters) && (!unopenedOnly || standingOf(progress) === 'unopened'),
  );
  if (papers.length === 0) {
    return <Empty icon="fileText">{words.noPapers}</Empty>;
  }
  return (
    <div class="stack">
      <p class="small quiet">{words.rule}</p>
      <div class="reading-filters">
        <label class="field">
          <span>{words.paper}</span>
          <select value={paper} onChange={event => setPaper(event.currentTarget.value)}>
            <option value="">{words.allPapers}</option>
            {papers.map(([id, { title }]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Field label={words.find} type="search" value={letters} onValue={setLetters} />
        <Button icon="circle" pressed={unopenedOnly} onClick={() => setUnopenedOnly(!unopenedOnly)}>
          {words.unopenedOnly(unopened)}
        </Button>
      </div>
      <p class="small figures" role="status">
        {words.summary(all.length - unopened, all.length)}
      </p>
      <ul class="lines boxed">
        {shown.map(([user, name, where, progress]) => (
          <li class="line" key={user}>
            <span class="line-words">
              <span class="line-title">{name}</span>
              <span class="small quiet">{where}</span>
            </span>
            <Reader progress={progress} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <Empty icon="search">{words.nobody}</Empty>}
    </div>
  );
}

function Reader({ progress }: { progress: Progress }) {
  const standing: Standing = standingOf(progress);
  const [icon, tone] = LOOKS[standing];
  const words = t().readPages;
  return (
    <span class="reading-progress">
      <Badge icon={icon} tone={tone}>
        {words.standing[standing]}
      </Badge>
      <Bar
        label={words.opened(progress.opened, progress.papers)}
        said={words.pages(progress.seen, progress.pages)}
        value={progress.seen}
        of={progress.pages}
      />
    </span>
  );
}
