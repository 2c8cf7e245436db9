import type { Tone } from './badge';
import './bar.css';

export interface BarProps {
  label: string;
  /** Said beside the bar: a number, a percent. */
  said: string;
  value: number;
  of: number;
  tone?: Tone;
  /** Draws a tick at this share (0–1) of the whole. */
  mark?: number;
}

/** Label, number and bar together; the bar is decoration for the eye. */
export function Bar({ label, said, value, of, tone = 'primary', mark }: BarProps) {
  return (
    <div class={`bar ${tone}`}>
      <div class="bar-words">
        <span>{label}</span>
        <span class="figures">{said}</span>
      </div>
      <svg class="bar-drawing" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-ground" width="100" height="8" />
        <rect class="bar-value" width={of > 0 ? Math.min(100, (100 * value) / of) : 0} height="8" />
        {mark !== undefined && <rect class="bar-mark" x={100 * mark - 0.4} width="0.8" height="8" />}
      </svg>
    </div>
  );
}
