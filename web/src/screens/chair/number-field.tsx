import { Field } from '../../ui/field';

interface NumberFieldProps {
  label: string;
  value: number;
  onValue: (value: number) => void;
  hint?: string;
}

/** A whole number; what is typed beyond that is said by the form. */
export function NumberField({ label, value, onValue, hint = '' }: NumberFieldProps) {
  return (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      value={String(value)}
      onValue={said => onValue(Number(said))}
      hint={hint}
    />
  );
}
