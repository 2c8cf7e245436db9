import { expect, test, vi } from 'vitest';

vi.mock('../src/sync/cabinet', () => ({}));

import { sourcesOf } from '../src/screens/minutes/draft';
import { Records } from '../src/sync/records';

test.each(['interest', 'invitation', 'tally_entry', 'former_member', 'paper_readers'])(
  'the minutes are asked for anew when there is another %s',
  kind => {
    const records = new Records();
    const before = sourcesOf(records);
    expect(sourcesOf(records).every((rows, place) => rows === before[place])).toBe(true);
    records.apply([[kind, 'x1', {}]]);
    expect(sourcesOf(records).some((rows, place) => rows !== before[place])).toBe(true);
  },
);
