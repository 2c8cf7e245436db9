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

  test('a delegate calls for water, and the desk marks it done', async () => {
    await first.press('Gọi phục vụ');
    const dialog = first.page.getByRole('dialog');
    await dialog.getByLabel('Nước uống').check();
    await look(first, 'service-ask');
    await first.press('Gửi yêu cầu', dialog);
    await first.sees(/^Nước uống: đã báo bàn thư ký lúc/);
    await secretary.press('Yêu cầu phục vụ (1)');
    await look(secretary, 'service-desk');
    await secretary.press(`Đã xong: Nước uống cho ${FIRST}`);
    await secretary.sees('Không có yêu cầu phục vụ nào đang chờ.');
    await secretary.press('Đóng', secretary.page.getByRole('dialog'));
    await first.noLongerSees(/^Nước uống: đã báo/);
  });

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
    await dialog.getByLabel(/Uỷ quyền biểu quyết/).check();
    await first.write('Lý do', 'Đi công tác', dialog);
    await look(first, 'invitation-substitute');
    await first.press('Gửi trả lời', dialog);
    await first.sees(`Cử ${SUBSTITUTE} dự thay`);
    await first.sees(/^Chờ chủ trì đồng ý/);
    await chair.press('Dự thay chờ chủ trì (1)');
    await look(chair, 'chair-substitutes');
    await chair.press(`Đồng ý cho ${SUBSTITUTE} dự thay`);
    await chair.sees('Không có đề nghị dự thay nào đang chờ.');
    await chair.press('Đóng', chair.page.getByRole('dialog'));
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
  });

  test('the code on the wall checks in whoever scans it, and only the code does', async () => {
    await secretary.page.getByLabel(/Chỉ điểm danh được bằng mã/).check();
    const wall = await room.wall();
    await wall.sees('Quét mã để điểm danh và vào phòng họp');
    await look(wall, 'wall-code');
    await first.sees(/^Cuộc họp điểm danh bằng mã/);
    await look(first, 'check-in-code');
    const letters = await wall.page.locator('.room-code-letters').innerText();
    await first.page.goto(`/#/check-in/m1/${letters.replace(/\s/g, '')}`);
    await first.sees(/^Đã điểm danh \d\d:\d\d/);
    const second = await room.signedIn('daibieu2', 'phone');
    await second.page.goto('/#/check-in/m1/AAAAAAAA');
    await second.sees(/^Mã này không còn hiệu lực/);
    await look(second, 'check-in-old-code');
  });

  test('the desk sees who came late, left and came back, and takes the list with it', async () => {
    await caller.send({ type: 'meeting.start' });
    await chair.sees(/^Chưa mở được biểu quyết|thiếu 7/);
    await look(chair, 'chair-short');
    const desk = await room.caller('thuky');
    for (const state of ['present', 'left', 'present'] as const) {
      await desk.send({ type: 'attendance.mark', user: 'u-daibieu3', state });
    }
    await secretary.press('Điểm danh');
    await secretary.sees(/^đến \d\d:\d\d \(Đến muộn\), rời \d\d:\d\d, trở lại/);
    await secretary.page.getByText('Mã điểm danh').click();
    await secretary.page.locator('.room-code img').waitFor();
    await look(secretary, 'desk-roll', ['phone']);
    const [file] = await Promise.all([
      secretary.page.waitForEvent('download'),
      secretary.page.getByRole('link', { name: 'Tải danh sách điểm danh (.csv)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Điểm danh - .*\.csv$/);
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
