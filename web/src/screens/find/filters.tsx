import { t } from '../../i18n';
import { type Filter, type Findable, STATES, TIMES, unitsOf } from '../../rules/find';
import { Choice, Field } from '../../ui/field';
import './find.css';

interface FiltersProps {
  cards: readonly Findable[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Words, state, time, agency: all of them must fit. */
export function Filters({ cards, filter, onFilter }: FiltersProps) {
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  const words = t().find;
  const units = unitsOf(cards);
  return (
    <search class="find-filters" aria-label={words.filters}>
      <Field
        label={t().meetings.search}
        type="search"
        value={filter.words}
        onValue={value => set({ words: value })}
      />
      <Choice
        label={words.state}
        value={filter.state}
        choices={STATES.map(name => [name, words.states[name]] as const)}
        onValue={state => set({ state })}
      />
      <Choice
        label={words.when}
        value={filter.time}
        choices={TIMES.map(name => [name, words.times[name]] as const)}
        onValue={time => set({ time })}
      />
      {units.length > 1 && (
        <Choice
          label={words.unit}
          value={filter.unit}
          choices={[['', words.anyUnit], ...units.map(unit => [unit, unit] as const)]}
          onValue={unit => set({ unit })}
        />
      )}
    </search>
  );
}
