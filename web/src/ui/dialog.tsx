import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../i18n';
import { Button, IconButton } from './button';
import { Icon } from './icon';
import './dialog.css';

export interface DialogProps {
  heading: string;
  onClose: () => void;
  children: ComponentChildren;
  /** `sheet` slides in from the side that is nearest the thumb; `page` takes as much room as there is; `full` all of the window. */
  shape?: 'dialog' | 'sheet' | 'sheet-left' | 'sheet-bottom' | 'page' | 'full';
  /** What is written or chosen in it lives on when it closes: a touch beside it always closes it. */
  keeps?: boolean;
}

/**
 * The browser's own modal dialog: focus, Escape and the way back come with it. Rendered means open. A touch beside it
 * closes it as long as nothing was written or chosen in it that would be lost: a palm on the paper must not take a note
 * away.
 */
export function Dialog({ heading, onClose, children, shape = 'dialog', keeps = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const changed = useRef(false);
  const label = useId();
  useEffect(() => {
    const before = document.activeElement;
    const part = before?.parentElement?.closest('[tabindex="-1"]');
    element.current?.showModal();
    return () => giveBack(before, part);
  }, []);
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === element.current && !changed.current) {
      onClose();
    }
  };
  return (
    <dialog
      ref={element}
      class={`dialog ${shape}`}
      aria-labelledby={label}
      onClose={onClose}
      onClick={closeOnBackdrop}
      onInput={event => {
        changed.current ||= !keeps && !(event.target as Element).matches('[type=search]');
      }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={label}>{heading}</h2>
          <IconButton icon="x" label={t().common.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}

/**
 * The focus returns to where it was, unless the program has put it elsewhere meanwhile; where that has vanished behind the
 * dialog, to the part of the page in which it was (see `useKeptFocus`).
 */
function giveBack(...places: (Element | null | undefined)[]): void {
  const there = places.find(place => place?.isConnected);
  if (there instanceof HTMLElement && document.activeElement === document.body) {
    there.focus({ preventScroll: true });
  }
}

export interface ConfirmProps {
  /** Repeats the thing itself: what will happen to what. */
  question: string;
  detail?: string;
  /** What stands against it now, above the rest. */
  warning?: string;
  act: string;
  kind?: 'primary' | 'stop';
  onConfirm: () => unknown;
  onClose: () => void;
}

/** Asks once before something that cannot be taken back. */
export function Confirm({
  question,
  detail,
  warning,
  act,
  kind = 'primary',
  onConfirm,
  onClose,
}: ConfirmProps) {
  const confirm = async () => {
    await onConfirm();
    onClose();
  };
  return (
    <Dialog heading={question} onClose={onClose}>
      {warning && (
        <p class="dialog-warning">
          <Icon name="triangleAlert" /> <span>{warning}</span>
        </p>
      )}
      {detail && <p class="dialog-text">{detail}</p>}
      <div class="dialog-foot">
        <Button onClick={onClose}>{t().common.cancel}</Button>
        <Button kind={kind} onClick={confirm}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
