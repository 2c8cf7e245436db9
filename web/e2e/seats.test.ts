import type { Locator } from 'playwright-core';
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
  });
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

  test('a room is drawn: pasted with what is wrong said, mended by taps and by keyboard', async () => {
    const person = await room.signedIn('quantri');
    await person.page.getByRole('link', { name: 'Danh mục phòng họp' }).click();
    await person.sees('29 ghế, 4 hàng ghế');
    await look(person, 'halls');
    await person.press('Thêm phòng');
    const dialog = person.page.getByRole('dialog');
    await person.write('Tên phòng', 'Hội trường lớn', dialog);
    await dialog.getByText('Dán sơ đồ có sẵn').click();
    await person.write('Sơ đồ', 'xx.xx\nxxqxx', dialog);
    await person.sees(/Hàng 2, cột 3: không hiểu “q”/, dialog);
    await person.write('Sơ đồ', `#####\n${'xx.xx\n'.repeat(4)}`, dialog);
    await person.press('Dùng sơ đồ này', dialog);
    await person.sees('16 ghế, 4 hàng ghế', dialog);
    await person.press('Lối đi', dialog);
    await dialog.getByRole('gridcell', { name: 'Hàng 2, cột 1: ghế A1' }).click();
    await person.sees('15 ghế, 4 hàng ghế', dialog);
    await person.page.keyboard.press('ArrowDown');
    await person.page.keyboard.press('ArrowRight');
    await person.page.keyboard.press('Enter');
    await person.sees('14 ghế, 4 hàng ghế', dialog);
    await dialog.getByRole('gridcell', { name: 'Hàng 3, cột 2: lối đi' }).waitFor();
    await look(person, 'hall-editor');
    await person.press('Lưu', dialog);
    await person.sees('Hội trường lớn');
    await person.sees('14 ghế, 4 hàng ghế');
  });

  test('people are seated by hand, by list and by unit', async () => {
    const person = await room.seated('thuky');
    await person.press('Chỗ ngồi');
    await person.choose('Xếp chỗ');
    await person.sees('Đã xếp 16/16 người, còn 13 ghế trống.');
    await seat(person, 'B1').click();
    await person.sees('Hoàng Thị Minh Nguyệt đang ngồi ghế B1: chạm ghế mới.');
    await seat(person, 'D8').click();
    await seat(person, 'D8: Hoàng Thị Minh Nguyệt').waitFor();
    await seat(person, 'D8').click();
    await seat(person, 'B2').click();
    const dialog = person.page.getByRole('dialog');
    await person.press('Đổi chỗ Hoàng Thị Minh Nguyệt và Phan Trọng Khôi', dialog);
    await seat(person, 'D8: Phan Trọng Khôi').waitFor();
    await look(person, 'seats-assign');
    await seat(person, 'B2').click();
    await person.press('Bỏ chỗ');
    await person.sees('Chưa có chỗ (1)');
    await seat(person, 'B2').click();
    await dialog.getByRole('button', { name: /Hoàng Thị Minh Nguyệt/ }).click();
    await person.sees('Mọi người đã có chỗ.');
    await person.press('Dán danh sách');
    await person.write('Danh sách', 'daibieu1;B1\nPhan Trọng Khôi;B2\nNgười lạ;A1\ndaibieu3;Z9', dialog);
    await person.sees('Dòng 3, “Người lạ”: không có ai tên này trong cuộc họp', dialog);
    await person.sees('Dòng 4, “daibieu3”: sơ đồ không có ghế này', dialog);
    await look(person, 'seats-paste');
    await person.press('Xếp chỗ 2 người', dialog);
    await seat(person, 'B1: Hoàng Thị Minh Nguyệt').waitFor();
    await seat(person, 'B2: Phan Trọng Khôi').waitFor();
    await person.decide('Bỏ hết chỗ', 'Bỏ hết chỗ đã xếp?');
    await person.sees('Đã xếp 0/16 người, còn 29 ghế trống.');
    await person.press('Xếp theo đơn vị');
    await dialog.getByLabel('Khách mời').check();
    await dialog.getByLabel('Chủ trì').check();
    await dialog.getByLabel('Thư ký').check();
    await person.sees('Xếp được 16 người.', dialog);
    await look(person, 'seats-fill');
    await person.press('Xếp 16 người', dialog);
    await person.sees('Đã xếp 16/16 người, còn 13 ghế trống.');
    const phone = await room.seated('thuky', 'phone');
    await phone.press('Chỗ ngồi');
    await phone.choose('Xếp chỗ');
    await look(phone, 'seats-assign-phone');
  });

  test('the live plan follows each person, by keyboard and as a list, and the chair calls from it', async () => {
    const person = await room.seated('chutri');
    await person.press('Sơ đồ');
    const plan = person.page.getByRole('grid', { name: 'Sơ đồ chỗ ngồi' });
    const own = seat(person, /Lý Thanh Tùng, Có mặt/);
    await own.waitFor();
    await watchSeats(person);
    await delegates[7]!.send({ type: 'speech.request', speech: 'plan1', subject: 'Số liệu' });
    await seat(person, /Lý Thanh Tùng, Xin phát biểu/).waitFor();
    expect(await changedSeats(person)).toHaveLength(1);
    await look(person, 'seats-live');
    await plan.locator('[tabindex="0"]').focus();
    const first = await focused(person);
    await person.page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(person)).not.toBe(first);
    await seat(person, /Lý Thanh Tùng, Xin phát biểu/).focus();
    await person.page.keyboard.press('Enter');
    const card = person.page.getByRole('dialog').last();
    await look(person, 'seat-card');
    await person.press('Mời phát biểu', card);
    await person.sees('Đang phát biểu', card);
    await person.press('Đóng', card);
    await seat(person, /Lý Thanh Tùng, Đang phát biểu/).waitFor();
    await chair.send({ type: 'speech.end', speech: 'plan1' });
    await person.choose('Danh sách');
    await person.write('Tìm theo tên, đơn vị hoặc ghế', 'lan phuong');
    await person.page.getByRole('button', { name: /Vũ Thị Lan Phương/ }).waitFor();
    await look(person, 'seats-list');
  });

  test('while an open vote runs the desk sees who has voted, afterwards everybody how, and the wall too', async () => {
    const vote = { item: 'i2', question: 'Thông qua kế hoạch?', rule: { quorum_numerator: 1 } } as const;
    await chair.send({ type: 'vote.prepare', vote: 'v7', ...vote });
    const [main, delegate] = [await room.wall(), await room.seated('daibieu1')];
    const person = await room.seated('chutri');
    await person.press('Sơ đồ');
    await chair.send({ type: 'screen.set', screen: 'main', name: 'Chính', shows: 'seats' });
    await main.page.locator('.wall-plan').waitFor();
    await look(main, 'wall-seats');
    await chair.send({ type: 'vote.open', vote: 'v7' });
    await seat(person, /Phan Trọng Khôi, Chưa bỏ phiếu/).waitFor();
    await delegates[1]!.send({ type: 'ballot.cast', vote: 'v7', choice: 'against' });
    await seat(person, /Phan Trọng Khôi, Đã bỏ phiếu/).waitFor();
    await look(person, 'seats-voting');
    await delegate.press(/Chỗ của bạn/);
    await seat(delegate, /Hoàng Thị Minh Nguyệt, Có mặt\. Chỗ của bạn/).waitFor();
    expect(await seat(delegate, /Đã bỏ phiếu|Không đồng ý/).count()).toBe(0);
    expect(await main.page.locator('[data-mark="voted"], [data-mark="against"]').count()).toBe(0);
    await delegates[0]!.send({ type: 'ballot.cast', vote: 'v7', choice: 'for' });
    await delegates[2]!.send({ type: 'ballot.cast', vote: 'v7', choice: 'other', opinion: 'Nên hoãn' });
    await delegates[3]!.send({ type: 'ballot.cast', vote: 'v7', choice: 'abstain' });
    await chair.send({ type: 'vote.close', vote: 'v7' });
    await chair.send({ type: 'vote.publish', vote: 'v7' });
    await delegate.page
      .getByLabel('Hiện trên sơ đồ')
      .selectOption({ label: 'Biểu quyết: Thông qua kế hoạch?' });
    await seat(delegate, /Phan Trọng Khôi, Không đồng ý/).waitFor();
    await look(delegate, 'seats-how');
    await main.page.locator('[data-mark="against"]').waitFor();
    await look(main, 'wall-seats-vote');
    const smallest = await main.page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('.stage-legend span, .stage-legend strong')].map(word =>
          Number.parseFloat(getComputedStyle(word).fontSize),
        ),
      ),
    );
    expect(smallest).toBeGreaterThanOrEqual(40);
    await person.press('Đóng', person.page.getByRole('dialog'));
    await person.choose('Màn hình');
    await person.press('Sơ đồ chỗ', person.region('Chính'));
    await person.page.getByRole('img', { name: 'Chính đang chiếu: Sơ đồ chỗ' }).waitFor();
    const phone = await room.seated('daibieu3', 'phone');
    await phone.press(/Chỗ của bạn/);
    await phone.page.locator('.seat-plan').waitFor();
    await look(phone, 'seats-phone');
  });

  test('a hall of a thousand seats is drawn, and one event draws one seat', async () => {
    const administrator = await room.caller('quantri');
    const rows = ['#'.repeat(42), ...Array<string>(25).fill(`${'o'.repeat(20)}..${'o'.repeat(20)}`)];
    await administrator.send({ type: 'hall.set', hall: 'big', name: 'Hội trường 1000 chỗ', rows }, 'office');
    const secretary = await room.caller('thuky');
    await secretary.send({ type: 'seating.choose', hall: 'big' });
    const person = await room.seated('chutri');
    await person.press('Sơ đồ');
    await person.page.locator('[data-seat="Y40"]').waitFor();
    await watchSeats(person);
    await secretary.send({ type: 'attendance.mark', user: 'u-daibieu5', state: 'left' });
    await seat(person, /Ngô Quang Huy, Chưa có mặt/).waitFor();
    expect(await changedSeats(person)).toHaveLength(1);
    await person.picture('seats-1000');
    expect(await violations(person, 'light')).toEqual([]);
    await person.press('Phóng to sơ đồ');
    await person.picture('seats-1000-larger');
    await secretary.send({ type: 'screen.set', screen: 'main', name: 'Chính', shows: 'seats' });
    const wall = await room.wall();
    await wall.page.locator('[data-seat="Y40"]').waitFor();
    await wall.picture('wall-seats-1000');
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

/** A seat of the plan by its words: "B2: Phan Trọng Khôi, Có mặt". */
function seat({ page }: Person, words: string | RegExp): Locator {
  const name = typeof words === 'string' ? new RegExp(`^${words}\\b`) : words;
  return page.getByRole('gridcell', { name });
}

/** From now on the page notes which seats are drawn anew. */
async function watchSeats({ page }: Person): Promise<void> {
  await page.evaluate(() => {
    const noted = new Set<string>();
    Object.assign(globalThis, { drawnSeats: noted });
    new MutationObserver(changes => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const seat = element?.closest<SVGElement>('[data-seat]')?.dataset.seat;
        if (seat) {
          noted.add(seat);
        }
      }
    }).observe(document.querySelector('.seat-plan')!, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}

async function changedSeats({ page }: Person): Promise<string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { drawnSeats: Set<string> }).drawnSeats]);
}

async function focused({ page }: Person): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-seat') ?? null);
}
