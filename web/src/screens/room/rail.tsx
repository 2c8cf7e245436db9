import { t } from '../../i18n';
import type { ItemRecord, PaperRecord } from '../../records';
import { agenda, type Entry, papersOf } from '../../rules/agenda';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { OwnInterests } from './interests';
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
      <ol class="rail-list">
        {items.map(([id, item], index) => (
          <Item key={id} id={id} item={item} place={index + 1} />
        ))}
      </ol>
      <OwnInterests />
    </>
  );
}

const LOOKS = {
  waiting: ['circle', 'plain'],
  current: ['circleDot', 'primary'],
  done: ['circleCheck', 'good'],
} as const;

function Item({ id, item, place }: { id: string; item: ItemRecord; place: number }) {
  const { records } = useRoom().stream;
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
      {item.presenter && <p class="rail-facts">{t().room.presenter(item.presenter)}</p>}
      <PositionButton item={id} />
      <ul class="rail-papers">
        {papersOf(records.of('paper').value, id).map(entry => (
          <Paper key={entry[0]} entry={entry} />
        ))}
      </ul>
      {conclusion && (
        <p class="rail-conclusion">
          <strong>{t().room.conclusion}:</strong> {conclusion}
        </p>
      )}
    </li>
  );
}

function Paper({ entry: [id, paper] }: { entry: Entry<PaperRecord> }) {
  const room = useRoom();
  const version = room.stream.records.row('version', paper.version);
  const place = room.placeIn(paper.version);
  const open = room.paper.value === id;
  const pages = version?.pages ? t().room.pages(version.pages) : '';
  const said = place ? t().room.readTo(place.page, place.pages) : pages;
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
        </span>
      </button>
    </li>
  );
}
