import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ServiceRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { openCalls } from '../../rules/service';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { nameOf } from '../parts/person';
import { whatIs } from '../room/service';

/** In sight of the desk while somebody waits: one tap shows the calls, the next ends one. */
export function ServiceDesk({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  const calls = openCalls(stream.records.of('service').value);
  return (
    <div role="status">
      {calls.length > 0 && (
        <Button size="small" icon="hand" onClick={() => setOpen(true)}>
          {t().service.calls(calls.length)}
        </Button>
      )}
      {open && (
        <Dialog heading={t().service.calls(calls.length)} onClose={() => setOpen(false)}>
          {calls.length === 0 && <p>{t().service.none}</p>}
          <ul class="lines">
            {calls.map(entry => (
              <Call key={entry[0]} stream={stream} entry={entry} />
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}

function Call({ stream, entry: [id, call] }: { stream: Stream; entry: Entry<ServiceRecord> }) {
  const member = stream.records.row('member', call.user);
  const name = nameOf(stream, call.user);
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">
          {whatIs(call)} · {name}
        </p>
        <p class="small quiet figures">
          {[time(call.at), member?.title, member?.unit].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Button
        icon="check"
        label={t().service.doneOf(whatIs(call), name)}
        onClick={() => act(stream.id, { type: 'service.done', call: id })}
      >
        {t().service.done}
      </Button>
    </li>
  );
}
