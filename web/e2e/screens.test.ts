import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

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
  }, 60_000);
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
      ['Tự động', 'Nội dung 1/'],
    ] as const) {
      await person.press(scene, card);
      await left.sees(words);
      expect(await violations(left, scene)).toEqual([]);
    }
    await looksRight(person, 'chair-walls');
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

async function looksRight(person: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(`${name}-${scheme}`);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
