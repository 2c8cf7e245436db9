import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import { openPaper, pageOf, paperButton, turnTo } from './paper';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const PAPER = 'Báo cáo số 345/BC-UBND';

let room: Room;
let reader: Person;

/** How far somebody has read: for the own eyes, for the desk, and on the other tablet. */
describe.skipIf(!hasBrowser)('reading progress', () => {
  beforeAll(async () => {
    room = await Room.open();
    reader = await room.seated('daibieu1');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('pages in sight count after a while, on the bar and beside the paper', async () => {
    await reader.sees('Thư ký và chủ trì thấy bạn đã mở và đã xem bao nhiêu trang; không thấy ghi chú.');
    await openPaper(reader, PAPER);
    await turnTo(reader, 4);
    await drawn(reader.page, 4);
    await reader.sees(/^đã xem [1-9]\/11 trang$/);
    await look(reader, 'reading-bar', ['upright', 'phone']);
  });

  test('another tablet of the same person opens the paper where it was left', async () => {
    await reader.page.getByRole('link', { name: 'Các cuộc họp' }).click();
    await reader.sees(/^[1-9]\/\d+ trang$/);
    await look(reader, 'home-reading', ['upright', 'phone']);
    await expect.poll(placeKept).toMatchObject([{ page: 4 }]);
    const other = await room.seated('daibieu1');
    await paperButton(other, PAPER).click();
    await drawn(other.page, 4);
    await expect.poll(() => pageOf(other)).toBe('4');
  });

  test('the desk sees who has opened how much, and nobody else does', async () => {
    const secretary = await room.seated('thuky');
    await secretary.page.getByRole('button', { name: 'Tài liệu', exact: true }).click();
    await secretary.press('Ai đã đọc tài liệu');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.sees(/^1\/\d+ người đã mở tài liệu$/, dialog);
    await look(secretary, 'reading-table', ['upright', 'phone']);
    await dialog.getByRole('button', { name: /^Chưa mở/ }).click();
    await dialog.getByText('Đã mở', { exact: true }).first().waitFor({ state: 'detached' });
    const other = await room.caller('daibieu2');
    const { records } = await other.get<{ records: Record<string, unknown> }>('/api/streams/m1');
    expect(records.reading ?? records.reading_place).toBeUndefined();
  });
});

/** Where this person has left papers, as the server has it. */
async function placeKept(): Promise<unknown[]> {
  const own = await room.caller('daibieu1');
  const { records } = await own.get<{ records: { reading_place?: object } }>('/api/streams/m1');
  return Object.values(records.reading_place ?? {});
}

async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  for (const device of ['tablet', ...more] as Device[]) {
    await person.page.setViewportSize(SIZES[device]);
    for (const scheme of ['dark', 'light'] as const) {
      await person.page.emulateMedia({ colorScheme: scheme });
      await person.picture(`${name}-${device}-${scheme}`);
      expect(await violations(person, scheme)).toEqual([]);
    }
  }
  await person.page.setViewportSize(SIZES.tablet);
}
