import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller';
import { passingFolder } from './folder';
import type { Person } from './person';
import { hasBrowser, Room } from './room';

const HOUR = 3_600_000;
const QUESTION = 'Thông qua dự thảo Nghị quyết về tiếp tục thực hiện Đề án 06';

let room: Room;
let chair: Caller;
let first: Person;

/** What goes wrong in front of a tablet must be said in words, and must change nothing. */
describe.skipIf(!hasBrowser)('what goes wrong in front of a tablet', () => {
  beforeAll(async () => {
    room = await Room.open();
    chair = await room.caller('chutri');
    await chair.send({ type: 'meeting.start' });
    for (let number = 1; number <= 12; number += 1) {
      await (await room.caller(`daibieu${number}`)).send({ type: 'attendance.check-in' });
    }
    await chair.send({ type: 'vote.open', vote: 'v1' });
    first = await room.seated('daibieu1');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a wrong password is said, with the tries that are left', async () => {
    const guest = await room.device('khach1', 'tablet');
    await guest.signIn('sai-mat-khau');
    await guest.sees('Tên đăng nhập hoặc mật khẩu không đúng. Còn 4 lần thử.');
    await guest.picture('sign-in-wrong');
  });

  test('a file that only calls itself PDF is refused with the reason', async () => {
    const secretary = await room.seated('thuky');
    const folder = await passingFolder();
    const files = [join(folder, 'Báo cáo giả.pdf'), join(folder, 'Bài hát.mp3')];
    for (const file of files) {
      await writeFile(file, 'Đây không phải là tệp PDF.');
    }
    await secretary.press('Tài liệu');
    const item = '2. Báo cáo kết quả 6 tháng thực hiện Đề án 06';
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.press(`Chọn tệp cho ${item}`);
    await (await chooser).setFiles(files);
    await secretary.sees(/^Không nhận loại tệp này/, secretary.region(item));
    await secretary.sees(/^Chỉ nhận PDF, Word, Excel/, secretary.region(item));
    await secretary.sees('7 đã phát hành · 0 sẵn sàng · 0 đang chuẩn bị');
    await secretary.picture('desk-upload-refused');
  });

  test('two taps on a ballot are one ballot', async () => {
    await first.button('Đồng ý', first.region('Biểu quyết')).dblclick();
    await first.sees(/^Đã ghi nhận: Đồng ý/);
    await first.sees('1/12 đã bỏ phiếu');
    expect(await ballotsSent(first)).toBe(1);
  });

  test('two tabs of one delegate show the same ballot', async () => {
    const tab = await room.anotherTab(first);
    await tab.enterMeeting();
    await tab.sees(/^Đã ghi nhận: Đồng ý/);
    await tab.press('Không biểu quyết', tab.region('Biểu quyết'));
    await first.sees(/^Đã ghi nhận: Không biểu quyết/);
    await first.sees('1/12 đã bỏ phiếu');
  });

  test('a ballot that comes after the closing is refused in words, and the result stands', async () => {
    const second = await room.seated('daibieu2');
    const late = async (route: Route) => {
      await chair.send({ type: 'vote.close', vote: 'v1' });
      await route.continue();
    };
    await second.page.route('**/commands', late, { times: 1 });
    await second.press('Đồng ý', second.region('Biểu quyết'));
    await second.sees(/^Đã đóng, chờ công bố kết quả/);
    await second.sees(/^Phiếu chưa được ghi\. Biểu quyết không mở/);
    await second.sees('Đại biểu không bỏ phiếu.');
    await chair.send({ type: 'vote.publish', vote: 'v1' });
    await second.sees('0/12 = 0 % < 2/3 (cần ít nhất 8): không thông qua');
    await second.sees(QUESTION);
    await second.picture('room-not-passed');
  });

  test('a tablet whose clock is an hour off shows the same timer', async () => {
    const late = await room.device('daibieu3', 'tablet');
    await late.page.addInitScript(shift => {
      const now = Date.now;
      Date.now = () => now() - shift;
    }, HOUR);
    await late.page.reload();
    await late.signIn(room.password);
    await late.enterMeeting();
    await (await room.caller('daibieu4')).send({ type: 'speech.request', speech: 's1', subject: '' });
    await chair.send({ type: 'speech.call', speech: 's1', seconds: 300 });
    const apart = async () => {
      const [one, other] = await Promise.all([first, late].map(secondsLeft));
      return Math.abs(one! - other!);
    };
    await expect.poll(apart).toBeLessThanOrEqual(2);
    expect(await secondsLeft(first)).toBeGreaterThan(120);
    const clocks = async () => {
      const read = (person: Person) => person.page.getByRole('time').innerText();
      return new Set(await Promise.all([first, late].map(read))).size;
    };
    await expect.poll(clocks).toBe(1);
  });

  test('a wrong present password is said beside that field, and nothing is changed', async () => {
    const guest = await room.signedIn('khach2');
    await guest.openMenu();
    await guest.page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
    await guest.write('Mật khẩu hiện tại', 'khong-phai-mat-khau');
    await guest.write('Mật khẩu mới', 'mat-khau-moi-2026');
    await guest.write('Nhập lại mật khẩu mới', 'mat-khau-moi-2026');
    await guest.press('Đổi mật khẩu');
    await guest.sees('Mật khẩu hiện tại không đúng. Xin nhập lại.');
    const blamed = guest.page.locator('[aria-invalid="true"]');
    const names = () => blamed.evaluateAll(fields => fields.map(field => field.getAttribute('autocomplete')));
    await expect.poll(names).toEqual(['current-password']);
    await (await room.caller('khach2')).get('/api/me');
  });

  test('an address that was cut off leads back to the meetings', async () => {
    const guest = await room.signedIn('khach2');
    await guest.region('Cuộc họp gần nhất').waitFor();
    await guest.page.goto('/#/meeting/%E1%BB');
    await guest.page.reload();
    await guest.sees('Không tìm thấy trang này.');
    await guest.page.getByRole('link', { name: 'Về danh sách cuộc họp' }).click();
    await guest.region('Cuộc họp gần nhất').waitFor();
  });

  test('signing out in one tab leads the other to the sign-in', async () => {
    const tab = await room.anotherTab(first);
    await tab.openMenu();
    await tab.press('Đăng xuất');
    await tab.sees('Tên đăng nhập');
    await first.sees('Tên đăng nhập');
    await first.sees('Phiên làm việc đã kết thúc. Hãy đăng nhập lại.');
    expect(await first.text()).not.toContain(QUESTION);
    await first.picture('sign-in-ended');
  });
});

/** Commands that this tablet has sent since its page was opened. */
function ballotsSent(person: Person): Promise<number> {
  return person.page.evaluate(
    () => performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('/commands')).length,
  );
}

async function secondsLeft(person: Person): Promise<number> {
  const [minutes, seconds] = (await person.page.locator('.speaker-clock-figures').innerText()).split(':');
  return Number(minutes) * 60 + Number(seconds);
}
