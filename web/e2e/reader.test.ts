import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import { openPaper, pageOf } from './paper';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const PAPER = 'Báo cáo số 345/BC-UBND';
const OTHER = 'Chỉ thị số 09/CT-UBND';

let room: Room;
let reader: Person;

/** Looking into a paper: words, outline, pages, night, and a second one beside it. */
describe.skipIf(!hasBrowser)('the reader', () => {
  beforeAll(async () => {
    room = await Room.open();
    reader = await room.seated('daibieu1');
    await openPaper(reader, PAPER);
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('words are found without their marks, listed with what is around, and marked on the page', async () => {
    await reader.press('Tìm, mục lục, trang');
    await reader.write('Từ cần tìm', 'bao hiem');
    await reader.sees(/^[1-9]\d* chỗ$/);
    const hits = reader.page.locator('.finder-line');
    const all = await hits.count();
    expect(all).toBeGreaterThan(1);
    expect((await hits.first().innerText()).normalize('NFC')).toMatch(/bảo hiểm/i);
    await reader.press('Chỗ sau');
    await reader.sees(`Chỗ 1/${all}`);
    await reader.press('Chỗ sau');
    await reader.sees(`Chỗ 2/${all}`);
    await reader.page.locator('.paper-found .current').first().waitFor({ state: 'attached' });
    await look(reader, 'finder-search', ['upright', 'phone']);
    await reader.write('Từ cần tìm', 'không-có-từ-này');
    await reader.sees('Không có từ này trong tài liệu.');
  });

  test('the outline comes from the words, and the pages are small pictures', async () => {
    await reader.choose('Mục lục');
    await reader.page.locator('.finder-line').nth(1).click();
    await look(reader, 'finder-outline');
    await reader.choose('Trang');
    await reader.page.locator('.finder-page img').nth(3).waitFor();
    await reader.page.getByRole('button', { name: 'Trang 5', exact: true }).click();
    await drawn(reader.page, 5);
    await expect.poll(() => pageOf(reader)).toBe('5');
    expect(await reader.page.locator('.paper-page canvas').count()).toBeLessThanOrEqual(5);
    await look(reader, 'finder-pages', ['phone']);
    await reader.press('Đóng');
  });

  test('at night the pages are dimmed and nothing is inverted; two papers lie beside each other', async () => {
    await reader.press('Cách hiển thị');
    await reader.press('Đọc ban đêm', reader.page.getByRole('dialog'));
    await look(reader, 'view-dialog');
    await reader.press('Mở hai tài liệu cạnh nhau', reader.page.getByRole('dialog'));
    await reader.page.getByRole('dialog').getByRole('button', { name: OTHER }).click();
    await reader.page.locator('.beside .paper-page[data-drawn]').first().waitFor();
    const filter = await reader.page
      .locator('.beside .paper-page canvas')
      .first()
      .evaluate(canvas => getComputedStyle(canvas).filter);
    expect(filter).toMatch(/brightness/);
    expect(filter).not.toMatch(/invert/);
    expect(await reader.page.locator('.paper-page canvas').count()).toBeLessThanOrEqual(5);
    await look(reader, 'beside');
    await reader.press('Đóng tài liệu bên cạnh');
    await reader.page.locator('.beside').waitFor({ state: 'detached' });
  });

  test('a touch on the paper closes the side sheet, whatever was begun in it, and the words are kept', async () => {
    await reader.page.setViewportSize(SIZES.upright);
    await reader.press('Diễn biến');
    const sheet = reader.page.getByRole('dialog');
    await reader.write('Ý kiến của đại biểu', 'Chưa gửi', sheet);
    await reader.page.mouse.click(20, 600);
    await sheet.waitFor({ state: 'detached' });
    await reader.press('Diễn biến');
    const begun = sheet.getByLabel('Ý kiến của đại biểu', { exact: true });
    await expect.poll(() => begun.inputValue()).toBe('Chưa gửi');
  });
});

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
