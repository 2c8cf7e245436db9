import { expect, test } from 'vitest';
import { pause } from '../server';
import { openVote, vote } from './3-vote';
import { cast } from './cast';

const QUESTION = 'Giao Sở Khoa học và Công nghệ báo cáo tiến độ hằng tháng';
const SENTENCE = '11/12 = 91,7 % > 1/2 (cần ít nhất 7): thông qua';
const NOTE = 'Hỏi thêm về nguồn kinh phí';
const COMMENT = 'Ý kiến được gửi trong lúc một máy mất mạng.';
/** How long a tablet stays without a network: longer than both ends take to notice a silent one (22 seconds). */
const AWAY = 30_000;

export function aboutInterruptions(): void {
  test('the server is killed in the middle of a vote, and what it acknowledged is not lost', async () => {
    const { room, first, second, everybody } = cast;
    await openAnotherVote();
    await vote(first, 'Đồng ý');
    await room.server.kill();
    for (const person of everybody) {
      await person.sees(/Mất kết nối/);
    }
    await first.sees(/^Đã ghi nhận: Đồng ý/);
    await second.press('Đồng ý', second.region('Biểu quyết'));
    await second.sees(/^Phiếu “Đồng ý” chưa được ghi nhận vì mất kết nối/);
    await second.picture('room-ballot-not-recorded');
    await cast.wall.picture('wall-lost');
    await room.server.start();
  });

  test('everybody resumes without a reload, and a ballot that was not recorded is sent again', async () => {
    const { first, second, wall, everybody } = cast;
    for (const person of everybody) {
      await person.connected();
      expect(await person.samePage()).toBe(true);
    }
    await first.sees('1/12 đã bỏ phiếu');
    await second.press('Gửi lại phiếu');
    await second.sees(/^Đã ghi nhận: Đồng ý/);
    await wall.sees('2/12');
  });

  test('a tablet without a network writes a note, and cannot change its ballot', async () => {
    const { first } = cast;
    await first.context.setOffline(true);
    await first.sees(/^Mất kết nối, đang thử lại/);
    await first.press('Không đồng ý', first.region('Biểu quyết'));
    await first.sees(/^Chưa đổi được sang “Không đồng ý” vì mất kết nối; phiếu đang ghi là “Đồng ý”/);
    await first.choose('Ghi chú');
    await first.press('Sửa');
    const dialog = first.page.getByRole('dialog');
    await first.write('Nội dung ghi chú (có thể để trống)', NOTE, dialog);
    await first.press('Lưu ghi chú', dialog);
    await first.sees('Chưa gửi: đang chờ mạng');
    await first.picture('room-offline');
  });

  test('meanwhile the meeting goes on, and the vote is decided', async () => {
    const { chair, second, phone, others } = cast;
    await phone.press('Bỏ phiếu');
    await vote(phone, 'Không đồng ý');
    const open = await openVote();
    for (const caller of others) {
      await caller.send({ type: 'ballot.cast', vote: open, choice: 'for' });
    }
    await second.choose('Ý kiến');
    await second.write('Ý kiến của đại biểu', COMMENT);
    await second.press('Gửi ý kiến');
    await pause(AWAY);
    const side = chair.region(QUESTION);
    await chair.decide('Đóng biểu quyết', /12 đại biểu đã bỏ phiếu/, undefined, side);
    await chair.decide('Công bố kết quả', `Công bố kết quả “${QUESTION}”?`, undefined, side);
    await second.sees(SENTENCE);
  });

  test('back in the network, the tablet shows what it missed and sends what waited', async () => {
    const { first, second, phone, wall } = cast;
    await first.context.setOffline(false);
    await first.connected();
    await first.sees(SENTENCE);
    await first.noLongerSees('Chưa gửi: đang chờ mạng');
    await second.choose('Ghi chú');
    await second.sees(NOTE);
    await first.choose('Ý kiến');
    await first.sees(COMMENT);
    await phone.sees(SENTENCE);
    await wall.sees(SENTENCE);
    expect(await first.samePage()).toBe(true);
  });
}

/** Simple majority, put together and opened by the chair. */
async function openAnotherVote(): Promise<void> {
  const { chair, second } = cast;
  await chair.press('Soạn biểu quyết');
  const dialog = chair.page.getByRole('dialog');
  await chair.write('Nội dung biểu quyết', QUESTION, dialog);
  await chair.press('Lưu biểu quyết', dialog);
  await dialog.waitFor({ state: 'detached' });
  await chair.decide('Mở biểu quyết', `Mở biểu quyết “${QUESTION}”?`, undefined, chair.region(QUESTION));
  await second.sees(QUESTION);
}
