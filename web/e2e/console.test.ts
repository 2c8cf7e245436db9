import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import { type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

let room: Room;
let chair: Caller;
let person: Person;

/** The chair's console on one tablet: everything in sight, by thumb and by keyboard. */
describe.skipIf(!hasBrowser)("the chair's console", () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.caller('chutri');
    for (let number = 1; number <= 12; number += 1) {
      const caller = await room.caller(`daibieu${number}`);
      await caller.send({ type: 'attendance.check-in' });
      if (number > 10) {
        await caller.send({ type: 'speech.request', speech: `s${number}` });
      }
    }
    person = await room.seated('chutri');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the keys are listed, and ask before what cannot be taken back', async () => {
    await person.page.keyboard.press('?');
    await person.sees('Việc tiếp theo (nút lớn)', person.page.getByRole('dialog'));
    await looksRight('chair-keys');
    await leaveDialog();
    await person.page.keyboard.press('n');
    await person.press('Bắt đầu cuộc họp', person.page.getByRole('dialog'));
    await person.sees('Đang bàn · Nội dung 1/5');
  });

  test('letters in the conclusion stay letters', async () => {
    await person.page.keyboard.press('c');
    await person.page.keyboard.type('nmkt]');
    const conclusion = person.page.getByLabel('Kết luận của chủ trì');
    await expect.poll(() => conclusion.inputValue()).toBe('nmkt]');
    expect(await person.text()).toContain('Đang bàn · Nội dung 1/5');
    await person.page.getByRole('tab', { name: 'Phát biểu' }).focus();
  });

  test('a key calls the next speaker, gives a minute, ends the speech, and says so', async () => {
    await person.page.keyboard.press('m');
    await person.hears(/^Đã mời .* phát biểu$/);
    await person.region('Đang phát biểu').waitFor();
    await person.page.keyboard.press('+');
    await person.hears('Đã thêm 1 phút');
    await person.page.keyboard.press('k');
    await person.hears('Đã kết thúc phát biểu');
    await person.page.keyboard.press(']');
    await person.sees('Đang bàn · Nội dung 2/5');
  });

  test('speaker, open vote and conclusion are in sight together', async () => {
    await chair.send({ type: 'speech.call', speech: 's12', seconds: 300 });
    await chair.send({ type: 'vote.open', vote: 'v1' });
    await person.sees('Đang mở');
    await person.page.locator('.live + .live').waitFor();
    for (const name of ['Kết luận của chủ trì', 'Đóng biểu quyết'] as const) {
      const part = person.page.getByLabel(name).or(person.page.getByRole('button', { name })).first();
      const below = async () => {
        const box = (await part.boundingBox())!;
        const seen = (await person.page.locator('.console-wide').boundingBox())!;
        return box.y + box.height - (seen.y + seen.height);
      };
      await expect.poll(below).toBeLessThanOrEqual(0);
      expect((await part.boundingBox())!.height).toBeGreaterThanOrEqual(48);
    }
    await expect.poll(() => uncovered('.conclusion textarea')).toBe(true);
    await looksRight('chair-both');
  });

  test('a half-written vote outlives a turn of the tablet', async () => {
    await person.choose('Biểu quyết');
    await person.press('Soạn biểu quyết');
    const question = () => person.page.getByLabel('Nội dung biểu quyết').inputValue();
    await person.write('Nội dung biểu quyết', 'Thông qua quy chế');
    await person.page.setViewportSize(SIZES.upright);
    await person.page.locator('.console-tall').waitFor();
    await expect.poll(question).toBe('Thông qua quy chế');
    await person.page.setViewportSize(SIZES.tablet);
    await person.page.locator('.console-wide').waitFor();
    await expect.poll(question).toBe('Thông qua quy chế');
    await leaveDialog();
  });

  test('the side of the thumb can be changed', async () => {
    const side = async () => (await person.page.locator('.console-side').boundingBox())!.x;
    expect(await side()).toBeGreaterThan(700);
    await person.page.keyboard.press('?');
    await person.press('Tay trái', person.page.getByRole('dialog'));
    await leaveDialog();
    await expect.poll(side).toBe(0);
    await looksRight('chair-left-hand');
  });

  test('keys can be turned off, all but the one that lists them', async () => {
    await person.page.keyboard.press('?');
    await person.press('Dùng phím tắt', person.page.getByRole('dialog'));
    await leaveDialog();
    await person.page.keyboard.press('n');
    await person.page.keyboard.press('?');
    await person.sees('Dùng phím tắt', person.page.getByRole('dialog'));
    expect(await person.page.getByRole('dialog').count()).toBe(1);
  });

  test('on a phone the meetings come first, and the personal things are one tap away', async () => {
    const phone = await room.signedIn('daibieu1', 'phone');
    await phone.region('Cuộc họp gần nhất').waitFor();
    const bar = await phone.page.getByRole('banner').boundingBox();
    expect(bar!.height).toBeLessThan(80);
    await phone.press('Mục khác');
    await phone.sees('Đăng xuất', phone.page.getByRole('dialog'));
    expect(await violations(phone, 'light')).toEqual([]);
  });
});

async function leaveDialog(): Promise<void> {
  await person.page.keyboard.press('Escape');
  // The element, not its role: a closed dialog stands there until its page has heard of it.
  await person.page.locator('dialog').waitFor({ state: 'detached' });
}

/** Whether the middle of the part is the part itself: nothing lies over it and it is not scrolled away. */
function uncovered(selector: string): Promise<boolean> {
  return person.page.evaluate(wanted => {
    const part = document.querySelector(wanted)!;
    const { left, top, bottom, width } = part.getBoundingClientRect();
    return [top + 4, bottom - 4].every(y => document.elementFromPoint(left + width / 2, y) === part);
  }, selector);
}

async function looksRight(name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(`${name}-${scheme}`);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
