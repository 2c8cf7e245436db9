import { useEffect } from 'preact/hooks';

/** A dialog goes with what it is about: once that is gone, nothing stays behind that asks about it. */
export function useClosing(gone: boolean, onClose: () => void): void {
  useEffect(() => {
    if (gone) {
      onClose();
    }
  }, [gone]);
}
