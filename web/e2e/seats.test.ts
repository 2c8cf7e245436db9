import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

let room: Room;
let chair: Caller;
let delegates: Caller[];

/** Who voted how, and who sits where. */
describe.skipIf(!hasBrowser)('names and seats', () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.caller('chutri');
    delegates = await Promise.all(
      Array.from({ length: 12 }, (_, index) => room.caller(`daibieu${index + 1}`)),
    );
    await chair.send({ type: 'meeting.start' });
    for (const delegate of delegates) {
      await delegate.send({ type: 'attendance.check-in' });
    }
  }, 60_000);
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a published open vote tells who voted how, to be searched, narrowed and counted by unit', async () => {
    await chair.send({ type: 'vote.open', vote: 'v1' });
    const person = await room.seated('daibieu1');
    await person.sees(/Biểu quyết công khai/);
    const answers = ['for', 'for', 'for', 'against', 'other', 'abstain', 'for', 'for', 'for', 'for'] as const;
    for (const [place, choice] of answers.entries()) {
      const opinion = choice === 'other' ? 'Đề nghị bổ sung kinh phí cho cấp xã' : '';
      await delegates[place]!.send({ type: 'ballot.cast', vote: 'v1', choice, opinion });
    }
    await chair.send({ type: 'vote.close', vote: 'v1' });
    await person.sees('Đã đóng, chờ công bố kết quả');
    expect(await person.button('Ai biểu quyết thế nào').count()).toBe(0);
    await chair.send({ type: 'vote.publish', vote: 'v1' });
    await person.press('Ai biểu quyết thế nào');
    const dialog = person.page.getByRole('dialog');
    await person.sees('10/12 người trong danh sách đã bỏ phiếu trên máy.', dialog);
    await person.sees('12 người', dialog);
    await look(person, 'roll-call');
    await dialog.getByLabel('Chỉ hiện').selectOption({ label: 'Ý kiến khác' });
    await person.sees('Ngô Quang Huy', dialog);
    await person.sees('“Đề nghị bổ sung kinh phí cho cấp xã”', dialog);
    await person.sees('1/12 người', dialog);
    await dialog.getByLabel('Chỉ hiện').selectOption({ label: 'Tất cả' });
    await person.write('Tìm theo tên hoặc đơn vị', 'so tu phap', dialog);
    await person.sees('1/12 người', dialog);
    await person.write('Tìm theo tên hoặc đơn vị', '', dialog);
    await person.choose('Theo đơn vị');
    await dialog.getByRole('row', { name: 'Tất cả 12 7 1 1 1 2' }).waitFor();
    await look(person, 'roll-call-units');
    await person.press('Đóng', dialog);
    const phone = await room.seated('daibieu2', 'phone');
    await phone.page.getByRole('navigation').getByRole('button', { name: 'Biểu quyết' }).click();
    await phone.press('Ai biểu quyết thế nào');
    await phone.sees('12 người');
    await look(phone, 'roll-call-phone');
    await phone.choose('Theo đơn vị');
    await look(phone, 'roll-call-units-phone');
    await chair.send({ type: 'vote.void', vote: 'v1', reason: 'Nhầm câu hỏi' });
    await person.button('Ai biểu quyết thế nào').waitFor({ state: 'detached' });
  });
});

/** Pictures, light and dark, each under axe. */
async function look(person: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(`${name}-${scheme}`);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
