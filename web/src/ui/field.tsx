import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

interface Common {
  label: string;
  value: string;
  onValue: (value: string) => void;
  error?: string;
  hint?: string;
  required?: boolean;
}

export interface FieldProps extends Common {
  type?: 'text' | 'password' | 'search' | 'date' | 'time' | 'number' | 'datetime-local';
  autocomplete?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  placeholder?: string;
  after?: ComponentChildren;
}

export function Field(props: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="field-row">
        <input
          id={id}
          type={(props.type ?? 'text') as 'text'}
          value={props.value}
          required={props.required}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          autocomplete={props.autocomplete ?? 'off'}
          autocapitalize="none"
          inputMode={props.inputMode}
          aria-invalid={Boolean(props.error)}
          aria-describedby={`${id}-said`}
          onInput={event => props.onValue(event.currentTarget.value)}
        />
        {props.after}
      </div>
      <Said id={`${id}-said`} error={props.error} hint={props.hint} />
    </div>
  );
}

export interface TextAreaProps extends Common {
  /** Enter alone calls this; Shift + Enter still makes a line. */
  onEnter?: () => unknown;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}

export function TextArea(props: TextAreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows={props.rows ?? 3}
        value={props.value}
        required={props.required}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-invalid={Boolean(props.error)}
        aria-describedby={`${id}-said`}
        onInput={event => props.onValue(event.currentTarget.value)}
        onKeyDown={event => enter(event, props.onEnter)}
      />
      <Said id={`${id}-said`} error={props.error} hint={props.hint} />
    </div>
  );
}

function enter(event: KeyboardEvent, act: (() => unknown) | undefined): void {
  if (act && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    act();
  }
}

export interface ChoiceProps<Value extends string> extends Omit<Common, 'value' | 'onValue'> {
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onValue: (value: Value) => void;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        onChange={event => props.onValue(event.currentTarget.value as Value)}
      >
        {props.choices.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      <Said id={`${id}-said`} error={props.error} hint={props.hint} />
    </div>
  );
}

function Said({ id, error, hint }: { id: string; error: string | undefined; hint: string | undefined }) {
  return (
    <p id={id} class={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
      {error || hint}
    </p>
  );
}
