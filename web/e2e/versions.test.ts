import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type InkPoint, pack } from '../src/ink/points';
import type { Quad } from '../src/paper';
import { drawn, mouseDrag, wordAt } from '../test/paper/hand';
import { violations } from './axe';
import { passingFolder } from './folder';
import { markMode, openPaper } from './paper';
import { type Device, type Person, SIZES } from './person';
import { python } from './python';
import { hasBrowser, Room } from './room';

interface Records {
  paper: Record<string, { title: string; version: string }>;
}

const NOTES: Record<string, readonly [exact: string, text: string]> = {
  struck: ['Phê bình các cơ quan chủ trì 06 nhiệm vụ quá hạn.', 'Đề nghị nêu tên từng cơ quan'],
  figure: ['Số người có Sổ sức khỏe điện tử trên VNeID: 1.050.000 người', 'Vì sao chỉ tiêu này thấp?'],
};
const PAPER = 'Dự thảo Nghị quyết';
const OTHER = 'Chỉ thị số 09/CT-UBND';

/** First and last word of a passage that stays as it is. */
const MARKED = ['Căn', 'Luật'] as const;
const DRAFT = 'Viết trong lúc tài liệu đổi phiên bản.';

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

/** A line through the item of the first page that the second version has not. */
const STRUCK: InkPoint[] = [
  [900, 5300, 128],
  [4500, 5400, 128],
];

let room: Room;
let secretary: Person;
let delegate: Person;
let writer: Person;

interface Noted {
  text: string;
  exact: string;
  page: number;
}

/** A paper changes while people read it. */
describe.skipIf(!hasBrowser)('a new version', () => {
  beforeAll(async () => {
    room = await Room.open();
    delegate = await room.seated('daibieu1');
    secretary = await room.seated('thuky');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a delegate reads the first version', async () => {
    await openPaper(delegate, PAPER);
    const hand = await room.caller('daibieu1');
    const { records } = await hand.get<{ records: Records }>('/api/streams/m1');
    const version = Object.values(records.paper).find(({ title }) => title.startsWith(PAPER))!.version;
    for (const [note, [exact, text]] of Object.entries(NOTES)) {
      const place = {
        version,
        page: 2,
        quads: [[800, 2000, 4000, 2200]] as Quad[],
        start: 0,
        end: exact.length,
      };
      await hand.send({
        type: 'note.add',
        note,
        ...place,
        exact,
        prefix: '',
        suffix: '',
        text,
        colour: 'yellow',
      });
    }
    // Over the item that is struck out later.
    const strokes = [{ stroke: 'struck', page: 1, points: pack(STRUCK), colour: 'red', width: 18 } as const];
    await hand.send({ type: 'ink.draw', version, strokes });
  });

  test('somebody marks a passage and writes about it while the paper changes', async () => {
    writer = await room.seated('daibieu2');
    await openPaper(writer, PAPER);
    await markMode(writer);
    const page = writer.page;
    await mouseDrag(page, await wordAt(page, 1, MARKED[0]), await wordAt(page, 1, MARKED[1]));
    const dialog = page.getByRole('dialog');
    const text = dialog.getByLabel('Nội dung ghi chú');
    await text.fill('Viết trong lúc');
    await page.keyboard.press('Escape'); // as the system's way back does
    await dialog.waitFor({ state: 'detached' });
    await mouseDrag(page, await wordAt(page, 1, MARKED[0]), await wordAt(page, 1, MARKED[1]));
    await dialog.waitFor();
    await expect.poll(() => text.inputValue()).toBe('Viết trong lúc');
    await text.fill(DRAFT);
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
    await secretary.press('Xem: Phiên bản 2');
    await drawn(secretary.page);
    await secretary.sees('Phiên bản 2: sẵn sàng, chưa phát hành');
    await look(secretary, 'version-early');
    await secretary.page.goBack();
    await secretary.decide('Phát hành phiên bản 2', /Phát hành phiên bản 2 của/);
  });

  test('what was being written survives, is kept on what was read, and is found in the new version', async () => {
    const dialog = writer.page.getByRole('dialog');
    await writer.sees('Có phiên bản 2 của tài liệu này.');
    await writer.page.mouse.click(20, 120); // a palm beside the dialog
    expect(await dialog.getByLabel('Nội dung ghi chú').inputValue()).toBe(DRAFT);
    const [exact] = await dialog.locator('blockquote').allInnerTexts();
    await writer.press('Lưu ghi chú', dialog);
    await writer.press('Xem');
    await writer.press('Mở');
    await drawn(writer.page);
    await writer.choose('Ghi chú');
    await writer.sees(DRAFT);
    const own = await room.caller('daibieu2');
    const placed = async () => {
      const { records } = await own.get<{ records: { note: Record<string, Noted> } }>('/api/streams/m1');
      return Object.values(records.note).filter(({ text }) => text === DRAFT);
    };
    await expect.poll(placed).toMatchObject([{ exact, page: 1 }]);
  });

  test('the open page stays where it is, and a quiet line offers the new version', async () => {
    await delegate.sees('Có phiên bản 2 của tài liệu này.');
    expect(await delegate.samePage()).toBe(true);
    await delegate.sees('Đang đọc phiên bản 1.');
    await look(delegate, 'version-bar', ['upright', 'phone']);
  });

  test('whoever presents the version before is followed there, and on to the new one', async () => {
    const { user } = await room.caller('daibieu1');
    await (await room.caller('chutri')).send({ type: 'presenter.name', user });
    await delegate.press('Trình chiếu');
    await writer.sees('Đang theo dõi');
    await writer.sees('Đang đọc phiên bản 1.');
    await delegate.press('Mở');
    await drawn(delegate.page);
    await delegate.noLongerSees('Đang đọc phiên bản 1.');
    await writer.noLongerSees('Đang đọc phiên bản 1.');
    await delegate.press('Đang trình chiếu');
    await writer.noLongerSees('Đang theo dõi');
  });

  /** Neither is put anywhere without its owner's word. */
  test('notes on what was struck and what has another figure wait for their owner, old and new side by side', async () => {
    await delegate.choose('Ghi chú');
    await delegate.sees('2 ghi chú cần xem lại');
    await delegate.press('Xem và chọn');
    const dialog = delegate.page.getByRole('dialog');
    await delegate.sees('Ghi chú 1/2', dialog);
    await look(delegate, 'review-first', ['upright', 'phone', 'wall']);
    await delegate.press('Ghi chú sau', dialog);
    await delegate.sees('Ghi chú 2/2', dialog);
    await look(delegate, 'review-second', ['upright', 'phone', 'wall']);
    await delegate.press('Tự đánh dấu chỗ khác', dialog);
    await delegate.sees(/^Đánh dấu chỗ mới của ghi chú/);
    await delegate.press('Thôi');
    await delegate.sees('2 ghi chú cần xem lại');
  });

  test('strokes on a page that has changed wait with their old page in sight, and are put on the new one', async () => {
    await delegate.press('Xem nét vẽ');
    await delegate.page.getByRole('dialog').waitFor();
    await delegate.page.keyboard.press('Escape');
    await delegate.page.getByRole('dialog').waitFor({ state: 'detached' });
    await delegate.press('Xem hai bản');
    const dialog = delegate.page.getByRole('dialog');
    const sides = dialog.locator('.ink-side');
    await delegate.sees(/^Trang này đã thay đổi ở phiên bản 2.*Chỗ thay đổi được tô nền/, dialog);
    for (const side of [0, 1]) {
      await sides.nth(side).locator('.paper-page[data-drawn] .paper-ink path').first().waitFor();
      await sides.nth(side).locator('.paper-tint rect').first().waitFor();
    }
    expect(await delegate.page.locator('canvas').count()).toBeLessThanOrEqual(5);
    await look(delegate, 'review-ink', ['upright', 'phone', 'wall']);
    await sides.nth(1).getByRole('region').press('End');
    await delegate.sees('Chuyển nét vẽ sang trang 4', dialog);
    await sides.nth(1).getByRole('region').press('Home');
    await delegate.press('Chuyển nét vẽ sang trang 1', dialog);
    await dialog.waitFor({ state: 'detached' });
    await delegate.hears('Đã chuyển nét vẽ sang phiên bản mới.');
    await delegate.page.locator('.paper-ink path').first().waitFor();
    await delegate.noLongerSees(/^Trang này đã thay đổi ở phiên bản 2/);
  });

  test('a note is put in its new place by hand, and the other one stays with the old version', async () => {
    await delegate.press('Xem và chọn');
    const dialog = delegate.page.getByRole('dialog');
    await delegate.press('Tự đánh dấu chỗ khác', dialog);
    const { page } = delegate;
    await page.locator('.paper-frame.marking').waitFor();
    await page.locator('.paper-lit rect').first().waitFor();
    await mouseDrag(page, await wordAt(page, 1, 'căn'), await wordAt(page, 1, 'cước'));
    await delegate.hears('Đã đặt ghi chú vào chỗ vừa đánh dấu.');
    await delegate.sees('1 ghi chú cần xem lại');
    await delegate.press('Xem và chọn');
    await delegate.press('Giữ ở bản cũ', dialog);
    const said = await delegate.hears('Đã xem hết các ghi chú.');
    await dialog.waitFor({ state: 'detached' });
    expect(said.filter(line => line.includes('ở lại bản cũ'))).toEqual([]); // one line, not two over each other
  });

  test('the changes are read in one column or two, step by step, and lead to their page', async () => {
    await delegate.press('Cách hiển thị');
    await delegate.press('Xem thay đổi ở phiên bản 2', delegate.page.getByRole('dialog'));
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
  });

  test('beside another paper it stays in the version that is being read, also when the tablet is turned', async () => {
    const { page } = delegate;
    const beside = page.locator('.beside');
    await delegate.press('Cách hiển thị');
    await delegate.press('Mở hai tài liệu cạnh nhau', page.getByRole('dialog'));
    await page.getByRole('dialog').getByRole('button', { name: OTHER }).click();
    await delegate.press('Đổi chỗ hai tài liệu');
    await delegate.sees('Đang đọc phiên bản 1.', beside);
    await page.setViewportSize(SIZES.upright);
    await beside.waitFor({ state: 'detached' });
    await page.setViewportSize(SIZES.tablet);
    await delegate.sees('Đang đọc phiên bản 1.', beside);
    await delegate.press('Đổi chỗ hai tài liệu');
    await delegate.sees('Đang đọc phiên bản 1.', page.locator('.paper-column'));
    await delegate.press('Đóng tài liệu bên cạnh');
    await delegate.press('Mở');
  });
});

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
