import { expect, test } from 'vitest';
import { drawn } from '../../test/paper/hand';
import { SIZES } from '../person';
import { hasModel, pause } from '../server';
import { cast } from './cast';

const WITH_MARKS = 'Nhật ký khai thác dữ liệu cá nhân phải lưu bao lâu?';
const LOG_KEPT = 'mọi lượt khai thác phải lưu nhật ký tối thiểu 24 tháng';
const WITHOUT_MARKS = 'Chi thi 09 thay the chi thi nao?';
const REPLACED = 'thay thế Chỉ thị số 03/CT-UBND ngày 17 tháng 02 năm 2025';
const COMPARISON =
  'Các báo cáo nói khác nhau thế nào về số tài khoản định danh điện tử mức độ 2 đã kích hoạt?';
const OFF_THE_PACKET = 'Giá vàng miếng trên thị trường thế giới hôm nay là bao nhiêu?';
const READING = 45_000;
const NOT_SAID = /^Tài liệu của cuộc họp chưa nói đến điều này/;

export function aboutTheAssistant(): void {
  test('a question with diacritics is answered by a quotation with paper and page', async () => {
    await indexed();
    const { first } = cast;
    await first.choose('Trợ lý');
    const answer = await ask(WITH_MARKS);
    await first.sees(LOG_KEPT, answer);
    await first.sees(/, trang \d+$/, answer);
    expect(await first.text(answer)).not.toMatch(NOT_SAID);
    await first.picture('room-assistant');
  });

  test('a tap opens the page, and the passage is lit', async () => {
    const { first } = cast;
    const card = first.page.getByRole('listitem').filter({ hasText: LOG_KEPT }).first();
    const page = Number(/trang (\d+)$/.exec(await card.getByText(/, trang \d+$/).innerText())![1]);
    await first.press('Mở trang', card);
    await drawn(first.page, page);
    const lit = first.page.locator(`.paper-page[data-page="${page}"] .paper-lit rect`).first();
    await lit.waitFor({ state: 'attached' });
    await expect.poll(() => first.page.getByLabel('Đến trang').inputValue()).toBe(String(page));
    const inSight = async () => {
      const place = await lit.boundingBox();
      return place !== null && place.y > 0 && place.y + place.height < SIZES.tablet.height;
    };
    await expect.poll(inSight).toBe(true);
    await first.picture('room-passage-lit');
  });

  test('a question without diacritics finds the same kind of answer', async () => {
    const answer = await ask(WITHOUT_MARKS);
    await cast.first.sees(REPLACED, answer);
    expect(await cast.first.text(answer)).not.toMatch(NOT_SAID);
  });

  test('what the packet does not say is refused, with the nearest passages', async () => {
    const { first } = cast;
    const answer = await ask(OFF_THE_PACKET);
    await first.sees(NOT_SAID, answer);
    if (hasModel) {
      expect(await answer.getByRole('listitem').count()).toBeGreaterThan(0);
    }
    await first.picture('room-assistant-refusal');
  });

  test('what papers say differently is set side by side, with date and scope', async () => {
    const { first } = cast;
    const answer = await ask(COMPARISON);
    await first.press(/^Đặt 2 trích dẫn cạnh nhau/, answer);
    const dialog = first.page.getByRole('dialog');
    await first.sees('968.420', dialog);
    await first.sees('1.102.750', dialog);
    await first.picture('room-assistant-compared');
    await first.press('Đóng', dialog);
  });

  test('the phone asks too', async () => {
    const { phone } = cast;
    await phone.press('Trợ lý');
    await phone.write('Hỏi về tài liệu của cuộc họp', WITH_MARKS);
    await phone.press('Hỏi');
    await phone.sees(LOG_KEPT);
    await phone.picture('phone-assistant');
  });
}

/** Asks and gives the place where the answer stands, once it stands there. */
async function ask(question: string) {
  const { first } = cast;
  await first.write('Hỏi về tài liệu của cuộc họp', question);
  await first.press('Hỏi');
  const answer = first.page.locator('.answer').filter({ hasText: question }).first();
  await first.sees(/^(Tài liệu nói:|Có thể là đoạn này|Tài liệu của cuộc họp chưa nói)/, answer);
  return answer;
}

/**
 * Papers are read in the background while the meeting goes on. A machine too busy to encode them all in time asks by
 * words, as a meeting would: the answers above must come either way.
 */
async function indexed(): Promise<void> {
  const wanted = hasModel ? 'hybrid' : 'keywords';
  const ready = async () => (await trial()).mode === wanted;
  for (const until = Date.now() + READING; !(await ready()) && Date.now() < until; ) {
    await pause(1000);
  }
  await expect.poll(async () => (await trial()).state, { timeout: READING, interval: 1000 }).toBe('answered');
  console.info(`the assistant is asked in the mode "${(await trial()).mode}"`);
}

/** A question of somebody else, to see how far the assistant is. */
function trial(): Promise<{ mode: string; state: string }> {
  const asked = cast.others[0]!.post<{ mode: string; state: string }>('/api/streams/m1/ask', {
    question: WITH_MARKS,
  });
  return asked.catch(() => ({ mode: 'away', state: 'away' }));
}
