import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { HallRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { lineLetters, places } from '../../rules/seats';
import { act, closeStream, openStream, reload } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { HallEditor } from './editor';
import { Picture } from './picture';
import '../../styles/desk.css';
import './halls.css';

const OFFICE = 'office';

/** The office's rooms and their plans, for administrators and the office's secretaries. */
export default function Halls() {
  const stream = useMemo(() => openStream(OFFICE), []);
  useEffect(() => () => closeStream(OFFICE), []);
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <a href="#/">{t().common.toMeetings}</a>
        <h1>{t().halls.heading}</h1>
        <Body stream={stream} />
      </main>
    </div>
  );
}

function Body({ stream }: { stream: Stream }) {
  switch (stream.state.value) {
    case 'loading':
      return <Loading />;
    case 'waiting':
      return <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>;
    case 'failed':
      return (
        <Empty icon="lock" onRetry={() => reload(stream.id)}>
          {stream.reason.value}
        </Empty>
      );
    case 'live':
      return <List stream={stream} />;
  }
}

function List({ stream }: { stream: Stream }) {
  const [edited, setEdited] = useState<string | null>(null);
  const collator = new Intl.Collator('vi', { numeric: true });
  const halls = [...stream.records.of('hall').value].sort(([, one], [, other]) =>
    collator.compare(one.name, other.name),
  );
  return (
    <>
      <div class="row apart">
        <p class="small quiet">{t().halls.hint}</p>
        <Button kind="primary" icon="plus" onClick={() => setEdited(newId())}>
          {t().halls.add}
        </Button>
      </div>
      {halls.length === 0 ? (
        <Empty icon="armchair">{t().halls.none}</Empty>
      ) : (
        <ul class="lines boxed">
          {halls.map(entry => (
            <Line key={entry[0]} stream={stream} entry={entry} onEdit={() => setEdited(entry[0])} />
          ))}
        </ul>
      )}
      {edited && (
        <HallEditor id={edited} hall={stream.records.row('hall', edited)} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface LineProps {
  stream: Stream;
  entry: Entry<HallRecord>;
  onEdit: () => void;
}

function Line({ stream, entry: [id, hall], onEdit }: LineProps) {
  const [removing, setRemoving] = useState(false);
  const texts = t().halls;
  const lines = lineLetters(hall.rows).filter(Boolean).length;
  return (
    <li class="line hall-line">
      <Picture rows={hall.rows} />
      <div class="line-words">
        <p class="line-title">{hall.name}</p>
        <p class="small quiet figures">{texts.seats(places(hall.rows).length, lines)}</p>
      </div>
      <div class="line-acts">
        <IconButton icon="pencil" label={texts.edit(hall.name)} onClick={onEdit} />
        <IconButton icon="trash2" label={texts.remove(hall.name)} onClick={() => setRemoving(true)} />
      </div>
      {removing && (
        <Confirm
          question={texts.removeQuestion(hall.name)}
          detail={texts.removeDetail}
          act={t().common.remove}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'hall.remove', hall: id })}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
