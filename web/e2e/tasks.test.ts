import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const TITLE = 'Trình phương án bố trí nhân lực một cửa';
const OTHER = 'Công bố danh sách hồ sơ quá hạn hằng tuần';
const NEXT = { title: 'Họp giao ban tuần sau', place: 'Phòng họp số 1', agency: 'UBND thành phố' };
const DAY = 86_400_000;

let room: Room;
let secretary: Person;
let owner: Person;
let chair: Caller;

/** A task from the desk to its owner's tablet and back, followed live on both sides. */
describe.skipIf(!hasBrowser)('tasks', () => {
  beforeAll(async () => {
    room = await Room.openSigning();
    chair = await room.caller('chutri');
    secretary = await room.signedIn('thuky');
    owner = await room.signedIn('daibieu6', 'upright');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the desk gives a task; what is not clear is said before', async () => {
    await secretary.page.getByRole('link', { name: 'Vào phòng họp' }).click();
    await secretary.page.getByRole('navigation').getByRole('button', { name: 'Nhiệm vụ' }).click();
    await secretary.press('Giao nhiệm vụ');
    const form = secretary.page.getByRole('dialog');
    await secretary.sees(/Còn thiếu: rõ người, rõ việc/, form);
    await secretary.write('Việc cần làm', TITLE, form);
    const people = form.getByRole('group', { name: 'Người hoặc đơn vị thực hiện' });
    await secretary.write('Tìm người hoặc đơn vị', 'hong nhung', people);
    await secretary.press(/Chọn Tạ Thị Hồng Nhung/, people);
    await secretary.write('Thời hạn (hết ngày)', dayFromNow(2), form);
    await secretary.write('Kết quả cần đạt', 'Tờ trình kèm phương án', form);
    await secretary.sees('Nhiệm vụ đã đủ 5 rõ.', form);
    await look(secretary, 'task-form', ['phone']);
    await secretary.press('Giao nhiệm vụ', form);
    await secretary.hears('Đã giao nhiệm vụ.');
    await secretary.page.getByRole('link', { name: TITLE }).waitFor();
  });

  test('work found in a directive is offered with its quotation, dismissed or given', async () => {
    await secretary.choose('Gợi ý từ tài liệu');
    await secretary.write('Tìm theo cơ quan, việc, tài liệu', 'rà soát, lập danh sách người từ đủ 14 tuổi');
    await secretary.sees('Hạn 15/07/2026');
    await look(secretary, 'task-candidates', ['phone']);
    await secretary.press(/^Bỏ qua: Rà soát/);
    await secretary.page.getByText('Đã bỏ qua (1)').click();
    await secretary.press(/^Khôi phục: Rà soát/);
    await secretary.write('Tìm theo cơ quan, việc, tài liệu', 'học bạ số cho 100');
    await secretary.press(/^Giao nhiệm vụ: Triển khai học bạ số/);
    const form = secretary.page.getByRole('dialog');
    await secretary.sees('Đơn vị: Sở Giáo dục và Đào tạo', form);
    await secretary.sees('Còn thiếu: rõ thời gian, rõ trách nhiệm, rõ kết quả.', form);
    await secretary.write('Người chịu trách nhiệm', 'Giám đốc Sở', form);
    await secretary.write('Thời hạn (hết ngày)', dayFromNow(60), form);
    await secretary.write('Kết quả cần đạt', 'Báo cáo kết quả triển khai', form);
    await secretary.press('Giao nhiệm vụ', form);
    await secretary.sees('0/', secretary.page.locator('main'));
    await secretary.choose('Đã giao');
    const made = secretary.page.getByRole('link', { name: /Triển khai học bạ số/ });
    await made.waitFor();
  });

  test('its owner sees it at home at once, the late one first, and reports', async () => {
    await chair.send(
      {
        type: 'task.create',
        task: 'other',
        meeting: 'm1',
        plan: {
          title: OTHER,
          owner: 'unit:Sở Nội vụ',
          answers: 'Giám đốc Sở Nội vụ',
          collaborators: ['unit:Công an thành phố'],
          deadline: Date.now() + 30 * DAY,
          basis: 'Chỉ thị số 05/CT-UBND',
          result: 'Danh sách công bố mỗi thứ hai',
        },
      },
      'tasks',
    );
    await owner.page.getByRole('region', { name: 'Nhiệm vụ của tôi' }).getByText(OTHER).waitFor();
    await look(owner, 'home-tasks', ['tablet', 'phone', 'wall']);
    await owner.region('Nhiệm vụ của tôi').getByRole('link', { name: TITLE }).click();
    await owner.press('Nhận nhiệm vụ');
    await owner.press('Báo cáo tiến độ');
    const form = owner.page.getByRole('dialog');
    await owner.write('Đã làm được gì, còn vướng gì', 'Đã họp với các phường', form);
    await owner.write('Hoàn thành khoảng (%)', '40', form);
    await form.getByLabel('Chọn tệp kèm theo').setInputFiles({
      name: 'Phương án.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4\n${'x'.repeat(64)}\n%%EOF\n`),
    });
    await owner.sees('Phương án.pdf', form);
    await owner.press('Gửi', form);
    await owner.sees('báo cáo tiến độ 40 %');
    const link = owner.page.getByRole('link', { name: /Phương án\.pdf/ });
    const answer = await owner.page.request.get((await link.getAttribute('href'))!, { maxRetries: 2 });
    expect((await answer.body()).toString()).toContain('%PDF');
    await look(owner, 'task', ['tablet', 'phone']);
  });

  test('more time is asked for and granted, what is done is confirmed and goes to the register', async () => {
    await owner.press('Xin gia hạn');
    const asking = owner.page.getByRole('dialog');
    await owner.write('Lý do', 'Chờ ý kiến hai phường', asking);
    await owner.press('Gửi', asking);
    await secretary.sees(/Xin gia hạn đến/);
    await secretary.page.getByRole('link', { name: TITLE }).click();
    await secretary.press('Trả lời gia hạn');
    const answering = secretary.page.getByRole('dialog');
    await secretary.sees('Chờ ý kiến hai phường', answering);
    await secretary.press('Trả lời', answering);
    await owner.sees(/cho gia hạn đến/);
    await owner.press('Báo hoàn thành');
    const finishing = owner.page.getByRole('dialog');
    await owner.write('Kết quả đã đạt', 'Đã trình Uỷ ban', finishing);
    await owner.press('Gửi', finishing);
    await secretary.decide('Xác nhận hoàn thành', `Xác nhận đã hoàn thành “${TITLE}”?`);
    await owner.sees('Đã hoàn thành');
    await secretary.page.getByRole('link', { name: 'Về danh sách nhiệm vụ' }).click();
    await look(secretary, 'tasks', ['phone', 'wall']);
    await secretary.choose('Đã kết thúc');
    await secretary.write('Tìm trong nhiệm vụ đã kết thúc', 'nhân lực');
    await secretary.page.getByRole('link', { name: TITLE }).waitFor();
    await look(secretary, 'tasks-closed');
    await secretary.page.getByRole('main').getByRole('link', { name: 'Thống kê' }).click();
    await secretary.page.getByRole('region', { name: 'Theo đơn vị' }).getByText('Sở Nội vụ').waitFor();
    await look(secretary, 'task-statistics', ['phone', 'wall']);
  });

  test('what is not done stands on the agenda of the next meeting, and in its minutes', async () => {
    const desk = await room.caller('thuky');
    const { meetings } = await desk.get<{ meetings: { starts_at: number }[] }>('/api/meetings');
    const starts_at = Math.max(meetings[0]!.starts_at, Date.now()) + 7 * DAY;
    const members = [{ user: chair.user, role: 'chair', votes: true }];
    await desk.post('/api/meetings', { ...NEXT, meeting: 'm2', starts_at, members });
    await secretary.page.goto('/#/meeting/m2');
    await secretary.press('Thêm việc chưa xong');
    await secretary.sees('2 việc chưa xong.');
    await secretary.sees(OTHER);
    await look(secretary, 'unfinished-desk', ['phone', 'wall']);
    const { records } = await desk.get<{ records: { item: object } }>('/api/streams/m2');
    await chair.send({ type: 'meeting.start' }, 'm2');
    await chair.send({ type: 'agenda.go', item: Object.keys(records.item)[0]! }, 'm2');
    await chair.send({ type: 'meeting.end' }, 'm2');
    await section('Biên bản');
    await secretary.sees(new RegExp(OTHER));
    await look(secretary, 'minutes', ['phone', 'wall']);
  });

  test('confirmed minutes are signed once, and the signature is looked at', async () => {
    await secretary.decide('Xác nhận biên bản', 'Xác nhận biên bản này là đúng?');
    await secretary.sees(/^Thư ký: đã xác nhận/);
    const { digest } = await chair.get<{ digest: string }>('/api/streams/m2/minutes');
    await chair.send({ type: 'minutes.confirm', digest }, 'm2');
    await secretary.sees(/^Biên bản đã khoá/);
    await section('Văn bản');
    await secretary.sees(/\(chữ ký thử\); nơi cấp/);
    await secretary.press('Ký số: Biên bản');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.sees('Thời gian ký lấy theo đồng hồ máy chủ.', dialog);
    await secretary.press('Ký số', dialog);
    await dialog.waitFor({ state: 'detached' });
    await secretary.press('Kiểm tra chữ ký lần 1: Biên bản');
    await secretary.sees('Chữ ký hợp lệ, nội dung còn nguyên');
    await secretary.sees('Đã ký số, không đổi từ khi ký');
    await secretary.button('Ký số: Biên bản').waitFor({ state: 'detached' });
    await look(secretary, 'signed', ['phone', 'wall']);
  });
});

/** Another part of the desk. */
async function section(name: string): Promise<void> {
  await secretary.page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
}

/** As a date field holds it, in the city's own time. */
function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + days * DAY);
}

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
