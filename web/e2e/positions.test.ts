import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

const FOURTH = 'Kế hoạch sáu tháng tiếp theo và Tờ trình kèm theo';

let room: Room;
let chair: Person;
let delegate: Person;
let others: Caller[];

/** Positions before the meeting, and one vote on what nobody objects to. */
describe.skipIf(!hasBrowser)('what all agree on', () => {
  beforeAll(async () => {
    room = await Room.open();
    others = await Promise.all(
      Array.from({ length: 11 }, (_, number) => room.caller(`daibieu${number + 2}`)),
    );
    chair = await room.seated('chutri');
    delegate = await room.seated('daibieu1');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a delegate agrees to one item and has a remark on another', async () => {
    await position('Báo cáo kết quả 6 tháng thực hiện Đề án 06', 'Có góp ý', 'Cần rõ kinh phí');
    await position(FOURTH, 'Đồng ý');
    await looksRight(delegate, 'room-positions');
    const plan = chair.page.getByRole('navigation', { name: 'Chương trình' });
    await plan.getByRole('button', { name: 'Báo cáo kết quả 6 tháng' }).click();
    await chair.sees('0 đồng ý · 1 góp ý · 0 muốn phát biểu · 11 chưa cho ý kiến');
    await chair.sees(/Cần rõ kinh phí/);
  });

  test('the chair sees when the meeting will end, and why', async () => {
    await chair.sees(/^Dự kiến kết thúc \d\d\sgiờ\s\d\d$/);
    await chair.sees(/theo 5 nội dung còn lại và 1 người muốn phát biểu, mỗi người khoảng 5 phút/);
  });

  test('items that all agree on are offered as one vote', async () => {
    for (const other of others) {
      for (const item of ['i3', 'i4']) {
        await other.send({ type: 'position.set', item, stance: 'agree' });
      }
    }
    await position('Báo cáo của Công an thành phố về kiểm tra, đối soát số liệu', 'Đồng ý');
    await chair.choose('Biểu quyết');
    await looksRight(chair, 'chair-common');
    await chair.press('Soạn một biểu quyết cho 2 nội dung');
    await chair.sees(/^Thông qua một lần nội dung 3 và 4/);
    await delegate.sees('Biểu quyết chung');
    await looksRight(delegate, 'room-common');
  });

  test('one tap takes an item out, and the vote goes on with the rest', async () => {
    const card = delegate.region('Biểu quyết chung');
    await delegate.press(`Rút ra để bàn riêng: ${FOURTH}`, card);
    await delegate.press('Rút ra để bàn riêng', delegate.page.getByRole('dialog'));
    await chair.sees(/^Thông qua một lần nội dung 3 trong chương trình/);
    await card.waitFor({ state: 'detached' });
    expect(await chair.text()).not.toContain('nội dung 3 và 4');
  });
});

async function position(title: string, stance: string, text = ''): Promise<void> {
  const line = delegate.page.getByRole('listitem').filter({ hasText: title }).first();
  await line.getByRole('button', { name: 'Cho ý kiến trước' }).click();
  const dialog = delegate.page.getByRole('dialog');
  await delegate.press(stance, dialog);
  if (text) {
    await delegate.write('Nội dung góp ý', text, dialog);
  }
  await delegate.press('Gửi ý kiến', dialog);
  await dialog.waitFor({ state: 'detached' });
  await line.getByRole('button', { name: `Ý kiến trước: ${stance}` }).waitFor();
}

async function looksRight(person: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(`${name}-${scheme}`);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
