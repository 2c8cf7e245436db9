import type { ComponentChildren } from 'preact';
import './card.css';

export interface CardProps {
  children: ComponentChildren;
  tone?: 'plain' | 'primary' | 'good' | 'warn' | 'stop';
  label?: string;
  class?: string;
}

export function Card({ children, tone = 'plain', label, class: more = '' }: CardProps) {
  return (
    <section class={`card ${tone} ${more}`} aria-label={label}>
      {children}
    </section>
  );
}
