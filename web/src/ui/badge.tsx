import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './badge.css';

export type Tone = 'plain' | 'primary' | 'good' | 'warn' | 'stop';

/** A state in word, shape and colour; never colour alone. */
export function Badge({
  icon,
  tone = 'plain',
  children,
}: {
  icon: IconName;
  tone?: Tone;
  children: ComponentChildren;
}) {
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} size={18} />
      <span>{children}</span>
    </span>
  );
}
