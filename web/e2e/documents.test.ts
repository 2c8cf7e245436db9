import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import { passingFolder } from './folder';
import { paperButton } from './paper';
import { type Device, type Person, SIZES } from './person';
import { python } from './python';
import { hasBrowser, Room } from './room';

const SCAN = 'Biên bản quét';
const SHEET = 'Dự toán';
const SLIDES = 'Trình chiếu';
const OLD = 'Công văn cũ';

const WRITE = `
import sys, random
from pathlib import Path
from icabinet.documents import samples
folder, dice = Path(sys.argv[1]), random.Random(5)
pages = [samples._scan(dice).convert("1") for _ in range(3)]
pages[0].save(folder / "${SCAN}.tiff", save_all=True, append_images=pages[1:])
(folder / "${SHEET}.xlsx").write_bytes(samples._xlsx(dice))
(folder / "${SLIDES}.pptx").write_bytes(samples._pptx(dice))
(folder / "${OLD}.doc").write_bytes(samples._old_word(dice))
`;
const RECOGNISES =
  'from icabinet.documents.recognise import recogniser; print("yes" if recogniser() else "")';

/** Papers are read beside everything else. */
const READING = { timeout: 180_000 };

let room: Room;
let secretary: Person;
let first: Person;

/** Papers of every kind come in: how far each is, what is remarked about it, and why one cannot be read. */
describe.skipIf(!hasBrowser)('documents coming in', () => {
  beforeAll(async () => {
    room = await Room.open();
    secretary = await room.seated('thuky');
    first = await room.seated('daibieu1');
    await secretary.press('Tài liệu');
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('a scan, a workbook, slides and an old Word file are taken; each says how it stands', async () => {
    const folder = await passingFolder();
    python(WRITE, folder);
    const names = [`${SCAN}.tiff`, `${SHEET}.xlsx`, `${SLIDES}.pptx`, `${OLD}.doc`];
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.page.getByRole('button', { name: /^Chọn tệp cho 2\. / }).click();
    await (await chooser).setFiles(names.map(name => join(folder, name)));
    for (const title of [SCAN, SHEET, SLIDES]) {
      await line(title).getByText('Sẵn sàng, chưa phát hành').waitFor(READING);
    }
    await line(OLD)
      .getByText(/LibreOffice|Không chuyển được/)
      .waitFor(READING);
    const scanned = python(RECOGNISES).trim() ? /máy nhận dạng/ : /Trang 1–3 là ảnh quét, chưa tìm kiếm được/;
    await line(SCAN).getByText(scanned).waitFor(READING);
    await look(secretary, 'documents-desk', ['upright', 'phone']);
  });

  test('what failed can be read again', async () => {
    await secretary.press(`Đọc lại: ${OLD}`);
    await line(OLD)
      .getByText(/LibreOffice|Không chuyển được/)
      .waitFor(READING);
  });

  test('a published scan says at the reader’s own place what a machine read in it', async () => {
    await secretary.page.getByRole('checkbox', { name: `Chọn “${SCAN}”` }).check();
    await secretary.press('Phát hành mục đã chọn (1)');
    const dialog = secretary.page.getByRole('dialog');
    await secretary.press('Phát hành mục đã chọn (1)', dialog);
    await paperButton(first, SCAN).click();
    await first.page.getByText('Lưu ý về tài liệu').click();
    await first.sees(/ảnh quét/);
    await first.page.locator('.paper-page').filter({ visible: true }).first().waitFor();
    await look(first, 'documents-scan', ['phone']);
  });
});

const line = (title: string) =>
  secretary.page.locator('.paper-line').filter({ has: secretary.page.getByText(title, { exact: true }) });

async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  for (const device of [undefined, ...more]) {
    await person.page.setViewportSize(device ? SIZES[device] : own);
    if (await person.page.locator('.paper-page').filter({ visible: true }).count()) {
      await drawn(person.page);
    }
    const named = device ? `${name}-${device}` : name;
    for (const scheme of ['light', 'dark'] as const) {
      await person.page.emulateMedia({ colorScheme: scheme });
      await person.picture(`${named}-${scheme}`);
      expect(await violations(person, scheme)).toEqual([]);
    }
  }
  await person.page.setViewportSize(own);
  await person.page.emulateMedia({ colorScheme: 'light' });
}
