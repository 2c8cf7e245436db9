import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { sentence } from '../../sync/api';
import { send } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Dialog, type DialogProps } from '../../ui/dialog';
import type { Command } from '../../wire';
import '../../styles/desk.css';

export interface FormDialogProps {
  heading: string;
  act: string;
  /** Does what the form says; gives the sentence that says why not, or an empty one. */
  onSubmit: () => Promise<string>;
  onClose: () => void;
  children: ComponentChildren;
  shape?: NonNullable<DialogProps['shape']>;
  kind?: 'primary' | 'stop';
}

/** A form that stays open, with the server's sentence in it, until it was accepted. */
export function FormDialog(props: FormDialogProps) {
  const { heading, act, onSubmit, onClose, children, shape = 'dialog', kind = 'primary' } = props;
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const fault = await onSubmit();
    setBusy(false);
    setError(fault);
    if (!fault) {
      onClose();
    }
  };
  return (
    <Dialog heading={heading} onClose={onClose} shape={shape}>
      <form class="stack" onSubmit={submit}>
        {children}
        {error && (
          <p class="form-error" role="alert">
            {error}
          </p>
        )}
        <footer class="dialog-foot form-foot">
          <Button onClick={onClose}>{t().common.cancel}</Button>
          <Button type="submit" kind={kind} disabled={busy}>
            {act}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Sends a command for a form: an empty sentence when it is recorded, else why not. */
export function tell(stream: string, command: Command, key?: string): Promise<string> {
  return faultOf(send(stream, command, key));
}

export async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return sentence(error);
  }
}
