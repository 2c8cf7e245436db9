import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import type { Caller } from './caller';
import { openPaper, paperButton } from './paper';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const PLAN = 'Kế hoạch số 214/KH-UBND';
const REPORT = 'Báo cáo số 345/BC-UBND';
const FIRST = 'Hoàng Thị Minh Nguyệt';

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
  }, 90_000);
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
    expect(await first.page.locator('.screen-mark').innerText()).toContain(`MẬT · ${FIRST} · `);
    const words = first.page.locator('.paper-page[data-page="1"] .textLayer');
    expect((await words.innerText()).normalize('NFC')).toContain(`MẬT · ${FIRST}`);
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
    expect(await second.text()).not.toContain(title);
    await look(first, 'papers-recalled', ['phone']);
    const id = await paperId(title!);
    await desk.send({ type: 'paper.publish', papers: [id] });
    await paperButton(first, title!).waitFor();
  });
});

type Papers = Record<string, { title: string; item: string }>;

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
