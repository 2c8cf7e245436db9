import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import { openPaper, pageOf, turnTo } from './paper';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

const PAPER = 'Báo cáo số 345/BC-UBND';
const FOLLOW = 'Theo dõi trang trình chiếu';

let room: Room;
let chair: Person;
let first: Person;

/** The chair turns the pages, every tablet goes along until a hand touches it. */
describe.skipIf(!hasBrowser)('following the presenter', () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.seated('chutri');
    await chair.page.goto('/#/meeting/m1/room');
    first = await room.seated('daibieu1');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a tablet opens the presented page by itself, also one that comes late', async () => {
    await openPaper(chair, PAPER);
    await chair.press('Trình chiếu');
    await first.sees('Đang theo dõi');
    await drawn(first.page);
    await turnTo(chair, 3);
    await expect.poll(() => pageOf(first)).toBe('3');
    const late = await room.seated('daibieu2', 'upright');
    await drawn(late.page, 3);
    await expect.poll(() => pageOf(late)).toBe('3');
  });

  test('the part that the chair has zoomed into is shown too', async () => {
    const before = await widthOf(first);
    for (const _ of [1, 2, 3]) {
      await chair.press('Phóng to');
    }
    await expect.poll(() => widthOf(first)).toBeGreaterThan(before * 1.5);
    await look(first, 'following');
    await chair.press('Cách hiển thị');
    await chair.press('Vừa bề ngang', chair.page.getByRole('dialog'));
    await expect.poll(() => widthOf(first)).toBe(before);
  });

  test('a touch lets go, and one button returns', async () => {
    await first.page.locator('.paper-frame').click();
    await first.button(FOLLOW).waitFor();
    await turnTo(chair, 1);
    await first.sees(/trang 1,/);
    expect(await pageOf(first)).toBe('3');
    await look(first, 'not-following');
    await first.press(FOLLOW);
    await expect.poll(() => pageOf(first)).toBe('1');
    await first.sees('Đang theo dõi');
  });

  test('the chair goes back to the console, names somebody else, and ends it there', async () => {
    await chair.page.goto('/#/meeting/m1/chair');
    const caller = await room.caller('chutri');
    await caller.send({ type: 'meeting.start' });
    await caller.send({ type: 'agenda.go', item: await firstItem() });
    await chair.sees(/đang trình chiếu/);
    await chair.choose('Màn hình');
    await chair.press('Mời người trình chiếu');
    const dialog = chair.page.getByRole('dialog');
    await look(chair, 'name-presenter');
    await dialog
      .getByRole('button')
      .filter({ hasText: await nameOf('daibieu1') })
      .click();
    await dialog.waitFor({ state: 'detached' });
    await first.button('Trình chiếu').waitFor();
    await look(chair, 'chair-presented');
    await chair.press('Dừng trình chiếu');
    await first.noLongerSees('Đang theo dõi');
    await first.press('Trình chiếu');
    await chair.sees(/đang trình chiếu/);
  });
});

function widthOf(person: Person): Promise<number> {
  return person.page
    .locator('.paper-page')
    .first()
    .evaluate(page => page.getBoundingClientRect().width);
}

async function firstItem(): Promise<string> {
  const caller = await room.caller('chutri');
  const { records } = await caller.get<{ records: { item: Record<string, { position: number }> } }>(
    '/api/streams/m1',
  );
  return Object.entries(records.item).sort(([, a], [, b]) => a.position - b.position)[0]![0];
}

async function nameOf(login: string): Promise<string> {
  const caller = await room.caller(login);
  return (await caller.get<{ user: { name: string } }>('/api/me')).user.name;
}

async function look(person: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(`${name}-${scheme}`);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
