import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn, mouseDrag, wordAt } from '../test/paper/hand';
import { violations } from './axe';
import { passingFolder } from './folder';
import { openPaper } from './paper';
import { type Device, type Person, SIZES } from './person';
import { python } from './python';
import { hasBrowser, Room } from './room';

const PAPER = 'Dự thảo Nghị quyết';

/** The packet's draft resolution with a changed figure, a struck and a new item, and larger letters. */
const EDIT = `
import sys
from pathlib import Path
import docx
from docx.shared import Pt
from icabinet.demo.packet import write_packet
folder = Path(sys.argv[1])
write_packet(folder)
document = docx.Document(str(folder / "07-du-thao-nghi-quyet.docx"))
for paragraph in list(document.paragraphs):
    if paragraph.text.startswith("b) Số người có Sổ sức khỏe"):
        paragraph.runs[0].text = "b) Số người có Sổ sức khỏe điện tử trên VNeID: 1.200.000 người;"
        for run in paragraph.runs[1:]:
            run.text = ""
    if paragraph.text.startswith("2. Phê bình"):
        paragraph._p.getparent().remove(paragraph._p)
    if paragraph.text.startswith("Điều 3."):
        paragraph.insert_paragraph_before("3. Giao Văn phòng Ủy ban nhân dân thành phố theo dõi, đôn đốc việc thực hiện các chỉ tiêu này.")
document.save(str(folder / "ban-2.docx"))
`;

let room: Room;
let secretary: Person;
let delegate: Person;

/** A paper changes while people read it and have written on it. */
describe.skipIf(!hasBrowser)('a new version', () => {
  beforeAll(async () => {
    room = await Room.open();
    delegate = await room.seated('daibieu1');
    secretary = await room.seated('thuky');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a delegate marks three passages of the first version', async () => {
    await openPaper(delegate, PAPER);
    await note('Đánh', 'sáu', 'Đồng ý phần này');
    await note('1.050.000', 'người;', 'Chỉ tiêu này có khả thi không');
    await note('Phê', 'bình', 'Cần nêu tên cơ quan');
    await delegate.choose('Ghi chú');
    await delegate.sees('Chỉ tiêu này có khả thi không');
  });

  test('the secretary hands in a version, looks at the changes, and publishes it', async () => {
    const folder = await passingFolder();
    python(EDIT, folder);
    await secretary.press('Tài liệu');
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.page
      .getByRole('button', { name: new RegExp(`Chọn tệp phiên bản mới của ${PAPER}`) })
      .first()
      .click();
    await (await chooser).setFiles(join(folder, 'ban-2.docx'));
    await secretary.sees('Phiên bản 2: sẵn sàng, chưa phát hành');
    await look(secretary, 'version-waiting');
    expect(await delegate.text()).not.toContain('phiên bản 2');
    await secretary.press('Xem thay đổi');
    await secretary.sees('Thay đổi từ phiên bản 1 sang phiên bản 2');
    await secretary.sees('1.200.000');
    await secretary.press('Quay lại');
    await secretary.decide('Phát hành phiên bản 2', /Phát hành phiên bản 2 của/);
  });

  test('the open page stays where it is, and a quiet line offers the new version', async () => {
    await delegate.sees('Có phiên bản 2 của tài liệu này.');
    expect(await delegate.samePage()).toBe(true);
    await delegate.sees('Đang đọc phiên bản 1.');
    await look(delegate, 'version-bar', ['upright', 'phone']);
    await delegate.press('Mở');
    await drawn(delegate.page);
    await delegate.noLongerSees('Đang đọc phiên bản 1.');
  });

  test('the changes are read in one column or two, step by step, and lead to their page', async () => {
    await delegate.press('Phiên bản 2');
    await delegate.sees('Thay đổi từ phiên bản 1 sang phiên bản 2');
    const added = delegate.page.locator('ins', { hasText: '1.200.000' });
    const removed = delegate.page.locator('del', { hasText: '1.050.000' });
    await added.first().waitFor();
    await removed.first().waitFor();
    await delegate.page.keyboard.press('ArrowRight');
    await delegate.sees(/Thay đổi 1\/\d+/);
    await look(delegate, 'changes', ['upright', 'wall']);
    await delegate.press('Một cột');
    await look(delegate, 'changes-inline', ['phone']);
    await delegate.page
      .locator('article', { has: delegate.page.locator('ins', { hasText: '1.200.000' }) })
      .getByRole('button', { name: /Bản cũ/ })
      .click();
    await delegate.sees('Đang đọc phiên bản 1.');
    await delegate.press('Mở');
  });

  test('what is certain has moved by itself, the rest is shown old beside new for decision', async () => {
    await delegate.choose('Ghi chú');
    await delegate.sees('2 ghi chú cần xem lại');
    await look(delegate, 'review-call');
    await delegate.press('Xem và chọn');
    const dialog = delegate.page.getByRole('dialog');
    await delegate.sees('Ghi chú 1/2', dialog);
    await delegate.sees('Không tìm thấy đoạn này trong phiên bản 2.', dialog);
    await delegate.press('Ghi chú sau', dialog);
    await delegate.sees('1.200.000 người;', dialog);
    await look(delegate, 'review', ['upright', 'phone']);
    await delegate.press('Chuyển sang chỗ mới', dialog);
    await delegate.sees('Ghi chú 1/1', dialog);
    await delegate.press('Tự đánh dấu chỗ khác', dialog);
    await drawn(delegate.page);
    await delegate.sees('Đánh dấu chỗ mới của ghi chú trên phiên bản này:');
    const [from, to] = [await at('ghi'), await at('nhận')];
    await mouseDrag(delegate.page, from, to);
    await delegate.sees('Đã đặt ghi chú vào chỗ vừa đánh dấu.');
    await delegate.noLongerSees('ghi chú cần xem lại');
    expect(await delegate.text()).not.toContain('Mở phiên bản 1');
  });

  test('nobody else is told of these decisions', async () => {
    const other = await room.seated('daibieu2');
    await other.choose('Ghi chú');
    expect(await other.text()).not.toContain('Chỉ tiêu này có khả thi không');
    expect(await other.text()).not.toContain('ghi chú cần xem lại');
  });
});

async function note(from: string, to: string, text: string): Promise<void> {
  const { page } = delegate;
  await delegate.press('Đánh dấu');
  const place = await findPage(from);
  await page.locator(`.paper-page[data-page="${place}"]`).scrollIntoViewIfNeeded();
  await drawn(page, place);
  await reveal(place, from);
  await mouseDrag(page, await wordAt(page, place, from), await wordAt(page, place, to));
  const dialog = page.getByRole('dialog');
  await delegate.write('Nội dung ghi chú (có thể để trống)', text, dialog);
  await delegate.press('Lưu ghi chú', dialog);
  await dialog.waitFor({ state: 'detached' });
  await delegate.press('Đọc');
}

/** The page on which a word stands, among those that are drawn. */
async function findPage(word: string): Promise<number> {
  for (const page of [1, 2, 3]) {
    await drawn(delegate.page, page);
    const text = await delegate.page.locator(`.paper-page[data-page="${page}"] .textLayer`).innerText();
    if (text.normalize('NFC').includes(word)) {
      return page;
    }
  }
  throw new Error(word);
}

async function reveal(place: number, word: string): Promise<void> {
  await delegate.page
    .locator(`.paper-page[data-page="${place}"] .textLayer span`, { hasText: word })
    .first()
    .scrollIntoViewIfNeeded();
}

async function at(word: string) {
  const place = await findPage(word);
  await reveal(place, word);
  return wordAt(delegate.page, place, word);
}

async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of [...more, null]) {
    await person.page.setViewportSize(device ? SIZES[device] : own);
    for (const scheme of ['dark', 'light'] as const) {
      await person.page.emulateMedia({ colorScheme: scheme });
      await person.picture([name, device, scheme].filter(Boolean).join('-'));
      expect(await violations(person, scheme)).toEqual([]);
    }
  }
}
