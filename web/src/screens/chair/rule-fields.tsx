import type { JSX } from 'preact';
import { t } from '../../i18n';
import { BASES, type Base, isPossible, type VoteRule } from '../../rules/decision';
import { Choice } from '../../ui/field';
import { NumberField } from './number-field';
import type { DraftProps } from './prepare-vote';
import { Tick } from './tick';

const METHODS = ['standard', 'list', 'candidates'] as const;
const SECRECIES = ['open', 'secret'] as const;
const SHOWINGS = ['publish', 'close', 'live'] as const;
const TIES = ['fails', 'chair', 'repeat'] as const;
const LATES = ['excluded', 'admitted'] as const;
const DEADLINES = ['0', '30', '60', '120', '300', '600', '1800'] as const;

interface PartProps {
  rule: VoteRule;
  set: (part: Partial<VoteRule>) => void;
}

/** Every part of the rule in plain words. */
export function RuleFields({ draft, onDraft }: DraftProps) {
  const words = t().voteForm;
  const { rule } = draft;
  const set = (part: Partial<VoteRule>) => onDraft({ rule: { ...rule, ...part } });
  const known = DEADLINES.find(seconds => seconds === String(draft.seconds));
  return (
    <>
      <Pick
        label={words.method}
        value={rule.method}
        of={METHODS}
        words={words.methods}
        onValue={method => set(ofMethod(rule, method))}
      />
      <Pick
        label={words.secrecy}
        value={rule.secrecy}
        of={SECRECIES}
        words={words.secrecies}
        onValue={secrecy => set(ofSecrecy(rule, secrecy))}
      />
      <Pick
        label={words.shows}
        value={rule.shows}
        of={rule.secrecy === 'secret' ? SHOWINGS.slice(0, 2) : SHOWINGS}
        words={words.showings}
        onValue={shows => set({ shows })}
      />
      <Share rule={rule} set={set} />
      <Quorum rule={rule} set={set} />
      <Pick
        label={words.ties}
        value={rule.ties}
        of={rule.secrecy === 'secret' ? TIES.filter(tie => tie !== 'chair') : TIES}
        words={words.tieKinds}
        onValue={ties => set({ ties })}
      />
      <Pick
        label={words.late}
        value={rule.late}
        of={LATES}
        words={words.lates}
        onValue={late => set({ late })}
      />
      <Choice
        label={words.deadline}
        value={known ?? '0'}
        choices={DEADLINES.map(seconds => [seconds, words.deadlines[seconds]] as const)}
        onValue={seconds => onDraft({ seconds: Number(seconds) })}
      />
    </>
  );
}

/** Choosing from a list needs no share of the votes unless one is asked for; answers always do. */
function ofMethod(rule: VoteRule, method: VoteRule['method']): Partial<VoteRule> {
  const most =
    method === 'list' ? { numerator: 0, denominator: 1, more_than: true, base: 'valid' as const } : {};
  const half = method !== 'list' && rule.numerator === 0 ? { numerator: 1, denominator: 2 } : {};
  return { method, seats: method === 'candidates' ? 0 : Math.max(1, rule.seats), ...most, ...half };
}

/** What would give a secret ballot away goes with the choice. */
function ofSecrecy(rule: VoteRule, secrecy: VoteRule['secrecy']): Partial<VoteRule> {
  if (secrecy === 'open') {
    return { secrecy };
  }
  const shows = rule.shows === 'live' ? 'publish' : rule.shows;
  return { secrecy, shows, ties: rule.ties === 'chair' ? 'fails' : rule.ties };
}

interface PickProps<Value extends string> {
  label: string;
  value: Value;
  of: readonly Value[];
  words: Record<Value, string>;
  onValue: (value: Value) => void;
}

function Pick<Value extends string>({ label, value, of, words, onValue }: PickProps<Value>): JSX.Element {
  return (
    <Choice
      label={label}
      value={value}
      choices={of.map(one => [one, words[one]] as const)}
      onValue={onValue}
    />
  );
}

interface ShareProps extends PartProps {
  /** What the share can be taken of. */
  bases?: readonly Base[];
  /** Opinions by writing know no abstention. */
  written?: boolean;
}

/** Of what the share is taken, and how large it must be. */
export function Share({ rule, set, bases = BASES, written = false }: ShareProps) {
  const words = t().voteForm;
  const baseWords = written ? t().circulationDesk.bases : words.bases;
  return (
    <fieldset class="plain-set">
      <legend>{words.threshold}</legend>
      <div class="vote-form-row">
        <Choice
          label={words.comparison}
          value={rule.more_than ? 'more' : 'least'}
          choices={[
            ['more', words.more],
            ['least', words.least],
          ]}
          onValue={said => set({ more_than: said === 'more' })}
        />
        <NumberField
          label={words.numerator}
          value={rule.numerator}
          onValue={numerator => set({ numerator })}
        />
        <NumberField
          label={words.denominator}
          value={rule.denominator}
          onValue={denominator => set({ denominator })}
        />
      </div>
      {!isPossible(rule) && (
        <p class="field-error" role="alert">
          {words.impossible}
        </p>
      )}
      <Pick
        label={words.base}
        value={rule.base}
        of={bases}
        words={baseWords}
        onValue={base => set({ base })}
      />
      {rule.method === 'standard' && (
        <Tick
          word={words.otherCounts}
          checked={rule.other_counts}
          onChecked={other_counts => set({ other_counts })}
        />
      )}
      {rule.method !== 'list' && rule.base !== 'valid' && !written && (
        <Tick
          word={words.abstainCounts}
          checked={rule.abstain_counts}
          onChecked={abstain_counts => set({ abstain_counts })}
        />
      )}
    </fieldset>
  );
}

type QuorumKind = 'entitled' | 'members' | 'number' | 'none';
const QUORUM_KINDS = ['entitled', 'members', 'number', 'none'] as const;

function quorumKind(rule: VoteRule): QuorumKind {
  if (rule.quorum_number > 0) {
    return 'number';
  }
  return rule.quorum_numerator === 0 ? 'none' : rule.quorum_of;
}

function ofQuorum(kind: QuorumKind): Partial<VoteRule> {
  const share = { quorum_number: 0, quorum_numerator: 2, quorum_denominator: 3 };
  switch (kind) {
    case 'number':
      return { ...share, quorum_number: 1 };
    case 'none':
      return { ...share, quorum_numerator: 0 };
    default:
      return { ...share, quorum_of: kind };
  }
}

function Quorum({ rule, set }: PartProps) {
  const words = t().voteForm;
  const kind = quorumKind(rule);
  return (
    <fieldset class="plain-set">
      <legend>{words.quorum}</legend>
      <Pick
        label={words.quorumKind}
        value={kind}
        of={QUORUM_KINDS}
        words={words.quorumKinds}
        onValue={chosen => set(ofQuorum(chosen))}
      />
      {kind === 'number' && (
        <NumberField
          label={words.quorumNumber}
          value={rule.quorum_number}
          onValue={quorum_number => set({ quorum_number })}
        />
      )}
      {(kind === 'entitled' || kind === 'members') && (
        <div class="vote-form-row">
          <NumberField
            label={words.numerator}
            value={rule.quorum_numerator}
            onValue={quorum_numerator => set({ quorum_numerator })}
          />
          <NumberField
            label={words.denominator}
            value={rule.quorum_denominator}
            onValue={quorum_denominator => set({ quorum_denominator })}
          />
        </div>
      )}
    </fieldset>
  );
}
