import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ItemRecord } from '../../records';
import { agenda, type Entry } from '../../rules/agenda';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Empty } from '../../ui/waiting';
import { PasteAgenda } from '../plans/paste-agenda';
import { AddUnfinished, Unfinished } from '../tasks/unfinished';
import { ItemForm } from './item-form';

type Open =
  | { what: 'add' }
  | { what: 'paste' }
  | { what: 'edit' | 'remove'; entry: Entry<ItemRecord> }
  | null;

/** The agenda as the secretary puts it together. */
export function AgendaList({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState<Open>(null);
  const items = agenda(stream.records.of('item').value);
  const changeable = stream.records.row('meeting', stream.id)?.state !== 'ended';
  const total = items.reduce((sum, [, item]) => sum + item.minutes, 0);
  return (
    <Card label={t().desk.agenda}>
      <div class="row apart">
        <h2>{t().desk.agenda}</h2>
        {changeable && (
          <div class="row">
            {items.every(([, item]) => item.about !== 'unfinished') && <AddUnfinished stream={stream} />}
            <Button icon="listOrdered" onClick={() => setOpen({ what: 'paste' })}>
              {t().plans.paste}
            </Button>
            <Button icon="plus" onClick={() => setOpen({ what: 'add' })}>
              {t().desk.addItem}
            </Button>
          </div>
        )}
      </div>
      {items.length === 0 && <Empty icon="listOrdered">{t().desk.noAgenda}</Empty>}
      <ol class="lines">
        {items.map((entry, index) => (
          <Line
            key={entry[0]}
            stream={stream}
            entry={entry}
            place={index}
            last={index === items.length - 1}
            changeable={changeable}
            onOpen={setOpen}
          />
        ))}
      </ol>
      {total > 0 && <p class="small quiet">{t().desk.total(total)}</p>}
      {open && <Opened stream={stream} open={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

interface LineProps {
  stream: Stream;
  entry: Entry<ItemRecord>;
  place: number;
  last: boolean;
  changeable: boolean;
  onOpen: (open: Open) => void;
}

function Line({ stream, entry, place, last, changeable, onOpen }: LineProps) {
  const [id, item] = entry;
  const move = (position: number) => act(stream.id, { type: 'item.move', item: id, position });
  const facts = [
    item.presenter && t().room.presenter(item.presenter),
    item.minutes ? t().room.minutes(item.minutes) : '',
  ];
  return (
    <li class="line">
      <span class="line-number figures">{place + 1}</span>
      <div class="line-words">
        <p class="line-title">{item.title}</p>
        <p class="small quiet">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {changeable && (
        <div class="line-acts">
          <IconButton
            icon="arrowUp"
            label={t().desk.up(item.title)}
            disabled={place === 0}
            onClick={() => move(place - 1)}
          />
          <IconButton
            icon="arrowDown"
            label={t().desk.down(item.title)}
            disabled={last}
            onClick={() => move(place + 1)}
          />
          <IconButton
            icon="pencil"
            label={t().desk.edit(item.title)}
            onClick={() => onOpen({ what: 'edit', entry })}
          />
          <IconButton
            icon="trash2"
            label={t().desk.remove(item.title)}
            onClick={() => onOpen({ what: 'remove', entry })}
          />
        </div>
      )}
      {item.about === 'unfinished' && (
        <div class="line-more">
          <Unfinished meeting={stream.id} />
        </div>
      )}
    </li>
  );
}

function Opened({ stream, open, onClose }: { stream: Stream; open: NonNullable<Open>; onClose: () => void }) {
  if (open.what === 'add') {
    return <ItemForm stream={stream} onClose={onClose} />;
  }
  if (open.what === 'paste') {
    return <PasteAgenda stream={stream} onClose={onClose} />;
  }
  const [id, item] = open.entry;
  if (open.what === 'edit') {
    return <ItemForm stream={stream} entry={open.entry} onClose={onClose} />;
  }
  return (
    <Confirm
      question={t().desk.removeItem(item.title)}
      detail={t().desk.removeItemDetail}
      act={t().common.remove}
      kind="stop"
      onConfirm={() => act(stream.id, { type: 'item.remove', item: id })}
      onClose={onClose}
    />
  );
}
