import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import { passingFolder } from './folder';
import { openPaper } from './paper';
import { type Device, type Person, SIZES } from './person';
import { python } from './python';
import { hasBrowser, Room } from './room';
import { programStored } from './vault';

const WRITE =
  'import sys; from pathlib import Path; from icabinet.demo.packet import write_packet; ' +
  'write_packet(Path(sys.argv[1]))';
const REPORT = 'Báo cáo số 345/BC-UBND';

let room: Room;
let first: Person;
let second: Person;

/** A person's own documents: private, in folders, shared by name. */
describe.skipIf(!hasBrowser)('my documents', () => {
  beforeAll(async () => {
    room = await Room.open();
    first = await room.seated('daibieu1');
    second = await room.signedIn('daibieu2', 'phone');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a paper of the meeting is kept from the room', async () => {
    await openPaper(first, REPORT);
    await first.press('Cho vào Tài liệu của tôi');
    await first.hears('Đã cho vào Tài liệu của tôi.');
    await first.page.goto('/#/documents');
    await first.sees('Tài liệu của cuộc họp');
  });

  test('a file of one’s own goes into a folder and is read there', async () => {
    await first.press('Thêm thư mục');
    const dialog = first.page.getByRole('dialog');
    await first.write('Tên thư mục', 'Chuẩn bị kỳ họp', dialog);
    await first.press('Lưu', dialog);
    const shelf = first.region('Chuẩn bị kỳ họp');
    await shelf.waitFor();
    const chooser = first.page.waitForEvent('filechooser');
    await first.press('Đưa tệp lên: Chuẩn bị kỳ họp', shelf);
    await (await chooser).setFiles(await ownFile());
    await shelf.getByRole('link', { name: 'Mở: Ghi chép cá nhân' }).waitFor();
    await first.sees('Riêng tư', shelf);
    await look(first, 'documents', ['upright', 'phone']);
    await shelf.getByRole('link', { name: 'Mở: Ghi chép cá nhân' }).click();
    await drawn(first.page);
    await look(first, 'documents-read');
    await first.press('Tìm trong tài liệu này');
    await first.write('Từ cần tìm', 'ke hoach');
    await first.sees(/^\d+ chỗ$/);
    await first.page.locator('.finder-line').first().click();
    await first.sees(/^Chỗ 1\//);
    await look(first, 'documents-find', ['phone']);
    await first.page.getByRole('link', { name: 'Về Tài liệu của tôi' }).click();
  });

  test('it is shared with somebody by name, who reads it, and taken back', async () => {
    await first.press('Chia sẻ: Ghi chép cá nhân');
    const dialog = first.page.getByRole('dialog');
    await first.write('Tìm người theo tên, chức vụ, đơn vị', 'bui duc thanh', dialog);
    await first.press('Chia sẻ: Bùi Đức Thành', dialog);
    await dialog.getByRole('button', { name: 'Thôi chia sẻ với Bùi Đức Thành' }).waitFor();
    await look(first, 'documents-share', ['phone']);
    await first.press('Đóng', dialog);
    await first.sees('Chia sẻ với: Bùi Đức Thành');
    const other = await room.signedIn(await loginOf('Bùi Đức Thành'), 'phone');
    await other.page.goto('/#/documents');
    const shared = other.region('Được chia sẻ với tôi');
    await other.sees('Ghi chép cá nhân', shared);
    await look(other, 'documents-shared');
    await second.page.goto('/#/documents');
    await second.sees('Được chia sẻ với tôi');
    expect(await second.text()).not.toContain('Ghi chép cá nhân');
    await shared.getByRole('link', { name: 'Mở: Ghi chép cá nhân' }).click();
    await drawn(other.page);
    await first.press('Chia sẻ: Ghi chép cá nhân');
    await first.press('Thôi chia sẻ với Bùi Đức Thành', dialog);
    await other.page.goto('/#/documents');
    await other.noLongerSees('Ghi chép cá nhân');
  });

  test('a note is written, moved into the folder, and read by whom it is shared with', async () => {
    const dialog = first.page.getByRole('dialog');
    await first.press('Đóng', dialog);
    await first.press('Viết ghi chép');
    await first.write('Tên tài liệu', 'Câu hỏi cho kỳ họp', dialog);
    await first.write('Nội dung', 'Hỏi về nguồn kinh phí của Đề án 06', dialog);
    await dialog.getByLabel('Thư mục').selectOption({ label: 'Chuẩn bị kỳ họp' });
    await look(first, 'documents-note', ['phone']);
    await first.press('Lưu', dialog);
    await first.sees('Câu hỏi cho kỳ họp', first.region('Chuẩn bị kỳ họp'));
  });

  test('with the server off the list and the files are there', async () => {
    await first.sees('Đã tải đủ 1 tài liệu về máy');
    await programStored(first);
    await room.server.stop();
    const cold = await room.coldStart(first, '/#/documents');
    await cold.sees(/^Đang đọc ngoại tuyến\. Tài liệu lúc/);
    await look(cold, 'documents-offline', ['phone']);
    await cold.page.getByRole('link', { name: 'Mở: Ghi chép cá nhân' }).click();
    await drawn(cold.page);
    await room.server.start();
  });
});

async function ownFile(): Promise<string> {
  const folder = await passingFolder();
  python(WRITE, folder);
  const file = join(folder, 'Ghi chép cá nhân.docx');
  await copyFile(join(folder, '05-ke-hoach-214-KH-UBND.docx'), file);
  return file;
}

async function loginOf(name: string): Promise<string> {
  const desk = await room.caller('thuky');
  const { users } = await desk.get<{ users: { name: string; login: string }[] }>('/api/users');
  return users.find(user => user.name === name)!.login;
}

/** Pictures in every size asked for, light and dark, each under axe. */
async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of [undefined, ...more]) {
    await person.page.setViewportSize(device ? SIZES[device] : own);
    const named = device ? `${name}-${device}` : name;
    await person.picture(named);
    expect(await violations(person, 'light')).toEqual([]);
    await person.page.emulateMedia({ colorScheme: 'dark' });
    await person.picture(`${named}-dark`);
    expect(await violations(person, 'dark')).toEqual([]);
    await person.page.emulateMedia({ colorScheme: 'light' });
  }
  await person.page.setViewportSize(own);
}
