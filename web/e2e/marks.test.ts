import { readFile } from 'node:fs/promises';
import type { CDPSession, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fingerDrag, mouseDrag, type Point, settled, wordAt } from '../test/paper/hand';
import { violations } from './axe';
import type { Caller } from './caller';
import { markMode, openPaper } from './paper';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const PAPER = 'Báo cáo số 345/BC-UBND';
const LOGIN = 'daibieu1';

let room: Room;
let first: Person;
let second: Person;
let pen: CDPSession;
let own: Caller;

/** Two tablets of one delegate, a pen and a finger. */
describe.skipIf(!hasBrowser)('marks in the hand', () => {
  beforeAll(async () => {
    room = await Room.open();
    own = await room.caller(LOGIN);
    first = await room.seated(LOGIN);
    second = await room.seated(LOGIN);
    await openPaper(first, PAPER);
    await openPaper(second, PAPER);
    pen = await first.context.newCDPSession(first.page);
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('what the pen writes stands on both tablets of the person, and on nobody elses', async () => {
    await first.press('Vẽ');
    await first.page.locator('.paper-frame.drawing').waitFor();
    const from = await onPage(first, 0.2, 0.3);
    await write(pen, from, 120);
    await hasStrokes(first, 1);
    await hasStrokes(second, 1);
    expect(await recorded(own)).toHaveLength(1);
    expect(await recorded(await room.caller('daibieu2'))).toHaveLength(0);
    expect(await recorded(await room.caller('chutri'))).toHaveLength(0);
  });

  test('after the pen a finger does not draw, unless its person wants it to', async () => {
    const toggle = first.button('Ngón tay cũng vẽ');
    await pressed(toggle, 'false');
    const [from, to] = [await onPage(first, 0.5, 0.5), await onPage(first, 0.5, 0.3)];
    await fingerDrag(pen, from, to);
    await expect.poll(() => top(first)).toBeGreaterThan(0);
    expect(await strokesOn(first)).toBe(1);
    await toggle.click();
    await pressed(toggle, 'true');
    await fingerDrag(pen, await onPage(first, 0.6, 0.6), await onPage(first, 0.8, 0.6));
    await hasStrokes(first, 2);
    await toggle.click();
  });

  test('the eraser takes whole strokes, and undo and redo are seen on the other tablet', async () => {
    await first.press('Tẩy nét vẽ');
    await first.hears('Kéo qua nét vẽ cần xoá.');
    await stroke(pen, [await onPage(first, 0.7, 0.55), await onPage(first, 0.7, 0.65)]);
    await hasStrokes(first, 1);
    await hasStrokes(second, 1);
    await first.press('Hoàn tác');
    await hasStrokes(second, 2);
    await first.press('Làm lại');
    await hasStrokes(second, 1);
    await first.page.keyboard.press('Control+z');
    await hasStrokes(second, 2);
    await hasStrokes(first, 2);
  });

  test('the other eraser takes a part and leaves two strokes, on both tablets; undo puts them together', async () => {
    await first.press('Tẩy một phần nét vẽ');
    await first.hears(/^Kéo qua phần cần xoá/);
    await stroke(pen, [await onPage(first, 0.7, 0.55), await onPage(first, 0.7, 0.65)]);
    await hasStrokes(first, 3);
    await hasStrokes(second, 3);
    await first.press('Hoàn tác');
    await hasStrokes(second, 2);
    await hasStrokes(first, 2);
  });

  test('strokes drawn without a network are sent once when it is back', async () => {
    await first.press('Bút');
    await first.hears('Chỉ bút vẽ. Ngón tay dùng để cuộn trang.');
    await first.context.setOffline(true);
    await first.sees(/^Mất kết nối, đang thử lại/);
    await write(pen, await onPage(first, 0.2, 0.7), 40);
    await hasStrokes(first, 3);
    await first.sees(/mục chưa gửi: đang chờ mạng/);
    await first.context.setOffline(false);
    await first.connected();
    await hasStrokes(second, 3);
    expect(await recorded(own)).toHaveLength(3);
  });

  test('the list has all marks, found with and without the marks of letters; a tap opens the page', async () => {
    await markMode(first);
    await mouseDrag(first.page, await wordAt(first.page, 1, 'Phạm'), await wordAt(first.page, 1, 'liệu'));
    const dialog = first.page.getByRole('dialog');
    await first.write('Nội dung ghi chú (có thể để trống)', 'Hỏi lại thời điểm chốt', dialog);
    await first.press('Lưu ghi chú', dialog);
    await first.press('Hoàn tác');
    await first.press('Làm lại');
    await second.choose('Ghi chú');
    await second.sees('3 nét vẽ');
    await second.sees('Hỏi lại thời điểm chốt');
    await second.sees('2 mục');
    await second.write('Tìm trong ghi chú', 'thoi diem chot');
    await second.sees('1/2 mục');
    await second.noLongerSees('3 nét vẽ');
    await second.write('Tìm trong ghi chú', '');
    await second.page.getByLabel('Loại').selectOption('Nét vẽ');
    await second.noLongerSees('Hỏi lại thời điểm chốt');
    await second.press('Mở trang 1', second.page.getByRole('listitem').filter({ hasText: '3 nét vẽ' }));
    await second.page.locator('.paper-lit rect').first().waitFor();
    await second.page.getByLabel('Loại').selectOption('Mọi loại');
    const [copy] = await Promise.all([
      second.page.waitForEvent('download'),
      second.press('Tải bản có ghi chú (PDF)'),
    ]);
    expect(copy.suggestedFilename()).toContain('có ghi chú.pdf');
    const held = (await readFile(await copy.path())).toString('latin1');
    expect(held.match(/\/Subtype \/Ink/g)).toHaveLength(3);
    await second.hears('Đã tải bản có ghi chú.');
    await copyStoppedAndLost(second);
    for (const scheme of ['light', 'dark'] as const) {
      await second.page.emulateMedia({ colorScheme: scheme });
      await second.picture(`marks-list-${scheme}`);
      expect(await violations(second, scheme)).toEqual([]);
    }
  });

  test('both tablets change the same marks at once, one without a network: in the end both show the same', async () => {
    const note = (person: Person) => person.page.getByRole('listitem').filter({ hasText: 'thời điểm chốt' });
    const rewrite = async (person: Person, text: string) => {
      await person.choose('Ghi chú');
      await person.press('Sửa', note(person));
      const dialog = person.page.getByRole('dialog');
      await dialog.getByLabel(/^Nội dung ghi chú/).fill(text);
      await person.press('Lưu ghi chú', dialog);
      await person.sees(text);
    };
    await second.context.setOffline(true);
    await second.sees(/^Mất kết nối, đang thử lại/);
    await rewrite(second, 'Viết khi mất mạng: thời điểm chốt');
    await second.decide('Xoá nét vẽ', /^Xoá mọi nét vẽ của đại biểu ở trang 1/);
    await rewrite(first, 'Viết khi có mạng: thời điểm chốt');
    await first.press('Vẽ');
    await first.press('Tẩy một phần nét vẽ');
    await first.hears(/^Kéo qua phần cần xoá/);
    await stroke(pen, [await onPage(first, 0.7, 0.55), await onPage(first, 0.7, 0.65)]);
    await hasStrokes(first, 4);
    await second.context.setOffline(false);
    await second.connected();
    for (const person of [first, second]) {
      await person.sees('Viết khi mất mạng: thời điểm chốt');
      await person.noLongerSees(/mục chưa gửi/);
      await hasStrokes(person, 2);
    }
    expect(await recorded(own)).toHaveLength(2);
    await second.page.keyboard.press('Control+z');
    await first.press('Hoàn tác');
    for (const person of [first, second]) {
      await hasStrokes(person, 3);
    }
  });

  test('a page of ink is shared with one person, said on it, and taken back', async () => {
    const other = await room.seated('daibieu2');
    await openPaper(other, PAPER);
    const { records } = await own.get<{ records: { member: Record<string, { name: string }> } }>(
      '/api/streams/m1',
    );
    const name = records.member[(await room.caller('daibieu2')).user]!.name;
    await first.press('Vẽ');
    const bar = first.page.getByRole('toolbar', { name: 'Công cụ đánh dấu' });
    await first.press('Nét vẽ trang 1: Chỉ đại biểu thấy', bar);
    const dialog = first.page.getByRole('dialog');
    await dialog.getByLabel('Người và nhóm được chọn').check();
    for (const turned of ['upright', 'tablet'] as const) {
      await first.page.setViewportSize(SIZES[turned]);
      await expect.poll(() => dialog.getByLabel('Người và nhóm được chọn').isChecked()).toBe(true);
    }
    await first.write('Tìm theo tên, đơn vị', name, dialog);
    await dialog.getByLabel(name).check();
    for (const scheme of ['light', 'dark'] as const) {
      await first.page.emulateMedia({ colorScheme: scheme });
      await first.picture(`marks-share-${scheme}`);
      expect(await violations(first, scheme)).toEqual([]);
    }
    await first.page.emulateMedia({ colorScheme: 'light' });
    await first.press('Xong', dialog);
    await hasStrokes(other, 3);
    expect(await recorded(await room.caller('daibieu3'))).toHaveLength(0);
    await other.choose('Ghi chú');
    await other.sees(new RegExp(`chia sẻ với: ${name}`));
    await first.choose('Ghi chú');
    await first.decide('Xoá nét vẽ', /^Xoá mọi nét vẽ của đại biểu ở trang 1/);
    await hasStrokes(other, 0);
    await first.press('Hoàn tác');
    await hasStrokes(other, 3);
    await first.press('Hoàn tác');
    await hasStrokes(other, 0);
    await first.button('Nét vẽ trang 1: Chỉ đại biểu thấy', bar).waitFor();
  });

  test('the pens in every size, light and dark', async () => {
    for (const device of ['upright', 'phone', 'tablet'] as Device[]) {
      await first.page.setViewportSize(SIZES[device]);
      await first.button('Hoàn tác').waitFor();
      for (const scheme of ['light', 'dark'] as const) {
        await first.page.emulateMedia({ colorScheme: scheme });
        await first.picture(`marks-ink-${device}-${scheme}`);
        expect(await violations(first, scheme)).toEqual([]);
      }
      await first.page.emulateMedia({ colorScheme: 'light' });
    }
  });
});

/** The copy is written for a long time, and stopped; then the network is gone, which is said where one has pressed. */
async function copyStoppedAndLost(person: Person): Promise<void> {
  const address = '**/own-copy';
  await person.page.route(address, () => {});
  await person.press('Tải bản có ghi chú (PDF)');
  await person.sees('Đang ghi các ghi chú vào tài liệu…');
  await lookAt(person, 'copy-making');
  await person.press('Dừng');
  await person.button('Tải bản có ghi chú (PDF)').waitFor();
  await person.page.unroute(address);
  await person.page.route(address, route => route.abort('internetdisconnected'));
  await person.press('Tải bản có ghi chú (PDF)');
  await person.sees(/^Chưa tải được bản có ghi chú vì mất kết nối/);
  await lookAt(person, 'copy-lost');
  await person.page.unroute(address);
  await Promise.all([person.page.waitForEvent('download'), person.press('Thử lại')]);
  await person.button('Tải bản có ghi chú (PDF)').waitFor();
}

async function lookAt(person: Person, name: string): Promise<void> {
  const scheme = name.endsWith('lost') ? 'dark' : 'light';
  await person.page.emulateMedia({ colorScheme: scheme });
  await person.picture(name);
  expect(await violations(person, scheme)).toEqual([]);
}

/** A place on the first page by fractions of its width and of the window's height. */
async function onPage({ page }: Person, across: number, down: number): Promise<Point> {
  await settled(page);
  return page.evaluate(
    ([x, y]) => {
      const leaf = document.querySelector('.paper-page[data-page="1"]')!.getBoundingClientRect();
      const frame = document.querySelector('.paper-frame')!.getBoundingClientRect();
      return { x: Math.round(leaf.left + leaf.width * x), y: Math.round(frame.top + frame.height * y) };
    },
    [across, down] as const,
  );
}

/** A pen with a growing pressure; the places of its point in the window. */
async function stroke(hand: CDPSession, places: Point[]): Promise<void> {
  const own = { pointerType: 'pen', button: 'left', clickCount: 1 } as const;
  const [start, ...rest] = places as [Point, ...Point[]];
  await hand.send('Input.dispatchMouseEvent', { ...own, type: 'mousePressed', force: 0.2, ...start });
  for (const [at, place] of rest.entries()) {
    const force = 0.2 + (0.6 * at) / rest.length;
    await hand.send('Input.dispatchMouseEvent', { ...own, type: 'mouseMoved', buttons: 1, force, ...place });
  }
  await hand.send('Input.dispatchMouseEvent', { ...own, type: 'mouseReleased', ...rest.at(-1)! });
}

function write(hand: CDPSession, from: Point, samples: number): Promise<void> {
  const places = Array.from({ length: samples }, (_, at) => ({
    x: from.x + at * 2,
    y: from.y + Math.round(22 * Math.sin(at / 7)),
  }));
  return stroke(hand, places);
}

async function pressed(toggle: Locator, state: 'true' | 'false'): Promise<void> {
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe(state);
}

async function hasStrokes(person: Person, count: number): Promise<void> {
  await expect.poll(() => strokesOn(person)).toBe(count);
}

function strokesOn({ page }: Person): Promise<number> {
  return page.locator('.paper-ink path').count();
}

function top({ page }: Person): Promise<number> {
  return page.evaluate(() => document.querySelector('.paper-frame')!.scrollTop);
}

async function recorded(caller: Caller): Promise<string[]> {
  const { records } = await caller.get<{ records: { stroke?: object } }>('/api/streams/m1');
  return Object.keys(records.stroke ?? {});
}
