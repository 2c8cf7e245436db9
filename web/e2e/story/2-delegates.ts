import { expect, test } from 'vitest';
import { mouseDrag, wordAt } from '../../test/paper/hand';
import { expectReadable, markMode, openPaper } from '../paper';
import type { Person } from '../person';
import { DOCX, PDF } from './1-papers';
import { cast, NAMES } from './cast';

const NOTE = 'Cần hỏi lại số liệu của quý III';
const COMMENT = 'Đề nghị nêu rõ đơn vị chịu trách nhiệm.';
const SUBJECT = 'Tiến độ xử lý hồ sơ quá hạn';

export function aboutDelegates(): void {
  test('delegates check in and the desk counts them', async () => {
    const { chair, secretary, first, second, phone, wall } = cast;
    for (const person of [first, second, phone]) {
      await person.press('Điểm danh');
    }
    await first.sees(/Đã điểm danh \d\d:\d\d/);
    await secretary.sees('Đại biểu 3/12');
    await chair.sees('Chưa đủ túc số, thiếu 5');
    await wall.sees('Có mặt 3/12 đại biểu');
    await wall.picture('wall-prepared');
  });

  test('PDF and Word papers are both pages with words on them', async () => {
    const { first } = cast;
    await openPaper(first, DOCX);
    await expectReadable(first, 'NGHỊ QUYẾT');
    await openPaper(first, PDF);
    await expectReadable(first, 'CHỈ THỊ');
  });

  test('a marked passage with a note is private', async () => {
    const { first, second } = cast;
    await openPaper(second, PDF);
    await markMode(first);
    const from = await wordAt(first.page, 1, 'CHỈ');
    const to = await wordAt(first.page, 1, 'THỊ');
    await mouseDrag(first.page, from, { x: to.x + 12, y: to.y });
    const dialog = first.page.getByRole('dialog');
    await first.sees('Ghi chú mới', dialog);
    await first.write('Nội dung ghi chú (có thể để trống)', NOTE);
    await first.picture('room-new-note');
    await first.press('Lưu ghi chú', dialog);
    await first.press('Xem');
    await first.choose('Ghi chú');
    await first.sees(NOTE);
    await first.sees('Chỉ đại biểu thấy');
    await second.choose('Ghi chú');
    await second.sees(/^Chưa có ghi chú/);
    expect(await notesOn(second)).toEqual([]);
  });

  test('shared, the note lies on the other tablet too, with the name of its writer', async () => {
    const { first, second } = cast;
    await first.press('Sửa');
    await first.press('Chia sẻ');
    await first.page.getByLabel('Mọi người trong cuộc họp').check();
    await first.press('Xong');
    await first.press('Đóng', first.page.getByRole('dialog'));
    await first.sees('Đã chia sẻ với cuộc họp');
    await second.sees(NOTE);
    await second.sees(`${NAMES.first} chia sẻ`);
    await expect.poll(() => notesOn(second)).toEqual([`${NAMES.first} chia sẻ: ${NOTE}`]);
    await second.picture('room-shared-note');
  });

  test('a comment on a paper is read by everybody', async () => {
    const { first, second } = cast;
    await first.choose('Ý kiến');
    await second.choose('Ý kiến');
    await first.write('Ý kiến của đại biểu', COMMENT);
    await first.press('Gửi ý kiến');
    await second.sees(COMMENT);
    await second.sees(NAMES.first);
  });

  test('two delegates ask to speak and know their places', async () => {
    const { chair, first, second } = cast;
    await askToSpeak(first, SUBJECT);
    await first.sees('Đại biểu đứng đầu danh sách.');
    await askToSpeak(second, '');
    await second.sees('Đại biểu ở vị trí thứ 2: trước đại biểu là 1 người đăng ký sớm hơn.');
    await chair.sees('Đang chờ (2)');
    await chair.sees(SUBJECT);
  });
}

async function askToSpeak(person: Person, subject: string): Promise<void> {
  await person.press('Đăng ký phát biểu');
  const dialog = person.page.getByRole('dialog');
  await person.write('Nội dung muốn phát biểu (không bắt buộc)', subject, dialog);
  await person.press('Đăng ký phát biểu', dialog);
  await dialog.waitFor({ state: 'detached' });
}

/** What is said of each note that is drawn on the open paper. */
function notesOn(person: Person): Promise<string[]> {
  return person.page
    .locator('.paper-note')
    .evaluateAll(notes => notes.map(note => note.getAttribute('aria-label') ?? ''));
}
