import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

const QUESTION = 'Thông qua dự thảo Nghị quyết về tiếp tục thực hiện Đề án 06';
const LONGEST = 'Đinh Hoàng Phương Nguyễn Thị '.repeat(10).trim();

let room: Room;
let chair: Caller;
let others: Caller[];
let person: Person;

/** Who has no pointer and who cannot see takes part in everything; and nobody else's acts move the keyboard's place. */
describe.skipIf(!hasBrowser)('by keyboard alone', () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.caller('chutri');
    await chair.send({ type: 'meeting.start' });
    others = [];
    for (let number = 2; number <= 12; number += 1) {
      others.push(await room.caller(`daibieu${number}`));
      await others.at(-1)!.send({ type: 'attendance.check-in' });
    }
    person = await room.seated('daibieu1');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('checks in, is told so, and keeps the place on the page', async () => {
    await tabTo('Điểm danh');
    await person.page.keyboard.press('Enter');
    await said(/^Đã điểm danh \d\d:\d\d$/);
    await expect.poll(focused).toMatch(/^Đã điểm danh/);
  });

  test('asks to speak, reads the place in the queue, and withdraws', async () => {
    await others[0]!.send({ type: 'speech.request', speech: 'before' });
    await tabTo('Đăng ký phát biểu');
    await person.page.keyboard.press('Enter');
    await tabTo('Nội dung muốn phát biểu (không bắt buộc)');
    await person.page.keyboard.type('Về kinh phí');
    await tabTo('Đăng ký phát biểu');
    await person.page.route('**/commands', answeredLate, { times: 1 });
    await person.page.keyboard.press('Enter');
    await person.page.getByRole('dialog').waitFor({ state: 'detached' });
    await said(/^Đại biểu ở vị trí thứ 2: trước đại biểu là 1 người/);
    await expect.poll(somewhere).toBe(true);
    await tabTo('Rút đăng ký');
    await person.page.keyboard.press('Enter');
    await person.button('Đăng ký phát biểu').waitFor();
    await expect.poll(somewhere).toBe(true);
  });

  test('is told of a vote, votes, changes the ballot, and stays on the button', async () => {
    await chair.send({ type: 'vote.open', vote: 'v1' });
    await said(`Đang biểu quyết: ${QUESTION}`);
    await tabTo('Đồng ý');
    await person.page.keyboard.press('Space');
    await said(/^Đã ghi nhận: Đồng ý · /);
    await expect.poll(focused).toBe('Đồng ý');
    await tabTo('Không đồng ý');
    await person.page.keyboard.press('Enter');
    await said(/^Đã ghi nhận: Không đồng ý · /);
    await expect.poll(focused).toBe('Không đồng ý');
    await tabTo('Ý kiến khác');
    await person.page.keyboard.press('Enter');
    await tabTo('Nội dung ý kiến khác');
  });

  test('two hundred events of others leave focus, words and place as they are', async () => {
    await person.page.keyboard.type('Đề nghị bổ sung lộ trình');
    const before = await standing();
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(
        others.slice(0, 10).map((caller, place) =>
          round % 2
            ? caller.send({ type: 'ballot.cast', vote: 'v1', choice: round % 4 === 1 ? 'for' : 'against' })
            : caller.send({
                type: 'comment.add',
                comment: `c${round}-${place}`,
                paper: 'p1',
                text: 'Nhất trí.',
              }),
        ),
      );
    }
    await others[10]!.send({ type: 'ballot.cast', vote: 'v1', choice: 'abstain' });
    await person.sees('12/12 đã bỏ phiếu');
    await expect.poll(standing).toEqual(before);
    expect(before.words).toBe('Đề nghị bổ sung lộ trình');
    await looksRight(person, 'access-opinion');
    await chair.send({ type: 'vote.close', vote: 'v1' });
    await chair.send({ type: 'vote.publish', vote: 'v1' });
  });

  test('marks every candidate with the arrow keys, and the count is said', async () => {
    const options = ['An', 'Bình', LONGEST].map((label, place) => ({ id: `o${place}`, label }));
    const rule = { method: 'candidates', base: 'valid', shows: 'live', seats: 2 } as const;
    await chair.send({
      type: 'vote.prepare',
      vote: 'c1',
      item: 'i1',
      question: 'Bầu Ban Kiểm phiếu',
      rule,
      options,
    });
    await chair.send({ type: 'vote.open', vote: 'c1' });
    const card = person.region('Biểu quyết');
    await card.getByRole('radio').first().waitFor();
    await card.getByRole('group', { name: 'An', exact: true }).getByRole('radio').first().focus();
    await person.page.keyboard.press('Space');
    for (let option = 1; option < 3; option += 1) {
      await person.page.keyboard.press('Tab');
      await person.page.keyboard.press('Space');
      await person.page.keyboard.press('ArrowRight');
    }
    await said(/3\/3/);
    await looksRight(person, 'access-candidates');
    await tabTo('Gửi phiếu');
    await person.page.keyboard.press('Enter');
    await said(/^Đã ghi nhận: /);
    await expect.poll(somewhere).toBe(true);
    await others[0]!.send({
      type: 'ballot.cast',
      vote: 'c1',
      marks: { o0: 'for', o1: 'for', o2: 'against' },
    });
    await looksRight(person, 'access-live-tally');
  });

  test('what the desk counts by hand, declared interests and a vote set aside are free of faults for axe', async () => {
    await chair.send({
      type: 'interest.declare',
      item: 'i4',
      user: 'u-daibieu3',
      reason: 'Vợ là giám đốc nhà thầu',
    });
    const secretary = await room.seated('thuky');
    await secretary.press('Biểu quyết');
    await secretary.press('Nhập kết quả kiểm');
    await looksRight(secretary, 'access-tally-form');
    await secretary.page.keyboard.press('Escape');
    const lines = { o0: { for: 3 }, o1: { for: 2, against: 1 }, o2: { against: 3 } };
    await chair.send({ type: 'tally.enter', vote: 'c1', entry: 'e1', kind: 'hands', ballots: 3, lines });
    await secretary.sees('Chờ người thứ hai xác nhận');
    await secretary.sees(/Bình: 2 đồng ý, 1 không đồng ý, 0 không biểu quyết/);
    await secretary.press('Khai báo lợi ích liên quan');
    await looksRight(secretary, 'access-interest-form');
    await secretary.page.keyboard.press('Escape');
    await looksRight(secretary, 'access-tallies');
    await secretary.page.setViewportSize({ width: 390, height: 844 });
    await looksRight(secretary, 'access-tallies-phone');
    const console = await room.seated('chutri');
    await console.choose('Biểu quyết');
    await console.press('Dừng, huỷ', console.region('Bầu Ban Kiểm phiếu'));
    const dialog = console.page.getByRole('dialog');
    await looksRight(console, 'access-set-aside');
    await console.write('Lý do', 'Danh sách ghi thiếu một người.', dialog);
    await console.press('Dừng, huỷ', dialog);
    await person.sees('Lý do: Danh sách ghi thiếu một người.');
    await looksRight(person, 'access-void');
  });
});

/** The answer comes after what it brings about: the button that opened the dialog has vanished behind it. */
async function answeredLate(route: Route): Promise<void> {
  const response = await route.fetch();
  await person.page.getByText('Rút đăng ký').waitFor({ state: 'attached' });
  await route.fulfill({ response });
}

/** Presses Tab until the element of this name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    if ((await focused()) === name) {
      return;
    }
    await person.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to “${name}”`);
}

/** What a screen reader would call the element that has the focus; nothing when none has. */
function focused(): Promise<string> {
  return person.page.evaluate(() => {
    const found = document.activeElement as HTMLInputElement | null;
    if (!found || found === document.body) {
      return '';
    }
    const label = found.labels?.[0]?.innerText;
    return (found.getAttribute('aria-label') ?? label ?? found.innerText).trim();
  });
}

/** The keyboard has a place on the page. */
function somewhere(): Promise<boolean> {
  return person.page.evaluate(() => document.activeElement !== document.body);
}

/** A live region says it. */
async function said(words: string | RegExp): Promise<void> {
  await person.page.getByRole('status').getByText(words).first().waitFor();
}

function standing(): Promise<{ name: string; words: string; scrolled: number }> {
  return person.page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    const scrolled = document.querySelector('.now-panel')?.scrollTop ?? 0;
    return { name: field.id, words: field.value, scrolled };
  });
}

async function looksRight(who: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await who.page.emulateMedia({ colorScheme: scheme });
    await who.picture(`${name}-${scheme}`);
    expect(await violations(who, scheme)).toEqual([]);
  }
}
