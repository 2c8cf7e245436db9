import { expect, test } from 'vitest';
import type { MemberRecord, PaperRecord } from '../src/records';
import { placesOf, preparedness } from '../src/rules/packet';
import { nameable, openedBy, unitsOf } from '../src/rules/secrecy';

const paper = (version: string, part: Partial<PaperRecord> = {}): PaperRecord => ({
  item: 'i1',
  title: version,
  position: 0,
  state: 'published',
  version,
  published_at: 1,
  must_read: true,
  secret: false,
  ...part,
});

const member = (name: string, unit: string, role: MemberRecord['role'] = 'delegate'): MemberRecord => ({
  name,
  title: '',
  unit,
  role,
  votes: true,
  order: 1,
  stands_for: '',
  substitute: '',
});

const members = new Map([
  ['u1', member('Đinh Xuân Trường', 'Sở Y tế')],
  ['u2', member('Vũ Thị An', 'Sở Tư pháp')],
  ['u3', member('Chu Hải Đăng', 'Sở Y tế', 'guest')],
  ['u4', member('Thư Ký', 'Văn phòng', 'secretary')],
  ['u5', member('Màn hình', 'Văn phòng', 'screen')],
]);

test('preparedness counts what must be read and was published', () => {
  const papers = new Map([
    ['a', paper('va')],
    ['b', paper('vb')],
    ['c', paper('vc', { must_read: false })],
    ['d', paper('vd', { state: 'draft' })],
  ]);
  expect(preparedness(papers, version => version === 'vb' || version === 'vc')).toEqual({
    opened: 1,
    all: 2,
  });
});

test('units and people that a secret paper can name', () => {
  expect(unitsOf(members)).toEqual([
    ['Sở Tư pháp', 1],
    ['Sở Y tế', 2],
    ['Văn phòng', 1],
  ]);
  expect(nameable(members).map(([user]) => user)).toEqual(['u2', 'u3', 'u1']);
});

test('openings are told by person, the first time first', () => {
  const openings = new Map([
    ['1', { paper: 'p', user: 'u1', at: 30 }],
    ['2', { paper: 'p', user: 'u2', at: 20 }],
    ['3', { paper: 'p', user: 'u1', at: 10 }],
    ['4', { paper: 'q', user: 'u3', at: 5 }],
  ]);
  expect(openedBy(openings, 'p', user => members.get(user)!.name)).toEqual([
    { user: 'u2', times: [20] },
    { user: 'u1', times: [10, 30] },
  ]);
});

test('papers lie by agenda item, then in groups', () => {
  const item = { presenter: '', minutes: 0, spent_ms: 0, state: 'waiting' as const };
  const items = new Map([
    ['i2', { ...item, title: 'Hai', position: 1 }],
    ['i1', { ...item, title: 'Một', position: 0 }],
  ]);
  expect(placesOf(items as never, new Map([['g', { title: 'Chung', position: 0 }]]))).toEqual([
    { id: 'i1', title: 'Một', number: 1 },
    { id: 'i2', title: 'Hai', number: 2 },
    { id: 'g', title: 'Chung', number: null },
  ]);
});
