import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Place<Part extends HTMLElement> {
  ref: RefObject<Part | null>;
  tabIndex: -1;
  onFocusIn: (event: FocusEvent) => void;
}

/**
 * For a part of the page in which a button may vanish under the finger, such as one that has done its work: the
 * keyboard stays in this part instead of falling back to the head of the page.
 */
export function useKeptFocus<Part extends HTMLElement>(): Place<Part> {
  const ref = useRef<Part>(null);
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const gone = last.current instanceof Node && !last.current.isConnected;
    if (gone && document.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true });
    }
  });
  return {
    ref,
    tabIndex: -1,
    onFocusIn: event => {
      last.current = event.target;
    },
  };
}
