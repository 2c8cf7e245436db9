import { Fragment } from 'preact';
import { useRoom } from './state';

/** The dialogs that panels have opened (`useRaise`); stand beside the layouts of every screen that has a room. */
export function Raised() {
  return (
    <>
      {useRoom().raised.value.map(({ key, shown }) => (
        <Fragment key={key}>{shown}</Fragment>
      ))}
    </>
  );
}
