import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import { passingFolder } from './folder';
import { type Device, type Person, SIZES } from './person';
import { python } from './python';
import { hasBrowser, Room } from './room';

const WRITE =
  'import sys; from pathlib import Path; from icabinet.demo.packet import write_packet; ' +
  'write_packet(Path(sys.argv[1]))';
const QUESTION = 'Thống nhất dự thảo Kế hoạch số hoá hồ sơ năm 2027';
const ASKED = ['Bùi Đức Thành', 'Vũ Thị Lan Phương'];

let room: Room;
let desk: Person;
let member: Person;

/** Opinions by writing, from the draft to the published result. */
describe.skipIf(!hasBrowser)('opinions by writing', () => {
  beforeAll(async () => {
    room = await Room.open();
    desk = await room.signedIn('thuky');
    member = await room.signedIn(await loginOf(ASKED[0]!), 'phone');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the secretary writes a draft, chooses people and adds a paper', async () => {
    await desk.press('Lấy ý kiến mới', desk.region('Lấy ý kiến bằng văn bản'));
    const dialog = desk.page.getByRole('dialog');
    await desk.write('Nội dung xin ý kiến', QUESTION, dialog);
    await desk.press('Tạo', dialog);
    await desk.write(
      'Thuyết minh',
      'Xin ý kiến về mục tiêu, tiến độ và kinh phí nêu trong dự thảo kèm theo.',
    );
    await desk.press('Chọn người');
    await desk.write('Dán danh sách', `1. Ông ${ASKED[0]}, Chủ tịch\n2. ${ASKED[1]}`, dialog);
    await desk.press('Thêm vào danh sách', dialog);
    await desk.sees('Đã thêm 2 người.', dialog);
    await desk.press('Lưu thành nhóm', dialog);
    const naming = dialog.last();
    await desk.write('Tên nhóm', 'Tổ góp ý', naming);
    await desk.press('Lưu', naming);
    await dialog.locator('option', { hasText: 'Tổ góp ý (2 người)' }).waitFor({ state: 'attached' });
    await expect.poll(() => dialog.count()).toBe(1);
    await look(desk, 'circulation-choose');
    await desk.press('Đóng', dialog);
    await desk.sees('Đã tự lưu');
    const chooser = desk.page.waitForEvent('filechooser');
    await desk.page.getByRole('button', { name: /^Chọn tệp/ }).click();
    await (await chooser).setFiles(await draftFile());
    await desk.sees('Sẵn sàng, chưa phát hành');
    await look(desk, 'circulation-draft', ['phone']);
  });

  test('it is sent, waits for the member, and is read and answered on a phone', async () => {
    expect(await member.text()).not.toContain(QUESTION);
    await desk.decide('Gửi đi', 'Gửi lấy ý kiến 2 người?');
    await desk.sees('0/2 người đã trả lời');
    await member.page.reload();
    await member.sees('Chờ trả lời');
    await look(member, 'circulation-home', ['tablet']);
    const waiting = member.region('Lấy ý kiến bằng văn bản');
    await waiting.getByRole('link', { name: new RegExp(QUESTION) }).click();
    await member.page.getByRole('link', { name: /^Đọc:/ }).click();
    await drawn(member.page);
    await look(member, 'circulation-reader');
    await member.page.getByRole('link', { name: 'Về phiếu lấy ý kiến' }).click();
    await member.page.getByLabel('Ý kiến khác', { exact: true }).check();
    await member.write('Nội dung, lý do', 'Đề nghị lùi mốc hoàn thành sang quý III.');
    await look(member, 'circulation-answering', ['tablet']);
    await member.press('Gửi ý kiến');
    await member.sees(/^Đã ghi nhận: Ý kiến khác/);
    await desk.sees('1/2 người đã trả lời');
    expect(await desk.text()).not.toContain('quý III');
    await look(desk, 'circulation-follow', ['phone']);
  });

  test('the answer is changed and confirmed; the desk counts and publishes; everybody sees the result', async () => {
    await member.page.getByLabel('Đồng ý', { exact: true }).check();
    await member.press('Gửi ý kiến đã sửa');
    await member.sees(/^Đã ghi nhận: Đồng ý/);
    await member.press('Xác nhận bằng mật khẩu');
    await member.write('Mật khẩu', room.password, member.page.getByRole('dialog'));
    await member.press('Xác nhận bằng mật khẩu', member.page.getByRole('dialog'));
    await member.sees(/^Đã xác nhận bằng mật khẩu/);
    const other = await room.caller(await loginOf(ASKED[1]!));
    const { circulations } = await other.get<{ circulations: { id: string }[] }>('/api/circulations');
    await other.send({ type: 'circulation.answer', choice: 'for' }, circulations[0]!.id);
    await desk.sees('2/2 người đã trả lời');
    await desk.decide('Kiểm ý kiến', 'Kết thúc và kiểm ý kiến?');
    await desk.sees(/2\/2 người được lấy ý kiến = 100 %/);
    await member.sees('Đã kết thúc lấy ý kiến, chờ công bố kết quả.');
    await desk.decide('Công bố kết quả', 'Công bố kết quả cho mọi người được lấy ý kiến?');
    await member.sees('Ý kiến từng người');
    await look(desk, 'circulation-result', ['wall']);
    await desk.page.goto('/#/circulations');
    await desk.sees('Thông qua');
    await desk.page.getByRole('main').getByRole('link', { name: 'Thống kê' }).click();
    await desk.sees('1 phiếu đã kết thúc, 2 lượt hỏi ý kiến.');
    await look(desk, 'circulation-statistics', ['phone']);
    const chair = await room.caller('chutri');
    await chair.send({ type: 'meeting.start' });
    await chair.send({ type: 'meeting.end' });
    await desk.page.getByRole('link', { name: 'Cuộc họp', exact: true }).click();
    await desk.sees('1 cuộc họp đã kết thúc.');
    await look(desk, 'meeting-statistics', ['phone']);
  });
});

async function draftFile(): Promise<string> {
  const folder = await passingFolder();
  python(WRITE, folder);
  const file = join(folder, 'Dự thảo Kế hoạch.docx');
  await copyFile(join(folder, '05-ke-hoach-214-KH-UBND.docx'), file);
  return file;
}

async function loginOf(name: string): Promise<string> {
  const secretary = await room.caller('thuky');
  const { users } = await secretary.get<{ users: { name: string; login: string }[] }>('/api/users');
  const found = users.find(user => user.name === name);
  if (!found) {
    throw new Error(`nobody is called ${name}: ${users.map(user => user.name).join(', ')}`);
  }
  return found.login;
}

/** Pictures in every size asked for, light and dark, each under axe. */
async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of [undefined, ...more]) {
    await person.page.setViewportSize(device ? SIZES[device] : own);
    const named = device ? `${name}-${device}` : name;
    await person.picture(named);
    expect.soft(await violations(person, `light ${named}`)).toEqual([]);
    await person.page.emulateMedia({ colorScheme: 'dark' });
    await person.picture(`${named}-dark`);
    expect.soft(await violations(person, `dark ${named}`)).toEqual([]);
    await person.page.emulateMedia({ colorScheme: 'light' });
  }
  await person.page.setViewportSize(own);
}
