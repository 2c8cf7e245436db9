import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import { send } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Choice, TextArea } from '../../ui/field';
import { tell } from '../secretary/form-dialog';
import { WithdrawButton } from './acts';
import { Chosen } from './chosen';
import { DraftSaver } from './draft-saver';
import { ClashChoice, OthersHere, SavingWord } from './draft-standing';
import { loadPeople, people } from './people';
import { type Plan, planOf } from './plan';
import { ReminderField } from './reminder-field';
import { RuleField } from './rule-field';
import { sendOut, whyNotYet } from './send-out';
import { When } from './when';
import { fullMoment } from './words';

const NOBODY: string[] = [];

interface Props {
  stream: Stream;
  row: CirculationRecord;
  children: ComponentChildren;
}

/** The draft saves itself while it is written, beside whoever else writes in it; then it is sent. */
export function DraftForm({ stream, row, children }: Props) {
  const asked = stream.records.row('circulation_asked', stream.id)?.asked ?? NOBODY;
  const [saver] = useState(
    () => new DraftSaver(planOf(row, asked), row.edits, (command, key) => send(stream.id, command, key)),
  );
  const [fault, setFault] = useState('');
  /** The edits of the draft that the person is asked about, or null. */
  const [asking, setAsking] = useState<number | null>(null);
  useEffect(() => {
    void loadPeople();
    return () => saver.leave();
  }, []);
  useEffect(() => saver.seen(planOf(row, asked), row.edits), [row, asked]);
  const plan = saver.plan.value;
  const set = (part: Partial<Plan>) => saver.change(part);
  const ask = async () => {
    const why = await whyNotYet(saver);
    setFault(why);
    setAsking(why ? null : saver.edits);
  };
  const sendNow = async (seen: number) =>
    setFault(await sendOut(saver, seen, command => tell(stream.id, command)));
  const words = t().circulationDesk;
  return (
    <>
      <OthersHere stream={stream} />
      <Content plan={plan} set={set} />
      <Chosen plan={plan} set={set} />
      {children}
      <Decision plan={plan} set={set} />
      <footer class="circulation-foot">
        <ClashChoice stream={stream} saver={saver} />
        {fault && (
          <p class="form-error" role="alert">
            {fault}
          </p>
        )}
        <div class="row apart">
          <WithdrawButton stream={stream} draft />
          <div class="row">
            <SavingWord saving={saver.saving.value} />
            <Button kind="primary" icon="send" onClick={ask}>
              {words.send}
            </Button>
          </div>
        </div>
      </footer>
      {asking !== null && (
        <Confirm
          question={words.sendQuestion(plan.asked.length)}
          detail={words.sendDetail(t().circulations.due(fullMoment(row.deadline)))}
          act={words.send}
          onConfirm={() => sendNow(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface PartProps {
  plan: Plan;
  set: (part: Partial<Plan>) => void;
}

function Content({ plan, set }: PartProps) {
  const words = t().circulations;
  const desk = t().circulationDesk;
  return (
    <Card label={desk.content}>
      <h2>{desk.content}</h2>
      <TextArea
        label={words.question}
        value={plan.question}
        onValue={said => set({ question: said.replaceAll('\n', ' ') })}
        maxLength={300}
        rows={2}
        required
      />
      <TextArea
        label={words.explanation}
        value={plan.explanation}
        onValue={explanation => set({ explanation })}
        maxLength={8000}
        rows={5}
      />
      <fieldset class="plain-set">
        <legend>{desk.deadline}</legend>
        <When
          date={plan.date}
          clock={plan.clock}
          onDate={date => set({ date })}
          onClock={clock => set({ clock })}
        />
      </fieldset>
    </Card>
  );
}

function Decision({ plan, set }: PartProps) {
  const words = t().circulationDesk;
  const known = people.value ?? [];
  const nameOf = (id: string) => known.find(person => person.id === id)?.name ?? id;
  const others = known.filter(({ id, active }) => active && !plan.asked.includes(id));
  return (
    <Card label={t().circulations.rule}>
      <h2>{t().circulations.rule}</h2>
      <RuleField rule={plan.rule} onRule={rule => set({ rule })} />
      {plan.rule.ties === 'chair' && (
        <Choice
          label={words.leader}
          value={plan.leader}
          choices={[['', words.leaderNone], ...plan.asked.map(id => [id, nameOf(id)] as const)]}
          onValue={leader => set({ leader })}
          hint={words.leaderHint}
        />
      )}
      <div class="two-fields">
        <Choice
          label={words.late}
          value={plan.late}
          choices={[
            ['refused', words.lates.refused],
            ['taken', words.lates.taken],
          ]}
          onValue={late => set({ late })}
        />
        <Choice
          label={words.shows}
          value={plan.names ? 'names' : 'counts'}
          choices={[
            ['names', words.showings.names],
            ['counts', words.showings.counts],
          ]}
          onValue={shown => set({ names: shown === 'names' })}
        />
      </div>
      <Choice
        label={words.tracker}
        value={plan.tracker}
        choices={[
          ['', words.trackerNone],
          ...others.map(({ id, name, unit }) => [id, [name, unit].filter(Boolean).join(', ')] as const),
        ]}
        onValue={tracker => set({ tracker })}
        hint={words.trackerHint}
      />
      <ReminderField reminders={plan.reminders} onReminders={reminders => set({ reminders })} />
      <p class="small quiet">{t().circulations.sees[plan.names ? 'names' : 'counts']}</p>
    </Card>
  );
}
