import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { amount, EMPTY, type Fault, faultOf, lineOf, type Sheet } from '../../rules/tallies';
import { CHOICES } from '../../rules/votes';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Choice, Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import './tallies.css';

export interface TallyFormProps {
  stream: Stream;
  vote: Entry<VoteRecord>;
  onClose: () => void;
}

/** What was counted on paper or by hands, checked while it is typed. */
export function TallyForm({ stream, vote: [id, vote], onClose }: TallyFormProps) {
  const words = t().tallies;
  const [entry] = useState(newId);
  const [sheet, setSheet] = useState<Sheet>(EMPTY);
  const secret = vote.rule.secrecy === 'secret';
  const submit = async () => {
    const fault = faultOf(sheet, vote);
    return fault ? said(fault) : tell(stream.id, { type: 'tally.enter', vote: id, entry, ...sheet });
  };
  return (
    <FormDialog heading={words.enter} act={words.save} onSubmit={submit} onClose={onClose}>
      <p class="dialog-text">{vote.question}</p>
      {secret ? (
        <p class="quiet">{words.handsSecret}</p>
      ) : (
        <Choice<Sheet['kind']>
          label={words.kind}
          value={sheet.kind}
          choices={[
            ['paper', words.kinds.paper],
            ['hands', words.kinds.hands],
          ]}
          onValue={kind => setSheet({ ...sheet, kind, blank: 0, invalid: 0 })}
        />
      )}
      <Amount
        label={words.ballots[sheet.kind]}
        value={sheet.ballots}
        onValue={ballots => setSheet({ ...sheet, ballots })}
      />
      {vote.rule.method === 'standard' ? (
        <Standard sheet={sheet} onSheet={setSheet} />
      ) : (
        <Lines vote={vote} sheet={sheet} onSheet={setSheet} />
      )}
      {sheet.kind === 'paper' && (
        <div class="two-fields">
          <Amount label={words.blank} value={sheet.blank} onValue={blank => setSheet({ ...sheet, blank })} />
          <Amount
            label={words.invalid}
            value={sheet.invalid}
            onValue={invalid => setSheet({ ...sheet, invalid })}
          />
        </div>
      )}
      <Checked sheet={sheet} vote={vote} />
    </FormDialog>
  );
}

interface SheetProps {
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
}

function Standard({ sheet, onSheet }: SheetProps) {
  return (
    <div class="two-fields">
      {CHOICES.map(choice => (
        <Amount
          key={choice}
          label={t().voting.choices[choice]}
          value={sheet.tally[choice]}
          onValue={number => onSheet({ ...sheet, tally: { ...sheet.tally, [choice]: number } })}
        />
      ))}
    </div>
  );
}

const MARKS = ['for', 'against', 'abstain'] as const;

function Lines({ vote, sheet, onSheet }: SheetProps & { vote: VoteRecord }) {
  const words = t().tallies;
  const marks = vote.rule.method === 'list' ? (['for'] as const) : MARKS;
  const set = (option: string, mark: (typeof MARKS)[number]) => (number: number) =>
    onSheet({
      ...sheet,
      lines: { ...sheet.lines, [option]: { ...lineOf(sheet, option), [mark]: number } },
    });
  return (
    <fieldset class="stack tally-lines">
      <legend>{words.lines}</legend>
      {vote.options.map(({ id, label }) => (
        <fieldset key={id} class="tally-line">
          <legend>{label}</legend>
          {marks.map(mark => (
            <Amount
              key={mark}
              label={marks.length === 1 ? words.votesFor : t().voting.choices[mark]}
              value={lineOf(sheet, id)[mark]}
              onValue={set(id, mark)}
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}

interface AmountProps {
  label: string;
  value: number;
  onValue: (value: number) => void;
}

/** An empty field means none, so that nobody has to wipe out a 0 before typing. */
function Amount({ label, value, onValue }: AmountProps) {
  return (
    <Field
      label={label}
      inputMode="numeric"
      maxLength={6}
      value={value ? String(value) : ''}
      placeholder="0"
      onValue={said => onValue(amount(said))}
    />
  );
}

/** Whether the numbers fit together, said as soon as there is a total. */
function Checked({ sheet, vote }: { sheet: Sheet; vote: VoteRecord }) {
  const fault = sheet.ballots ? faultOf(sheet, vote) : null;
  const fits = sheet.ballots ? t().tallies.sums(sheet.ballots, sheet.ballots) : '';
  return (
    <p class={fault ? 'field-error' : 'quiet small'} role="status">
      {fault ? said(fault) : fits}
    </p>
  );
}

function said(fault: Fault): string {
  const words = t().tallies;
  switch (fault.what) {
    case 'sum':
      return words.sumWrong(fault.counted, fault.ballots);
    case 'line':
      return words.lineWrong(fault.label, fault.valid);
    case 'picks':
      return words.picksWrong(fault.least, fault.most);
  }
}
