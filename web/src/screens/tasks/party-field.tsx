import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { matches } from '../../rules/names';
import { sentence } from '../../sync/api';
import { findPeople, knownUnits } from '../../sync/tasks';
import { Button, IconButton } from '../../ui/button';
import { Field } from '../../ui/field';

/** A person ("user:…") or a unit ("unit:…") with its words. */
export interface Party {
  party: string;
  words: string;
}

interface PartyFieldProps {
  label: string;
  chosen: readonly Party[];
  /** One at most: the next choice takes its place. */
  single?: boolean;
  onChosen: (parties: Party[]) => void;
}

const PAUSE = 300;
const MOST_UNITS = 6;

/** People of the office and units, found by a few letters; a unit without people here is named as it is written. */
export function PartyField({ label, chosen, single = false, onChosen }: PartyFieldProps) {
  const [words, setWords] = useState('');
  const { found, error } = useFound(words.trim());
  const texts = t().tasks.form;
  const taken = new Set(chosen.map(({ party }) => party));
  const choose = (one: Party) => {
    onChosen(single ? [one] : [...chosen, one]);
    setWords('');
  };
  const offered = found?.filter(({ party }) => !taken.has(party));
  return (
    <fieldset class="plain-fieldset stack">
      <legend class="label">{label}</legend>
      {chosen.length > 0 && (
        <ul class="parties">
          {chosen.map(one => (
            <li key={one.party} class="party">
              <span>{one.words}</span>
              <IconButton
                icon="x"
                label={texts.remove(one.words)}
                onClick={() => onChosen(chosen.filter(({ party }) => party !== one.party))}
              />
            </li>
          ))}
        </ul>
      )}
      <Field
        label={texts.find}
        type="search"
        value={words}
        onValue={setWords}
        hint={texts.findHint}
        error={error}
      />
      {offered && (
        <ul class="parties" aria-label={texts.find}>
          {offered.map(one => (
            <li key={one.party}>
              <Button size="small" icon="plus" label={texts.choose(one.words)} onClick={() => choose(one)}>
                {one.words}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function useFound(wanted: string): { found: Party[] | null; error: string } {
  const [found, setFound] = useState<Party[] | null>(null);
  const [units, setUnits] = useState<string[]>([]);
  const [error, setError] = useState('');
  useEffect(() => {
    knownUnits().then(setUnits, failure => setError(sentence(failure)));
  }, []);
  useEffect(() => {
    if (wanted.length < 2) {
      setFound(null);
      return;
    }
    let late = false;
    const timer = setTimeout(() => {
      findPeople(wanted).then(
        people => {
          if (!late) {
            const named = people.map(({ id, name, title }) => ({
              party: `user:${id}`,
              words: [name, title].filter(Boolean).join(', '),
            }));
            setFound([...unitsFor(units, wanted), ...named]);
            setError('');
          }
        },
        failure => !late && setError(sentence(failure)),
      );
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [wanted, units]);
  return { found, error };
}

/** Known units that fit, and what is written itself. */
function unitsFor(units: readonly string[], wanted: string): Party[] {
  const fitting = units.filter(unit => matches(unit, wanted)).slice(0, MOST_UNITS);
  const all = fitting.includes(wanted) ? fitting : [...fitting, wanted];
  return all.map(unit => ({ party: `unit:${unit}`, words: t().tasks.form.asUnit(unit) }));
}
