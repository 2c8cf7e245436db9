import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import './waiting.css';

/** Nothing for a second, then a word and a bar: short waits stay still. */
export function Loading({ word }: { word?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" role="status" aria-busy="true">
      {late && (
        <>
          <p>{word ?? t().common.loading}</p>
          <div class="loading-bar" />
        </>
      )}
    </div>
  );
}

export interface EmptyProps {
  icon: IconName;
  children: ComponentChildren;
  onRetry?: () => unknown;
}

/** Said in place of content that is not there, and what can be done about it. */
export function Empty({ icon, children, onRetry }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} size={28} />
      <p>{children}</p>
      {onRetry && (
        <Button icon="refreshCw" onClick={onRetry}>
          {t().common.retry}
        </Button>
      )}
    </div>
  );
}
