import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

const LONG =
  'Phiên họp buổi chiều bắt đầu lúc 14 giờ tại Hội trường lớn, tầng 2, Trung tâm Hội nghị thành phố; đại biểu ' +
  'chưa điểm danh đề nghị liên hệ bàn thư ký ở cửa chính để nhận máy tính bảng và bộ tài liệu của kỳ họp trước ' +
  'giờ khai mạc ít nhất mười lăm phút.';

let room: Room;
let chair: Caller;
let main: Person;
let left: Person;

/** Two big screens, steered from the two desks, each by itself. */
describe.skipIf(!hasBrowser)('big screens', () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.caller('chutri');
    await chair.send({ type: 'meeting.start' });
    main = await room.wall();
    left = await room.anotherTab(main);
    await left.page.goto('/screen#m1/2');
    await left.sees('Nội dung 1/');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the secretary adds a screen, names it, and puts words on it alone', async () => {
    const secretary = await room.seated('thuky');
    await secretary.press('Màn hình lớn');
    await secretary.press('Thêm màn hình');
    await secretary.press('Đổi tên Màn hình 2');
    await secretary.write('Tên màn hình', 'Bên trái', secretary.page.getByRole('dialog'));
    await secretary.press('Lưu', secretary.page.getByRole('dialog'));
    const card = secretary.region('Bên trái');
    await secretary.press('Thông báo', card);
    await secretary.write('Nội dung thông báo', 'Nghỉ 15 phút', card);
    await secretary.press('Chiếu', card);
    await left.sees('Nghỉ 15 phút');
    expect(await main.text()).not.toContain('Nghỉ 15 phút');
    await card.getByRole('img', { name: 'Bên trái đang chiếu: Thông báo' }).waitFor();
    await looksRight(secretary, 'desk-walls');
  });

  test('the chair chooses every scene with one tap', async () => {
    const person = await room.seated('chutri');
    await person.choose('Màn hình');
    const card = person.region('Bên trái');
    for (const [scene, words] of [
      ['Chương trình', 'Báo cáo kết quả 6 tháng thực hiện Đề án 06'],
      ['Phát biểu', 'Chưa có ai phát biểu'],
      ['Biểu quyết', 'Chưa có biểu quyết'],
      ['Đồng hồ', /^\d\d:\d\d$/],
      ['Tự động', 'Nội dung 1/'],
    ] as const) {
      await person.press(scene, card);
      await left.sees(words);
      expect(await violations(left, scene)).toEqual([]);
    }
    await looksRight(person, 'chair-walls');
  });

  test('the code on a wall opens the meeting, and checks in where the meeting asks for it', async () => {
    const person = room.people.find(({ login }) => login === 'chutri')!;
    await person.press('Mã QR', person.region('Bên trái'));
    await left.sees('Quét mã để vào phòng họp');
    await left.sees(room.server.address.replace('http://', ''));
    await loaded(left.page.getByRole('img', { name: 'Mã QR của phòng họp' }));
    await looksRight(left, 'wall-meeting-code');
    const desk = await room.caller('thuky');
    await desk.send({ type: 'room.rules', substitutes: 'accepted', code_needed: true });
    await left.sees('Quét mã để điểm danh và vào phòng họp');
    await left.sees(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
    await loaded(left.page.getByRole('img', { name: /^Mã QR điểm danh/ }));
    await looksRight(left, 'wall-check-in-code');
    await looksRight(person, 'chair-walls-code');
    await desk.send({ type: 'room.rules', substitutes: 'accepted', code_needed: false });
    await left.sees('Quét mã để vào phòng họp');
  });

  test('a message fills the wall in letters that fit its length', async () => {
    for (const [text, name] of [
      ['Nghỉ 15 phút', 'short'],
      [`Mời các đại biểu ổn định chỗ ngồi. ${LONG}`.slice(0, 300), 'long'],
    ] as const) {
      await chair.send({ type: 'screen.set', screen: '2', name: 'Bên trái', shows: 'message', text });
      await left.sees(text);
      await expect.poll(() => overflow(left)).toBe(false);
      await looksRight(left, `wall-message-${name}`);
    }
  });

  test('a page of a paper is turned from the console, and drawn on the wall', async () => {
    const person = room.people.find(({ login }) => login === 'chutri')!;
    const card = person.region('Bên trái');
    await person.press('Tài liệu', card);
    await card.getByLabel('Tài liệu', { exact: true }).selectOption({ index: 2 });
    await left.sees(/^Trang 1\//);
    await person.press('Trang sau', card);
    await left.sees(/^Trang 2\//);
    await person.press('Trên', card);
    await left.page.locator('.stage-page.top canvas').waitFor();
    await left.picture('wall-paper');
    expect(await violations(left, 'paper')).toEqual([]);
    await looksRight(person, 'chair-walls-paper');
  });

  test('where everybody may watch, the wall shows the time that is left and what is counted so far', async () => {
    const voters = await Promise.all([1, 2].map(number => room.caller(`daibieu${number}`)));
    await Promise.all(voters.map(voter => voter.send({ type: 'attendance.check-in' })));
    const rule = { base: 'cast', shows: 'live', quorum_numerator: 0 } as const;
    const plan = { type: 'vote.prepare', item: 'i1', seconds: 600 } as const;
    await chair.send({ ...plan, vote: 'w1', question: LONG.slice(0, 150), rule });
    await chair.send({ type: 'vote.announce', vote: 'w1' });
    await chair.send({ type: 'screen.set', screen: '2', name: 'Bên trái', shows: 'vote' });
    await left.sees('Sắp biểu quyết');
    await looksRight(left, 'wall-vote-announced');
    await chair.send({ type: 'vote.open', vote: 'w1' });
    await voters[0]!.send({ type: 'ballot.cast', vote: 'w1', choice: 'for' });
    await voters[1]!.send({ type: 'ballot.cast', vote: 'w1', choice: 'other', opinion: 'Cần rõ nguồn vốn' });
    await main.sees('2/2');
    await main.sees(/^Còn \d\d:\d\d$/);
    await expect.poll(() => main.page.locator('.stage-bar').allInnerTexts()).toContain('Đồng ý\n1 · 50 %');
    await expect.poll(() => overflow(main)).toBe(false);
    await looksRight(main, 'wall-vote-watched');
    await chair.send({ type: 'vote.close', vote: 'w1' });
    const options = Array.from({ length: 16 }, (_, at) => ({
      id: `o${at}`,
      label: `Người ứng cử ${at + 1}`,
    }));
    const election = { ...rule, method: 'list', most: 2, seats: 2 } as const;
    await chair.send({ ...plan, vote: 'w2', question: LONG.slice(0, 150), rule: election, options });
    await chair.send({ type: 'vote.open', vote: 'w2' });
    await voters[0]!.send({ type: 'ballot.cast', vote: 'w2', picks: ['o0', 'o1'] });
    await main.sees('1/2');
    await expect
      .poll(() => main.page.locator('.so-far li').first().innerText())
      .toMatch(/^Người ứng cử 1\s+1$/);
    await expect.poll(() => overflow(main)).toBe(false);
    await looksRight(main, 'wall-election-watched');
    await chair.send({ type: 'vote.void', vote: 'w2', reason: 'Thử màn hình' });
  });

  test('a wall comes back by itself after the server was away', async () => {
    await room.server.kill();
    await main.sees('Mất kết nối, đang thử lại');
    await room.server.start();
    await main.noLongerSees('Mất kết nối, đang thử lại');
    await chair.send({
      type: 'screen.set',
      screen: 'main',
      name: 'Chính',
      shows: 'message',
      text: 'Họp tiếp',
    });
    await main.sees('Họp tiếp');
    expect(await main.samePage()).toBe(true);
  });
});

/** The picture has come and is one. */
async function loaded(picture: Locator): Promise<void> {
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
}

/** Something stands outside the place that the stage has for it. */
function overflow({ page }: Person): Promise<boolean> {
  return page.locator('.stage-body').evaluate(body => body.scrollHeight > body.clientHeight);
}

async function looksRight(person: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(`${name}-${scheme}`);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
