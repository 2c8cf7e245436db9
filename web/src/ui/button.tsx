import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, type IconName } from './icon';
import './button.css';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: (event: MouseEvent) => unknown;
  kind?: 'primary' | 'plain' | 'quiet' | 'stop';
  size?: 'normal' | 'big' | 'small';
  icon?: IconName;
  type?: 'button' | 'submit';
  disabled?: boolean;
  wide?: boolean;
  pressed?: boolean;
  label?: string;
}

/**
 * While `onClick` returns a promise that has not settled, the button is busy and takes no second tap. It is not disabled
 * for that: a disabled button would lose the keyboard's place on the page.
 */
export function Button(props: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const { kind = 'plain', size = 'normal', type = 'button', wide = false } = props;
  const press = async (event: MouseEvent) => {
    if (busy) {
      return;
    }
    const outcome = props.onClick?.(event);
    if (outcome instanceof Promise) {
      setBusy(true);
      await outcome.finally(() => setBusy(false));
    }
  };
  return (
    <button
      type={type}
      class={`button ${kind} ${size}${wide ? ' wide' : ''}`}
      disabled={props.disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy}
      aria-pressed={props.pressed}
      aria-label={props.label}
      title={props.label}
      onClick={press}
    >
      {props.icon && <Icon name={props.icon} size={size === 'big' ? 24 : 20} />}
      <span class="button-word">{props.children}</span>
    </button>
  );
}

/** For toolbars only: the word is the tooltip and the label. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onClick: () => unknown;
  pressed?: boolean;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled ?? false}
      onClick={() => props.onClick()}
    >
      <Icon name={props.icon} size={22} />
    </button>
  );
}
