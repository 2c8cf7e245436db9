import { expect, test } from 'vitest';
import type { Person } from '../person';
import { cast, NAMES } from './cast';

const QUESTION = 'Thống nhất giải pháp xử lý dứt điểm hồ sơ quá hạn trước ngày 31/12/2026';
const SENTENCE = '10/12 = 83,3 % ≥ 2/3 (cần ít nhất 8): thông qua';
const SECOND_ITEM = 'Báo cáo kết quả 6 tháng thực hiện Đề án 06';

export function aboutTheVote(): void {
  test('the chair starts the meeting and sees the quorum reached', async () => {
    const { chair, everybody, others, wall } = cast;
    for (const caller of others) {
      await caller.send({ type: 'attendance.check-in' });
    }
    await chair.sees('Đại biểu 12/12');
    await chair.sees('Đủ túc số');
    await chair.decide('Bắt đầu cuộc họp', /^Bắt đầu cuộc họp “/);
    for (const person of everybody) {
      await person.sees(/Khai mạc, thông qua chương trình cuộc họp/);
    }
    await wall.sees('Nội dung 1/6');
    await wall.sees('Có mặt 12/12 đại biểu');
  });

  test('the pointer moves everywhere', async () => {
    const { chair, first, phone, wall } = cast;
    const plan = chair.page.getByRole('navigation', { name: 'Chương trình' });
    await plan.getByRole('button', { name: SECOND_ITEM }).click();
    await chair.press('Chuyển tới nội dung 2', plan);
    await first.sees(`Nội dung 2: ${SECOND_ITEM}`);
    await phone.sees(`Nội dung 2: ${SECOND_ITEM}`);
    await wall.sees('Nội dung 2/6');
    await chair.picture('chair-item');
  });

  test('a speaker is called: one clock on every screen', async () => {
    const { chair, first, second, wall } = cast;
    await chair.press(`Mời ${NAMES.first} phát biểu 5 phút`);
    await first.sees('Mời đại biểu phát biểu');
    await second.sees('Đang phát biểu');
    await wall.sees(NAMES.first);
    await wall.sees(`Tiếp theo: ${NAMES.second}`);
    const apart = async () => {
      const clocks = await Promise.all([first, second, chair, wall].map(secondsLeft));
      expect(Math.max(...clocks)).toBeLessThanOrEqual(300);
      return Math.max(...clocks) - Math.min(...clocks);
    };
    await expect.poll(apart).toBeLessThanOrEqual(2);
    await wall.picture('wall-speaker');
    await first.picture('room-my-turn');
    await chair.picture('chair-speaker');
  });

  test('the next speaker takes the floor, and gives it back', async () => {
    const { chair, second, wall } = cast;
    await chair.press(`Mời ${NAMES.second} phát biểu`);
    await second.sees('Mời đại biểu phát biểu');
    await wall.sees(NAMES.second);
    await chair.press('Kết thúc phát biểu');
    await second.sees('Chưa có ai phát biểu');
  });

  test('a vote with its rule is put together and opened', async () => {
    const { chair, tablets, wall } = cast;
    await chair.choose('Biểu quyết');
    await chair.press('Soạn biểu quyết');
    const dialog = chair.page.getByRole('dialog');
    await chair.write('Nội dung biểu quyết', QUESTION, dialog);
    await dialog
      .getByLabel('Cách tính thông qua thường dùng', { exact: true })
      .selectOption({ label: 'Ít nhất 2/3 số đại biểu có mặt' });
    await chair.sees(/Thông qua khi có ít nhất 2\/3 số đại biểu có mặt đồng ý\./, dialog);
    await chair.press('Lưu biểu quyết', dialog);
    await dialog.waitFor({ state: 'detached' });
    await chair.decide('Mở biểu quyết', `Mở biểu quyết “${QUESTION}”?`, undefined, chair.region(QUESTION));
    for (const tablet of tablets) {
      await tablet.sees(/Đang biểu quyết/);
      await tablet.sees(QUESTION);
    }
    await wall.sees('Đang biểu quyết');
    await wall.sees('0/12');
  });

  test('twelve delegates vote; the chair sees who has not yet', async () => {
    const { chair, first, second, phone, others, wall } = cast;
    await vote(first, 'Đồng ý');
    await vote(second, 'Đồng ý');
    await phone.press('Bỏ phiếu');
    await vote(phone, 'Không đồng ý');
    await phone.picture('phone-voted');
    for (const caller of others.slice(0, 7)) {
      await caller.send({ type: 'ballot.cast', vote: await openVote(), choice: 'for' });
    }
    await chair.sees('Chưa bỏ phiếu (2)');
    await chair.sees(NAMES.eleventh);
    await chair.sees(NAMES.twelfth);
    await wall.sees('10/12');
    await first.sees('10/12 đã bỏ phiếu');
    await first.picture('room-voted');
    await chair.picture('chair-vote');
    await wall.picture('wall-vote');
    await others[7]!.send({ type: 'ballot.cast', vote: await openVote(), choice: 'for' });
    await others[8]!.send({ type: 'ballot.cast', vote: await openVote(), choice: 'abstain' });
    await chair.sees('Tất cả đã bỏ phiếu.');
  });

  test('closed, then published: everybody reads the sentence that explains the result', async () => {
    const { chair, first, everybody, wall } = cast;
    await chair.decide(
      'Đóng biểu quyết',
      `Đóng biểu quyết “${QUESTION}”?`,
      undefined,
      chair.region(QUESTION),
    );
    await first.sees('Đã đóng, chờ công bố kết quả');
    expect(await first.text()).not.toContain('83,3 %');
    await chair.decide(
      'Công bố kết quả',
      `Công bố kết quả “${QUESTION}”?`,
      undefined,
      chair.region(QUESTION),
    );
    await cast.secretary.press('Biểu quyết');
    for (const person of everybody) {
      await person.sees(SENTENCE);
    }
    await first.sees('Phiếu của đại biểu: Đồng ý');
    await wall.picture('wall-result');
    await first.picture('room-result');
    await cast.phone.picture('phone-result');
  });
}

export async function vote(person: Person, choice: string): Promise<void> {
  await person.press(choice, person.region('Biểu quyết'));
  await person.sees(new RegExp(`^Đã ghi nhận: ${choice} · \\d\\d:\\d\\d:\\d\\d$`));
}

/** The id of the vote that is open, as a delegate's tablet knows it. */
export async function openVote(): Promise<string> {
  const { records } = await cast.others[0]!.get<Snapshot>('/api/streams/m1');
  const found = Object.entries(records.vote).find(([, one]) => one.state === 'open');
  return found![0];
}

interface Snapshot {
  records: { vote: Record<string, { state: string }> };
}

/** "04:58" on the person's screen as 298. */
async function secondsLeft(person: Person): Promise<number> {
  const figures = person.page.locator('.speaker-clock-figures, .stage-clock-figures');
  const [minutes, seconds] = (await figures.innerText()).split(':').map(Number);
  return minutes! * 60 + seconds!;
}
