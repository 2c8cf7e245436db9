import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import type { Caller } from './caller';
import { passingFolder } from './folder';
import { openPaper, paperButton, wordsOn } from './paper';
import { type Device, type Person, SIZES } from './person';
import { python } from './python';
import { hasBrowser, Room } from './room';

const PLAN = 'Kế hoạch số 214/KH-UBND';
const REPORT = 'Báo cáo số 345/BC-UBND';
const FIRST = 'Hoàng Thị Minh Nguyệt';

const WRITE =
  'import sys; from pathlib import Path; from icabinet.demo.packet import write_packet; ' +
  'write_packet(Path(sys.argv[1]))';

let room: Room;
let secretary: Person;
let first: Person;
let second: Person;
let desk: Caller;

/** How papers come to the table: secret ones, groups, what must be read, recalls. */
describe.skipIf(!hasBrowser)('the secretary’s papers', () => {
  beforeAll(async () => {
    room = await Room.open();
    desk = await room.caller('thuky');
    secretary = await room.seated('thuky');
    first = await room.seated('daibieu1');
    second = await room.seated('daibieu2', 'phone');
    await secretary.press('Tài liệu');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('what must be read before is marked, and the delegate sees how far he is', async () => {
    for (const title of await titles()) {
      await secretary.press(`Cần đọc trước: ${title}`);
    }
    await first.sees('Đã mở 0/2 tài liệu cần đọc trước');
    await openPaper(first, REPORT);
    await first.sees('Đã mở 1/2 tài liệu cần đọc trước');
    await look(first, 'papers-prepared', ['upright', 'phone']);
  });

  test('papers beside the agenda lie in groups, in the order of the secretary', async () => {
    await secretary.press('Thêm nhóm tài liệu');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Tên nhóm', 'Văn bản pháp luật', dialog);
    await secretary.press('Lưu', dialog);
    await secretary.region('Văn bản pháp luật').waitFor();
    const [title] = await titles(REPORT);
    await secretary.press(`Sửa: ${title}`);
    await dialog.getByLabel('Xếp vào').selectOption({ label: 'Nhóm: Văn bản pháp luật' });
    await look(secretary, 'papers-edit');
    await secretary.press('Lưu', dialog);
    await secretary.sees(title!, secretary.region('Văn bản pháp luật'));
    await first.sees(title!, first.region('Văn bản pháp luật'));
    await look(secretary, 'papers-desk', ['upright', 'phone']);
  });

  test('a secret paper is seen by those it names alone, under their name', async () => {
    const [title] = await titles(PLAN);
    await paperButton(second, title!).waitFor();
    await secretary.press(`Đặt mật và người được xem: ${title}`);
    const dialog = secretary.page.getByRole('dialog');
    await dialog.getByLabel('Đặt là tài liệu mật').check();
    await secretary.press('Lưu', dialog);
    await secretary.sees('Hãy chọn ít nhất một người, đơn vị hoặc vai trò.', dialog);
    await dialog.getByLabel(new RegExp(`^${FIRST}`)).check();
    await look(secretary, 'papers-readers', ['phone']);
    await secretary.press('Lưu', dialog);
    await paperButton(second, title!).waitFor({ state: 'detached' });
    await openPaper(first, title!);
    await first.sees(/^Tài liệu mật: chỉ xem tại đây/);
    await expect.poll(() => first.page.locator('.screen-mark').textContent()).toContain(`MẬT · ${FIRST} · `);
    const printed = async () => (await wordsOn(first, 1)).replace(/\s+/g, '');
    await expect.poll(printed).toContain(`MẬT·${FIRST}`.replace(/\s+/g, ''));
    await look(first, 'papers-secret', ['upright', 'phone']);
    await secretary.press(`Đặt mật và người được xem: ${title}`);
    await secretary.sees('Đã mở: 1 người, 1 lần', dialog);
    await look(secretary, 'papers-openings');
    await secretary.press('Đóng', dialog);
  });

  test('a recall says why on every tablet, and the paper comes back when it is published again', async () => {
    const [title] = await titles(PLAN);
    await secretary.press(`Thu hồi: ${title}`);
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Lý do thu hồi', 'Chưa cập nhật số liệu quý III', dialog);
    await look(secretary, 'papers-recall');
    await secretary.press('Thu hồi', dialog);
    await first.sees(`Thư ký đã thu hồi “${title}”. Lý do: Chưa cập nhật số liệu quý III.`);
    await first.sees(/^Đã thu hồi lúc \d\d:\d\d. Lý do: Chưa cập nhật/);
    await second.noLongerSees(title!);
    await look(first, 'papers-recalled', ['phone']);
    const id = await paperId(title!);
    await desk.send({ type: 'paper.publish', papers: [id] });
    await paperButton(first, title!).waitFor();
  });

  test('a person is asked for a paper, hands it in, gets it back, hands it in again, and it is approved', async () => {
    await secretary.press('Yêu cầu nộp');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Tài liệu cần nộp', 'Báo cáo thẩm định kinh phí', dialog);
    await dialog.getByLabel('Đơn vị hoặc người nộp').selectOption({ label: FIRST });
    await look(secretary, 'requests-ask', ['phone']);
    await secretary.press('Yêu cầu nộp', dialog);
    const asked = first.region('Tài liệu cần nộp');
    await first.sees('Chờ nộp', asked);
    const home = await room.anotherTab(first);
    await home.sees('Báo cáo thẩm định kinh phí');
    await home.sees('Chờ nộp');
    await look(home, 'home-asked', ['upright', 'phone']);
    await home.page.close();
    const list = await room.anotherTab(secretary);
    await list.sees('1 chờ nộp');
    await look(list, 'home-requests', ['phone']);
    await list.page.close();
    const files = await packetFiles();
    await handIn('Chọn tệp để nộp', files.plan);
    await first.sees('Đã nộp, chờ duyệt', asked);
    await look(first, 'requests-own', ['phone']);
    const line = secretary.region('Yêu cầu nộp tài liệu');
    await secretary.press('Trả lại: Báo cáo thẩm định kinh phí', line);
    await secretary.write('Lý do trả lại', 'Thiếu phụ lục kinh phí', dialog);
    await secretary.press('Trả lại', dialog);
    await first.sees('Lý do trả lại: Thiếu phụ lục kinh phí', asked);
    await handIn('Nộp lại', files.report);
    await first.sees('Đã nộp, chờ duyệt', asked);
    expect(await second.text()).not.toContain('Báo cáo thẩm định kinh phí');
    await secretary.page.getByRole('heading', { name: 'Yêu cầu nộp tài liệu' }).scrollIntoViewIfNeeded();
    await look(secretary, 'requests-desk', ['phone']);
    await secretary.press('Duyệt: Báo cáo thẩm định kinh phí', line);
    await first.sees('Đã duyệt', asked);
    await secretary.sees('Đã duyệt', line);
  });

  test('many files at once are placed by their names, corrected, and uploaded in one act', async () => {
    const files = await packetFiles();
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.press('Chọn nhiều tệp');
    await (await chooser).setFiles([files.plan, files.report, files.unclear, files.photo]);
    const dialog = secretary.page.getByRole('dialog');
    await secretary.sees('theo số trong tên tệp', dialog);
    await secretary.sees('theo tên nội dung', dialog);
    await secretary.sees(/^Ảnh HEIC của iPad/, dialog);
    await look(secretary, 'placing', ['upright', 'phone']);
    await secretary.press('Đưa lên 4 tài liệu', dialog);
    await secretary.sees(/^Có 1 tệp không đưa lên được/, dialog);
    await secretary.press('Bỏ tệp anh.heic', dialog);
    await secretary.press('Đưa lên 3 tài liệu', dialog);
    await secretary.sees('Còn 1 tệp chưa có chỗ xếp.', dialog);
    await dialog.getByLabel('Xếp tệp quet0001.docx vào').selectOption({ index: 1 });
    await secretary.press('Đưa lên 3 tài liệu', dialog);
    const third = secretary.region('3. Báo cáo của Công an thành phố về kiểm tra, đối soát số liệu');
    await secretary.sees('Phụ lục số liệu', third);
  });

  test('a paper is secret before its first byte is sent', async () => {
    await secretary.page.getByRole('button', { name: /^Đưa tài liệu mật vào: 2\. / }).click();
    const dialog = secretary.page.getByRole('dialog');
    const { plan } = await packetFiles();
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.press('Chọn tệp', dialog);
    await (await chooser).setFiles(plan);
    await secretary.sees('Mục 3 - Phụ lục số liệu.docx', dialog);
    await dialog.getByLabel('Chủ trì').check();
    await look(secretary, 'secret-files', ['upright', 'phone']);
    await secretary.press('Đưa lên', dialog);
    const arrived = async () =>
      Object.values(await packet()).find(({ title }) => title === 'Mục 3 - Phụ lục số liệu');
    await expect.poll(arrived).toMatchObject({ secret: true });
  });
});

/** Real files of the packet under names that say, more or less, where they belong. */
async function packetFiles(): Promise<{ plan: string; report: string; unclear: string; photo: string }> {
  const folder = await passingFolder();
  python(WRITE, folder);
  const file = async (from: string, name: string) => {
    await copyFile(join(folder, from), join(folder, name));
    return join(folder, name);
  };
  return {
    plan: await file('05-ke-hoach-214-KH-UBND.docx', 'Mục 3 - Phụ lục số liệu.docx'),
    report: await file('05-ke-hoach-214-KH-UBND.docx', 'Thông qua dự thảo Nghị quyết (bản 2).docx'),
    unclear: await file('05-ke-hoach-214-KH-UBND.docx', 'quet0001.docx'),
    photo: await file('05-ke-hoach-214-KH-UBND.docx', 'anh.heic'),
  };
}

async function handIn(word: string, file: string): Promise<void> {
  const chooser = first.page.waitForEvent('filechooser');
  await first.press(`${word}: Báo cáo thẩm định kinh phí`, first.region('Tài liệu cần nộp'));
  await (await chooser).setFiles(file);
}

type Papers = Record<string, { title: string; item: string; secret: boolean }>;

async function packet(): Promise<Papers> {
  const view = await desk.get<{ records: { paper: Papers } }>('/api/streams/m1');
  return view.records.paper;
}

/** Whole titles of the two papers that this story is about. */
async function titles(...beginning: string[]): Promise<string[]> {
  const wanted = beginning.length ? beginning : [REPORT, PLAN];
  const all = Object.values(await packet()).map(({ title }) => title);
  return wanted.map(start => all.find(title => title.startsWith(start))!);
}

async function paperId(title: string): Promise<string> {
  return Object.entries(await packet()).find(([, paper]) => paper.title === title)![0];
}

/** Pictures in every size asked for, light and dark, each under axe. */
async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of [undefined, ...more]) {
    await person.page.setViewportSize(device ? SIZES[device] : own);
    if (await person.page.locator('.paper-page').filter({ visible: true }).count()) {
      await drawn(person.page);
    }
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
