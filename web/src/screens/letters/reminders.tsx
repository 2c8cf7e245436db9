import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ReminderRecord } from '../../records';
import { lengthOf } from '../../rules/reminders';
import { moment } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ReminderForm } from './reminder-form';

/** When the meeting reminds by itself, and whom. */
export function Reminders({ stream }: { stream: Stream }) {
  const [editing, setEditing] = useState(false);
  const rows = [...stream.records.of('reminder').value.values()]
    .filter(row => row.subject === stream.id)
    .sort((one, other) => other.minutes - one.minutes);
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  return (
    <Card label={t().letters.reminders}>
      <div class="row apart">
        <h2>{t().letters.reminders}</h2>
        {!ended && (
          <Button
            icon="pencil"
            size="small"
            label={t().letters.editReminders}
            onClick={() => setEditing(true)}
          >
            {t().common.edit}
          </Button>
        )}
      </div>
      <p class="quiet">{t().letters.remindersHint}</p>
      {rows.length === 0 && <p>{t().letters.noReminders}</p>}
      <ul class="lines">
        {rows.map(row => (
          <li key={`${row.minutes} ${row.whom}`} class="line">
            <div class="line-words">
              <p class="line-title">
                {t().letters.before(lengthOf(row.minutes))}, {t().letters.whom[row.whom]}
              </p>
              <p class="small quiet">{stateOf(row)}</p>
            </div>
          </li>
        ))}
      </ul>
      {editing && <ReminderForm stream={stream} before={rows} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function stateOf(row: ReminderRecord): string {
  const words = t().letters.reminderStates;
  switch (row.state) {
    case 'waiting':
      return words.waiting(moment(row.due_at));
    case 'sent':
      return words.sent(row.people);
    case 'missed':
      return words.missed;
  }
}
