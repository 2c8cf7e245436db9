import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import type { Caller } from './caller';
import { openPaper } from './paper';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const PAPER = 'Báo cáo số 345/BC-UBND';

let room: Room;
let chair: Caller;

/** Every main screen in a running meeting with a speaker and an open vote: pictures to look at, and axe without a word. */
describe.skipIf(!hasBrowser)('main screens', () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.caller('chutri');
    await fillMeeting();
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('sign-in', async () => {
    const nobody = await room.device('daibieu1', 'tablet');
    await look(nobody, 'sign-in', ['upright', 'phone']);
  });

  test('list of meetings, and the own password', async () => {
    const person = await room.signedIn('daibieu5');
    await person.region('Cuộc họp gần nhất').waitFor();
    await look(person, 'meetings', ['upright', 'phone']);
    await person.openMenu();
    await person.page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
    await person.sees('Nhập lại mật khẩu mới');
    await look(person, 'password');
  });

  test('the whole archive is asked', async () => {
    const person = await room.signedIn('daibieu4');
    await person.page.getByRole('link', { name: 'Kho tài liệu' }).click();
    await person.write('Hỏi về tài liệu các cuộc họp', 'Nhật ký khai thác dữ liệu cá nhân phải lưu bao lâu?');
    await person.press('Hỏi');
    await person.sees(/^Đã tra \d+ tài liệu của 1 cuộc họp/);
    await look(person, 'archive', ['upright', 'phone']);
  });

  test('delegate: reading, notes, assistant, in all sizes', async () => {
    const person = await room.seated('daibieu1');
    await openPaper(person, PAPER);
    await look(person, 'delegate', ['upright']);
    for (const tab of ['Ghi chú', 'Trợ lý']) {
      await person.choose(tab);
      await look(person, `delegate-${tab}`);
    }
  });

  test('delegate: cited documents, summary, brief, differing figures', async () => {
    const person = await room.seated('daibieu3');
    await openPaper(person, PAPER);
    await person.press('Tìm, mục lục, trang');
    await person.choose('Dẫn chiếu');
    await person.sees('Kế hoạch số 86/KH-UBND');
    await look(person, 'cited', ['upright']);
    await person.choose('Trợ lý');
    for (const sight of ['Tóm tắt tài liệu đang mở', 'Tóm lược bộ tài liệu', 'Các con số khác nhau']) {
      await person.press(sight);
      await person.sees(/^trang \d+$/);
      await look(person, sight, ['phone']);
      await person.page.keyboard.press('Escape');
    }
  });

  test('delegate on a phone: every place of the bar', async () => {
    const person = await room.seated('daibieu2', 'phone');
    await look(person, 'phone-agenda');
    for (const place of ['Phát biểu', 'Biểu quyết', 'Trợ lý']) {
      await person.page.getByRole('navigation').getByRole('button', { name: place }).click();
      await look(person, `phone-${place}`);
    }
  });

  test('chair', async () => {
    const person = await room.seated('chutri');
    await look(person, 'chair', ['upright', 'phone']);
    await person.choose('Biểu quyết');
    await look(person, 'chair-ballots');
    await person.press('Soạn biểu quyết');
    await look(person, 'chair-prepare-vote');
  });

  test('secretary: every section', async () => {
    const person = await room.seated('thuky');
    for (const section of [
      'Chuẩn bị',
      'Tài liệu',
      'Điểm danh',
      'Phát biểu',
      'Biểu quyết',
      'Biên bản',
      'Văn bản',
      'Màn hình lớn',
    ]) {
      await person.press(section);
      await person.page.waitForLoadState('networkidle');
      await look(person, `desk-${section}`, ['upright']);
    }
  });

  test('administrator', async () => {
    const person = await room.signedIn('quantri');
    await person.page.getByRole('link', { name: 'Quản lý tài khoản' }).click();
    await person.sees('Đinh Xuân Trường');
    await look(person, 'people', ['upright', 'phone']);
  });

  test('big screen', async () => {
    const wall = await room.wall();
    await wall.sees('Đang biểu quyết');
    await look(wall, 'wall');
  });
});

/** Running, everybody there, somebody speaking, two waiting, a vote open. */
async function fillMeeting(): Promise<void> {
  await chair.send({ type: 'meeting.start' });
  for (let number = 1; number <= 12; number += 1) {
    const caller = await room.caller(`daibieu${number}`);
    await caller.send({ type: 'attendance.check-in' });
    if (number > 9) {
      const subject = 'Đề nghị làm rõ trách nhiệm của từng đơn vị trong xử lý hồ sơ quá hạn';
      await caller.send({ type: 'speech.request', speech: `s${number}`, subject });
    }
  }
  await chair.send({ type: 'agenda.go', item: 'i2' });
  await chair.send({ type: 'speech.call', speech: 's10', seconds: 600 });
  await chair.send({ type: 'vote.open', vote: 'v1' });
}

/** Turning the device draws the open paper anew, from the next frame on. */
async function redrawn({ page }: Person): Promise<void> {
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  if (await page.locator('.paper-reader').count()) {
    await drawn(page);
  }
}

/** Pictures in every size asked for, light and dark, each under axe. */
async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of more) {
    await person.page.setViewportSize(SIZES[device]);
    await redrawn(person);
    await person.picture(`${name}-${device}`);
    expect(await violations(person, 'light')).toEqual([]);
    await expect.poll(() => beyondScreen(person)).toBe(0);
  }
  await person.page.setViewportSize(own);
  await person.page.emulateMedia({ colorScheme: 'dark' });
  await person.picture(`${name}-dark`);
  expect(await violations(person, 'dark')).toEqual([]);
  await person.page.emulateMedia({ colorScheme: 'light' });
  await person.picture(name);
  expect(await violations(person, 'light')).toEqual([]);
  await expect.poll(() => beyondScreen(person)).toBe(0);
}

/** Pixels by which a screen that fills the tablet is longer than it: it would get a second scroll bar. */
function beyondScreen({ page }: Person): Promise<number> {
  return page.evaluate(() => {
    const fills = document.querySelector('.room, .desk, .console');
    const { scrollHeight, clientHeight } = document.documentElement;
    return fills ? scrollHeight - clientHeight : 0;
  });
}
