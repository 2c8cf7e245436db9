import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { newId } from '../../sync/ids';

export interface RaisedDialog {
  key: string;
  shown: ComponentChildren;
}

type Make = (close: () => void) => ComponentChildren;

/** One way to open dialogs on the pile, one at a time: a second tap while the first one is up opens nothing. */
export function raising(raised: Signal<readonly RaisedDialog[]>): (make: Make) => void {
  let last = '';
  return make => {
    if (raised.peek().some(({ key }) => key === last)) {
      return;
    }
    const key = newId();
    last = key;
    const close = () => {
      raised.value = raised.peek().filter(dialog => dialog.key !== key);
    };
    raised.value = [...raised.peek(), { key, shown: make(close) }];
  };
}
