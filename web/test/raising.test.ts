import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { type RaisedDialog, raising } from '../src/screens/room/raising';

test('a double tap opens one dialog, another button one above it, and what was closed opens again', () => {
  const raised = signal<readonly RaisedDialog[]>([]);
  const shown = () => raised.value.map(dialog => dialog.shown);
  const [water, page] = [raising(raised), raising(raised)];
  let close = () => {};
  const make = (way: () => void) => {
    close = way;
    return 'water';
  };
  water(make);
  water(make);
  page(() => 'page');
  expect(shown()).toEqual(['water', 'page']);
  close();
  expect(shown()).toEqual(['page']);
  water(make);
  expect(shown()).toEqual(['page', 'water']);
});
