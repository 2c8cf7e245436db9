import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get } from '../../sync/api';
import { Choice } from '../../ui/field';
import type { MeetingKind } from '../../wire';
import { kindName } from '../secretary/kind-choice';
import './archive.css';

/** Which meetings are meant; 0 and empty: all of them. */
export interface Narrowed {
  year: number;
  kind: MeetingKind | '';
  agency: string;
}

export const EVERYTHING: Narrowed = { year: 0, kind: '', agency: '' };

interface Choices {
  years: number[];
  kinds: MeetingKind[];
  agencies: string[];
}

const NONE: Choices = { years: [], kinds: [], agencies: [] };

interface NarrowingProps {
  narrowed: Narrowed;
  onNarrowed: (narrowed: Narrowed) => void;
}

/** Year, kind and agency of the meetings; only what makes a difference is offered. */
export function Narrowing({ narrowed, onNarrowed }: NarrowingProps) {
  const [choices, setChoices] = useState(NONE);
  useEffect(() => {
    // Without the choices everything is searched, which is what most people want.
    get<Choices>('/api/archive').then(setChoices, () => setChoices(NONE));
  }, []);
  const set = (change: Partial<Narrowed>) => onNarrowed({ ...narrowed, ...change });
  const words = t().archive;
  const { years, kinds, agencies } = choices;
  if (Math.max(years.length, kinds.length, agencies.length) < 2) {
    return null;
  }
  return (
    <search class="archive-narrowing" aria-label={words.filters}>
      {years.length > 1 && (
        <Choice
          label={words.year}
          value={String(narrowed.year)}
          choices={[['0', words.anyYear], ...years.map(one => [String(one), String(one)] as const)]}
          onValue={year => set({ year: Number(year) })}
        />
      )}
      {kinds.length > 1 && (
        <Choice<MeetingKind | ''>
          label={words.kind}
          value={narrowed.kind}
          choices={[['', words.anyKind], ...kinds.map(one => [one, kindName(one)] as const)]}
          onValue={kind => set({ kind })}
        />
      )}
      {agencies.length > 1 && (
        <Choice
          label={words.agency}
          value={narrowed.agency}
          choices={[['', words.anyAgency], ...agencies.map(one => [one, one] as const)]}
          onValue={agency => set({ agency })}
        />
      )}
    </search>
  );
}
