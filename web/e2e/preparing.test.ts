import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingRecord } from '../src/records';
import { violations } from './axe';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

/** The demonstration's meeting is put off to it: what is over by the calendar is neither invited to nor reminded of. */
const STARTS_AT = new Date(Date.now() + 40 * 86_400_000).setUTCHours(1, 0, 0, 0); // 8 o'clock in Vietnam
const DAY = new Date(STARTS_AT).toISOString().slice(0, 10);
const TITLE = 'Họp giao ban tháng 12';
const AGENDA = `I. Phần mở đầu
1. Tuyên bố lý do (Văn phòng trình bày, 5 phút)
2. Báo cáo sơ kết – Sở Nội vụ báo cáo
II. Kết luận`;

let room: Room;
let secretary: Person;

/** A meeting is made like an earlier one, its agenda comes out of Word, people are invited and reminded. */
describe.skipIf(!hasBrowser)('preparing a meeting', () => {
  beforeAll(async () => {
    room = await Room.open();
    const desk = await room.caller('thuky');
    const { records } = await desk.get<{ records: { meeting: { m1: MeetingRecord } } }>('/api/streams/m1');
    const { title, place } = records.meeting.m1;
    await desk.send({ type: 'meeting.update', title, place, starts_at: STARTS_AT });
    secretary = await room.signedIn('thuky');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('cloned at the same time: the clash is told, and saved all the same', async () => {
    await secretary.press('Tạo cuộc họp');
    const dialog = secretary.page.getByRole('dialog');
    const source = dialog.getByLabel('Bắt đầu từ', { exact: true });
    await source.locator('option', { hasText: 'Đề án 06' }).waitFor({ state: 'attached' });
    await source.selectOption({ index: 1 });
    await secretary.sees(/Thành phần tham dự \(\d+ người\)/, dialog);
    await secretary.write('Tên cuộc họp', TITLE, dialog);
    await secretary.write('Ngày họp', DAY, dialog);
    await secretary.sees(/cùng địa điểm; cùng người: .+ và \d+ người nữa/, dialog);
    await look('preparing-new', ['phone']);
    await secretary.press('Tạo', dialog);
    await secretary.sees(TITLE);
    await secretary.sees('Trùng lịch');
    await secretary.sees('Sơ kết 6 tháng thực hiện Đề án 06');
  });

  test('an agenda out of Word: headings are not taken, lines are corrected by hand', async () => {
    await secretary.press('Dán chương trình');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Chương trình chép từ Word', AGENDA, dialog);
    await secretary.sees('Đọc được 4 dòng, 1 dòng là đề mục nên chưa chọn.', dialog);
    await secretary.write('Nội dung 3', 'Báo cáo sơ kết 6 tháng', dialog);
    await secretary.write('Phút 3', '20', dialog);
    await look('preparing-paste', ['phone']);
    await secretary.press('Thêm 3 nội dung', dialog);
    await secretary.sees('Báo cáo sơ kết 6 tháng');
    await secretary.sees(/Sở Nội vụ.*20 phút/);
  });

  test('the meeting as it is planned is kept as a template', async () => {
    await secretary.press('Lưu làm mẫu');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Tên mẫu', 'Giao ban tháng', dialog);
    await look('preparing-template', ['phone']);
    await secretary.press('Lưu', dialog);
    await secretary.hears('Đã lưu mẫu “Giao ban tháng”.');
  });

  test('several people from a list; the doubtful line says so', async () => {
    await secretary.press('Thêm nhiều người');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.choose('Từ danh sách');
    await secretary.write(
      'Danh sách họ tên, mỗi người một dòng',
      '1. Ông Hoàng Thị Minh Nguyệt\n2. Người Lạ',
      dialog,
    );
    await secretary.sees('Không có ai tên này', dialog);
    await secretary.sees(/Đã có trong cuộc họp/, dialog);
    await look('preparing-many', ['phone']);
    await secretary.press('Huỷ', dialog);
  });

  test('invitations, reminders, calling off', async () => {
    await secretary.press('Giấy mời');
    await secretary.press(/^Gửi cho \d+ người$/);
    await secretary.sees(/^Thư chưa tới/);
    await secretary.sees('Trước giờ họp 1 ngày, mọi người');
    await look('preparing-letters', ['upright', 'phone']);
    const address = secretary.page.url();
    await secretary.page.goto('/#/letters');
    await secretary.sees('Chưa có địa chỉ thư điện tử. Xin nhờ quản trị nhập địa chỉ.');
    await look('letters', ['phone', 'wall']);
    await secretary.page.goto(address);
    await secretary.press('Chuẩn bị');
    await secretary.press('Huỷ cuộc họp');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Lý do huỷ', 'Bão số 9', dialog);
    await secretary.press('Huỷ cuộc họp', dialog);
    await secretary.sees('Đã huỷ: Bão số 9');
  });

  test('calendar and search', async () => {
    await secretary.page.goto('/#/calendar');
    await secretary.write('Đến ngày', DAY);
    await secretary.press(/^\d\d\/\d\d\/\d{4}, 2 cuộc họp$/);
    await secretary.sees('Đã huỷ');
    await look('calendar', ['phone']);
    await secretary.choose('Tuần');
    await look('calendar-week', ['phone']);
    await secretary.page.goto('/#/');
    await secretary.page.getByLabel('Tình trạng', { exact: true }).selectOption('called-off');
    await secretary.sees(TITLE);
    await secretary.noLongerSees('Sơ kết 6 tháng thực hiện Đề án 06');
    await secretary.write('Tìm theo tên, địa điểm, cơ quan', 'bao cao so ket');
    await secretary.sees('Báo cáo sơ kết 6 tháng');
    await look('home-search', ['phone']);
    await secretary.press('Tạo cuộc họp');
    const dialog = secretary.page.getByRole('dialog');
    const source = dialog.getByLabel('Bắt đầu từ', { exact: true });
    await source.locator('option', { hasText: 'Mẫu: Giao ban tháng' }).waitFor({ state: 'attached' });
    await source.selectOption({ label: 'Mẫu: Giao ban tháng' });
    await secretary.sees(/^Chương trình \(\d+ nội dung\)/, dialog);
    await look('preparing-from-template', ['phone', 'wall']);
  });
});

async function look(name: string, more: Device[]): Promise<void> {
  const own = secretary.page.viewportSize()!;
  for (const device of more) {
    await secretary.page.setViewportSize(SIZES[device]);
    await secretary.picture(`${name}-${device}`);
    expect(await violations(secretary, 'light')).toEqual([]);
  }
  await secretary.page.setViewportSize(own);
  await secretary.page.emulateMedia({ colorScheme: 'dark' });
  await secretary.picture(`${name}-dark`);
  expect(await violations(secretary, 'dark')).toEqual([]);
  await secretary.page.emulateMedia({ colorScheme: 'light' });
  await secretary.picture(name);
}
