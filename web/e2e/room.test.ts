import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

let room: Room;
let chair: Person;
let secretary: Person;
let first: Person;
let caller: Caller;

const FIRST = 'Hoàng Thị Minh Nguyệt';
const SUBSTITUTE = 'Cao Tiến Đạt';

/** The room itself: who comes, who stands in for whom. */
describe.skipIf(!hasBrowser)('the room', () => {
  beforeAll(async () => {
    room = await Room.open();
    caller = await room.caller('chutri');
    chair = await room.seated('chutri');
    secretary = await room.seated('thuky');
    first = await room.seated('daibieu1');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a delegate answers the invitation, and the desk sees it at once', async () => {
    await look(first, 'invitation', ['phone']);
    await first.press('Tham dự');
    await first.sees('Đã trả lời: tham dự');
    await secretary.sees(`1 tham dự · ${await invited()} chưa trả lời`);
  });

  test('a substitute with the vote comes in when the chair accepts', async () => {
    await first.press('Đổi trả lời');
    await first.press('Cử người dự thay');
    const dialog = first.page.getByRole('dialog');
    await first.write('Tìm người dự thay theo tên, chức vụ, đơn vị', 'cao tien', dialog);
    await dialog.getByRole('button', { name: SUBSTITUTE }).click();
    await dialog.getByLabel(/Ủy quyền biểu quyết/).check();
    await first.write('Lý do', 'Đi công tác', dialog);
    await look(first, 'invitation-substitute');
    await first.press('Gửi trả lời', dialog);
    await first.sees(`Cử ${SUBSTITUTE} dự thay`);
    await first.sees(/^Chờ chủ trì đồng ý/);
    await chair.press('Dự thay chờ chủ trì (1)');
    await look(chair, 'chair-substitutes');
    await chair.press(`Đồng ý cho ${SUBSTITUTE} dự thay`);
    await chair.sees('Không có đề nghị dự thay nào đang chờ.');
    await chair.press('Đóng');
    await first.sees(/^Đã được nhận dự thay/);
    await secretary.sees(`Dự thay ${FIRST}`);
    await look(secretary, 'desk-answers', ['phone']);
  });

  test('the substitute has the meeting and the vote; the desk takes both back', async () => {
    const substitute = await room.seated('quantri');
    await substitute.press('Điểm danh');
    await substitute.sees(/^Đã điểm danh/);
    await secretary.press(`Thu hồi dự thay của ${FIRST}`);
    await secretary.press('Thu hồi dự thay', secretary.page.getByRole('dialog'));
    await substitute.sees(/không còn hoặc không dành cho đại biểu/);
    await first.sees('Đại biểu có tham dự cuộc họp này không?');
    await caller.send({ type: 'meeting.start' });
  });
});

/** Everybody who is asked to come but the one that has answered. */
async function invited(): Promise<number> {
  const view = await caller.get<{ records: { member: Record<string, { role: string }> } }>('/api/streams/m1');
  return Object.values(view.records.member).filter(({ role }) => role !== 'screen').length - 1;
}

/** Pictures in every size asked for, light and dark, each under axe. */
export async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of more) {
    await person.page.setViewportSize(SIZES[device]);
    await person.picture(`${name}-${device}`);
    expect(await violations(person, 'light')).toEqual([]);
  }
  await person.page.setViewportSize(own);
  await person.page.emulateMedia({ colorScheme: 'dark' });
  await person.picture(`${name}-dark`);
  expect(await violations(person, 'dark')).toEqual([]);
  await person.page.emulateMedia({ colorScheme: 'light' });
  await person.picture(name);
  expect(await violations(person, 'light')).toEqual([]);
}
