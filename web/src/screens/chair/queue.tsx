import { t } from '../../i18n';
import type { SpeechRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { spoken, waiting } from '../../rules/queue';
import { elapsed, time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/field';
import { nameOf, Person } from '../parts/person';
import { CALL_MINUTES, callMinutes } from './floor';

/** Who wants to speak, in order; the queue's gate; and who has spoken already. */
export function Queue({ stream }: { stream: Stream }) {
  const speeches = stream.records.of('speech').value;
  const meeting = stream.records.row('meeting', stream.id);
  const entries = waiting(speeches);
  return (
    <>
      {meeting?.state !== 'ended' && <Gate stream={stream} open={meeting?.queue_open ?? false} />}
      {meeting?.state !== 'ended' && (
        <Choice
          label={t().floor.minutes}
          value={String(callMinutes.value)}
          choices={CALL_MINUTES.map(minutes => [String(minutes), t().floor.minutesOf(minutes)] as const)}
          onValue={minutes => {
            callMinutes.value = Number(minutes);
          }}
        />
      )}
      <h3>{t().floor.waiting(entries.length)}</h3>
      {entries.length === 0 && <p class="quiet small">{t().floor.nobody}</p>}
      <ol class="hands">
        {entries.map((entry, index) => (
          <Hand
            key={entry[0]}
            stream={stream}
            entry={entry}
            place={index + 1}
            callable={meeting?.state === 'running'}
          />
        ))}
      </ol>
      <Spoken stream={stream} entries={spoken(speeches)} />
    </>
  );
}

function Gate({ stream, open }: { stream: Stream; open: boolean }) {
  return (
    <div class="row apart">
      <Badge icon={open ? 'circleCheck' : 'lock'} tone={open ? 'good' : 'plain'}>
        {open ? t().floor.queueOpen : t().floor.queueClosed}
      </Badge>
      <Button size="small" onClick={() => act(stream.id, { type: 'speakers.set', open: !open })}>
        {open ? t().floor.closeQueue : t().floor.openQueue}
      </Button>
    </div>
  );
}

interface HandProps {
  stream: Stream;
  entry: Entry<SpeechRecord>;
  place: number;
  callable: boolean;
}

function Hand({ stream, entry: [speech, row], place, callable }: HandProps) {
  const minutes = callMinutes.value;
  const call = () => act(stream.id, { type: 'speech.call', speech, seconds: minutes * 60 });
  return (
    <li class="hand">
      <span class="hand-place figures">{place}</span>
      <div class="hand-words">
        <Person stream={stream} user={row.user} detail />
        {row.subject && <p class="small">{row.subject}</p>}
        <p class="small quiet">{t().floor.since(time(row.requested_at))}</p>
      </div>
      {callable && (
        <Button size="small" label={t().floor.callName(nameOf(stream, row.user), minutes)} onClick={call}>
          {t().floor.call}
        </Button>
      )}
    </li>
  );
}

function Spoken({ stream, entries }: { stream: Stream; entries: Entry<SpeechRecord>[] }) {
  if (entries.length === 0) {
    return null;
  }
  return (
    <details class="missing">
      <summary>{t().floor.spoken(entries.length)}</summary>
      <ol class="hands">
        {entries.map(([speech, row]) => (
          <li key={speech} class="hand">
            <div class="hand-words">
              <Person stream={stream} user={row.user} />
              <p class="small quiet figures">
                {t().floor.spokenAt(
                  time(row.called_at ?? 0),
                  elapsed((row.ended_at ?? 0) - (row.called_at ?? 0)),
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
