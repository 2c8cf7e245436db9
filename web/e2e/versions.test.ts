import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
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
