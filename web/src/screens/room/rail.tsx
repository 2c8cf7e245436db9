import { t } from '../../i18n';
import type { ItemRecord, PaperRecord } from '../../records';
import { agenda, type Entry, papersOf } from '../../rules/agenda';
import { groupsOf, preparedness } from '../../rules/packet';
import { progressOf, readable } from '../../rules/reading';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { KeptPapers } from '../parts/kept-papers';
import { PaperMarks, RecallWords } from '../parts/paper-marks';
import { Preparedness } from '../parts/preparedness';
import { SignedDocuments } from '../parts/signed-documents';
import { SeatPlanButton } from '../seats/open';
import { Unfinished } from '../tasks/unfinished';
import { OwnInterests } from './interests';
import { OwnRequests } from './own-requests';
import { PositionButton } from './position';
import { useRoom } from './state';
import './rail.css';

/** The agenda with the papers below each item. */
export function Rail() {
  const room = useRoom();
  const items = agenda(room.stream.records.of('item').value);
  if (items.length === 0) {
    return <Empty icon="listOrdered">{t().room.noAgenda}</Empty>;
  }
  return (
    <>
      <OwnPreparedness />
      <Prepared />
      <OwnRequests />
      <ol class="rail-list">
        {items.map(([id, item], index) => (
          <Item key={id} id={id} item={item} place={index + 1} />
        ))}
      </ol>
      <Groups />
      <SeatPlanButton stream={room.stream} />
      <OwnInterests />
      <SignedDocuments stream={room.stream} />
      <KeptPapers meeting={room.stream.id} />
    </>
  );
}

/** The reader's own bar, and who else is told. */
function OwnPreparedness() {
  const room = useRoom();
  const { records } = room.stream;
  const versions = readable(records.of('paper').value, records.of('version').value);
  const progress = progressOf(versions, records.of('reading').value, room.user.value);
  if (progress.pages === 0) {
    return null;
  }
  return (
    <div class="rail-reading">
      <Preparedness progress={progress} />
      <p class="small quiet">{t().readPages.privacy}</p>
    </div>
  );
}

const LOOKS = {
  waiting: ['circle', 'plain'],
  current: ['circleDot', 'primary'],
  done: ['circleCheck', 'good'],
} as const;

function Item({ id, item, place }: { id: string; item: ItemRecord; place: number }) {
  const { stream } = useRoom();
  const { records } = stream;
  const [icon, tone] = LOOKS[item.state];
  const conclusion = records.row('conclusion', id)?.text;
  return (
    <li class={`rail-item ${item.state}`} aria-current={item.state === 'current' ? 'step' : undefined}>
      <h3>
        <span class="rail-number figures">{place}</span>
        <span>{item.title}</span>
      </h3>
      <p class="rail-facts">
        <Badge icon={icon} tone={tone}>
          {t().room.itemState[item.state]}
        </Badge>
        {item.minutes > 0 && <span>· {t().room.minutes(item.minutes)}</span>}
      </p>
      {item.presenter && (
        <p class="rail-facts">
          <span class="rail-presenter">{t().room.presenter(item.presenter)}</span>
        </p>
      )}
      {item.about === 'unfinished' && <Unfinished meeting={stream.id} />}
      <PositionButton item={id} />
      <Papers place={id} />
      {conclusion && (
        <p class="rail-conclusion">
          <strong>{t().room.conclusion}:</strong> {conclusion}
        </p>
      )}
    </li>
  );
}

/** How much of what should be read before the meeting has been opened. */
function Prepared() {
  const room = useRoom();
  const readings = room.stream.records.of('reading').value;
  const wasOpened = (version: string) =>
    room.openings.value.has(version) || readings.has(`${version}.${room.user.value}`);
  const { opened, all } = preparedness(room.stream.records.of('paper').value, wasOpened);
  if (all === 0) {
    return null;
  }
  return (
    <div class="rail-prepared">
      <Bar
        label={t().paperWork.prepared(opened, all)}
        said=""
        value={opened}
        of={all}
        tone={opened === all ? 'good' : 'primary'}
      />
    </div>
  );
}

/** Papers that belong to no item. */
function Groups() {
  const { records } = useRoom().stream;
  const papers = [...records.of('paper').value.values()];
  return (
    <>
      {groupsOf(records.of('paper_group').value)
        .filter(([id]) => papers.some(paper => paper.item === id))
        .map(([id, { title }]) => (
          <section key={id} class="rail-item" aria-label={title}>
            <h3>{title}</h3>
            <Papers place={id} />
          </section>
        ))}
    </>
  );
}

/** The papers of one item or group; one that was taken back says why. */
function Papers({ place }: { place: string }) {
  const { stream } = useRoom();
  const { records } = stream;
  const gone = [...records.of('recalled').value].filter(([, { item }]) => item === place);
  return (
    <ul class="rail-papers">
      {papersOf(records.of('paper').value, place)
        .filter(([, paper]) => paper.state !== 'recalled' && paper.state !== 'submitted')
        .map(entry => (
          <Paper key={entry[0]} entry={entry} />
        ))}
      {gone.map(([id, { title }]) => (
        <li key={id} class="rail-recalled">
          <Badge icon="rotateCcw" tone="warn">
            {t().paperWork.recalledShort}
          </Badge>
          <span class="rail-paper-title">{title}</span>
          <RecallWords stream={stream} paper={id} />
        </li>
      ))}
    </ul>
  );
}

function Paper({ entry: [id, paper] }: { entry: Entry<PaperRecord> }) {
  const room = useRoom();
  const version = room.stream.records.row('version', paper.version);
  const reading = room.stream.records.row('reading', `${paper.version}.${room.user.value}`);
  const open = room.paper.value === id;
  const pages = version?.pages ? t().room.pages(version.pages) : '';
  const said = reading && version ? t().readPages.seenOf(reading.count, version.pages) : pages;
  return (
    <li>
      <button
        type="button"
        class="rail-paper"
        aria-current={open ? 'true' : undefined}
        onClick={() => room.open(id)}
      >
        <Icon name={open ? 'bookOpenText' : 'fileText'} />
        <span class="rail-paper-words">
          <span class="rail-paper-title">{paper.title}</span>
          <span class="quiet small">{said}</span>
          <span class="rail-marks">
            {paper.state === 'draft' && <Badge icon="circle">{t().paperWork.notPublished}</Badge>}
            <PaperMarks paper={paper} />
          </span>
        </span>
      </button>
    </li>
  );
}
