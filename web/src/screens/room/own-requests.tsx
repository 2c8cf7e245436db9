import { t } from '../../i18n';
import type { PaperRequestRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { askedOf } from '../../rules/paper-requests';
import { Button } from '../../ui/button';
import { HandIn } from '../parts/hand-in';
import { reasonWords } from '../parts/remarks';
import { RequestWords } from '../parts/request-words';
import { UploadLine } from '../secretary/upload-line';
import { uploads } from '../secretary/uploads';
import { useRoom } from './state';
import '../../styles/papers.css';
import '../../styles/desk.css';

/** What this person or the own unit is asked to hand in, with the deadline. */
export function OwnRequests() {
  const { stream, user } = useRoom();
  const unit = stream.records.row('member', user.value)?.unit ?? '';
  const asked = askedOf(stream.records.of('paper_request').value, user.value, unit);
  if (asked.length === 0) {
    return null;
  }
  return (
    <section class="own-requests" aria-label={t().requests.mine}>
      <h3>{t().requests.mine}</h3>
      <ul class="stack">
        {asked.map(entry => (
          <Asked key={entry[0]} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Asked({ entry: [id, request] }: { entry: Entry<PaperRequestRecord> }) {
  const { stream } = useRoom();
  const coming = uploads.value.find(upload => upload.request === id && upload.state !== 'arrived');
  const place =
    stream.records.row('item', request.item)?.title ?? stream.records.row('paper_group', request.item)?.title;
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  return (
    <li>
      <p class="line-title">{request.title}</p>
      {place && <p class="small quiet">{t().requests.for(place)}</p>}
      <RequestWords stream={stream} request={request} />
      <Submitted request={request} />
      {coming && (
        <ul>
          <UploadLine upload={coming} />
        </ul>
      )}
      {!ended && request.state !== 'approved' && <Asking id={id} request={request} />}
    </li>
  );
}

/** How far the server is with reading what was handed in. */
function Submitted({ request }: { request: PaperRequestRecord }) {
  const room = useRoom();
  const version = room.stream.records.row(
    'version',
    room.stream.records.row('paper', request.paper)?.version,
  );
  if (!version || request.state !== 'submitted') {
    return null;
  }
  if (version.state === 'failed') {
    return (
      <p class="small form-error" role="status">
        {reasonWords(version)}
      </p>
    );
  }
  return version.state === 'processing' ? (
    <p class="small quiet" role="status">
      {t().papers.processing}
    </p>
  ) : (
    <Button size="small" icon="fileText" onClick={() => request.paper && room.open(request.paper)}>
      {version.name}
    </Button>
  );
}

function Asking({ id, request }: { id: string; request: PaperRequestRecord }) {
  const { stream } = useRoom();
  const again = request.rounds.length > 0;
  const word = again ? t().requests.again : t().requests.choose;
  return (
    <HandIn stream={stream.id} id={id} request={request} word={word} kind={again ? 'plain' : 'primary'} />
  );
}
