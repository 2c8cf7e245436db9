import { t } from '../../i18n';
import { Choice, Field } from '../../ui/field';
import type { OfficeRole } from '../../wire';

const ROLES = ['member', 'secretary', 'administrator'] as const satisfies readonly OfficeRole[];

export interface PersonFacts {
  name: string;
  title: string;
  unit: string;
  role: OfficeRole;
  email: string;
}

interface PersonFieldsProps {
  facts: PersonFacts;
  onFacts: (facts: PersonFacts) => void;
}

export function PersonFields({ facts, onFacts }: PersonFieldsProps) {
  const words = t().people;
  const set = (name: keyof PersonFacts) => (value: string) => onFacts({ ...facts, [name]: value });
  return (
    <>
      <Field label={words.name} value={facts.name} onValue={set('name')} maxLength={300} required />
      <Field label={words.title} value={facts.title} onValue={set('title')} maxLength={300} />
      <Field label={words.unit} value={facts.unit} onValue={set('unit')} maxLength={300} />
      <Field
        label={t().letters.email}
        hint={t().letters.emailHint}
        value={facts.email}
        onValue={value => set('email')(value.trim())}
        maxLength={254}
        inputMode="email"
      />
      <Choice
        label={words.role}
        value={facts.role}
        choices={ROLES.map(role => [role, words.roles[role]] as const)}
        onValue={set('role')}
      />
    </>
  );
}

export function trimmed(facts: PersonFacts): PersonFacts {
  const { role, email } = facts;
  return { name: facts.name.trim(), title: facts.title.trim(), unit: facts.unit.trim(), role, email };
}

const EMAIL = /^[^@\s]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/;

/** The sentence that says what is wrong with the e-mail address, or an empty one. */
export function emailFault({ email }: PersonFacts): string {
  return email && !EMAIL.test(email) ? t().letters.emailWrong : '';
}
