import { t } from '../../i18n';
import { tickingNow } from '../../sync/clock';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import type { Clash, DraftSaver, Saving } from './draft-saver';
import { people } from './people';
import type { Plan } from './plan';

/** So long after the last saved letter somebody counts as writing; milliseconds. */
const WRITING = 15_000;

/** Who else has this draft open, and who is writing in it just now. */
export function OthersHere({ stream }: { stream: Stream }) {
  const words = t().circulationDraft;
  const row = stream.records.row('circulation', stream.id);
  const own = me.value?.user.id;
  const writer = row?.edited_at && tickingNow() - row.edited_at <= WRITING ? row.edited_by : '';
  const nameOf = (user: string) => stream.records.row('member', user)?.name ?? t().common.formerMember;
  const here = [...stream.online.value].filter(user => user !== own && user !== writer);
  return (
    <div class="row" role="status">
      {writer && writer !== own && (
        <Badge icon="pencil" tone="warn">
          {words.writing(nameOf(writer))}
        </Badge>
      )}
      {here.map(user => (
        <Badge key={user} icon="eye">
          {words.here(nameOf(user))}
        </Badge>
      ))}
    </div>
  );
}

/** Whether what stands in the form is recorded. */
export function SavingWord({ saving }: { saving: Saving }) {
  const words = t().minutesWork;
  if (saving.state === 'failed') {
    return (
      <p class="form-error" role="alert">
        {saving.why}
      </p>
    );
  }
  const said = { still: '', changed: words.changed, saving: words.saving, saved: words.saved };
  return (
    <p class="small quiet" role="status">
      {said[saving.state]}
    </p>
  );
}

/** Both wrote in the same place: both texts are in sight, nothing is overwritten until one is chosen. */
export function ClashChoice({ stream, saver }: { stream: Stream; saver: DraftSaver }) {
  const clash = saver.clash.value;
  if (!clash) {
    return null;
  }
  const words = t().circulationDraft;
  const by = stream.records.row('circulation', stream.id)?.edited_by ?? '';
  const name = stream.records.row('member', by)?.name ?? t().common.formerMember;
  return (
    <div class="circulation-clash stack" role="alert">
      <p>{words.clash(name)}</p>
      <dl>
        {shownOf(clash).map(field => (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>
              {words.theirs}: <q>{saidOf(field, clash.theirs)}</q>
            </dd>
            <dd>
              {words.mine}: <q>{saidOf(field, saver.plan.value)}</q>
            </dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <Button onClick={() => saver.takeTheirs()}>{t().minutesWork.takeTheirs}</Button>
        <Button onClick={() => saver.keepMine()}>{t().minutesWork.keepMine}</Button>
      </div>
    </div>
  );
}

function shownOf({ fields }: Clash): (keyof Plan)[] {
  return fields.filter(field => field !== 'clock' || !fields.includes('date'));
}

/** One field in words. */
function saidOf(field: keyof Plan, plan: Plan): string {
  const words = t().circulationDesk;
  const nameOf = (id: string) => people.value?.find(person => person.id === id)?.name ?? id;
  switch (field) {
    case 'question':
    case 'explanation':
      return plan[field] || '—';
    case 'date':
    case 'clock':
      return `${plan.clock} ${plan.date.split('-').reverse().join('/')}`;
    case 'late':
      return words.lates[plan.late];
    case 'names':
      return words.showings[plan.names ? 'names' : 'counts'];
    case 'tracker':
    case 'leader':
      return plan[field] ? nameOf(plan[field]) : '—';
    case 'asked':
      return words.askedCount(plan.asked.length);
    case 'reminders':
      return t().circulationDraft.reminders(plan.reminders.length);
    case 'rule':
      return t().circulationDraft.rule(plan.rule.numerator, plan.rule.denominator);
  }
}
