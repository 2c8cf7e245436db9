import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passingFolder } from '../folder';
import { expectReadable, openPaper, paperButton } from '../paper';
import { python } from '../python';
import { cast } from './cast';

export const ITEM = 'Giải pháp xử lý hồ sơ quá hạn';
export const PDF = 'Phụ lục 1 - Chỉ thị về dịch vụ công';
export const DOCX = 'Phụ lục 2 - Dự thảo Nghị quyết sửa đổi';

/** Papers are read beside everything else. */
const READING = { timeout: 180_000 };

/** A kept connection may have been closed by the server. */
const ONCE_MORE = { maxRetries: 2 };

const WRITE =
  'import sys; from pathlib import Path; from icabinet.demo.packet import write_packet; ' +
  'write_packet(Path(sys.argv[1]))';

/** Two real files of the packet under names of their own. */
async function twoFiles(): Promise<string[]> {
  const folder = await passingFolder();
  python(WRITE, folder);
  const files = [join(folder, `${PDF}.pdf`), join(folder, `${DOCX}.docx`)];
  await copyFile(join(folder, '02-chi-thi-09-CT-UBND.pdf'), files[0]!);
  await copyFile(join(folder, '07-du-thao-nghi-quyet.docx'), files[1]!);
  return files;
}

export function aboutPapers(): void {
  test('an item that the secretary adds stands on every tablet at once', async () => {
    const { secretary, tablets } = cast;
    await secretary.press('Thêm nội dung');
    await secretary.write('Tên nội dung', ITEM);
    await secretary.write('Người hoặc đơn vị trình bày', 'Văn phòng Ủy ban nhân dân thành phố');
    await secretary.write('Số phút dự kiến', '20');
    await secretary.press('Lưu');
    await secretary.sees('Tổng thời gian dự kiến: 210 phút');
    for (const tablet of tablets) {
      await tablet.sees(ITEM);
    }
    await secretary.picture('desk-prepare');
  });

  test('a PDF and a Word file are uploaded and read in, and nobody else sees them yet', async () => {
    const { secretary, first } = cast;
    const files = await twoFiles();
    await secretary.press('Tài liệu');
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.press(`Chọn tệp cho 6. ${ITEM}`);
    await (await chooser).setFiles(files);
    const item = secretary.region(`6. ${ITEM}`);
    await expect.poll(() => item.getByText('Sẵn sàng, chưa phát hành').count(), READING).toBe(2);
    await secretary.picture('desk-papers-ready');
    expect(await first.text()).not.toContain(PDF);
  });

  test('published papers are on every tablet without a reload, and can be read', async () => {
    const { secretary, first, second, phone } = cast;
    await secretary.decide(
      'Phát hành tất cả mục sẵn sàng (2)',
      'Phát hành 2 tài liệu?',
      'Phát hành mục đã chọn (2)',
    );
    await openPaper(first, PDF);
    await openPaper(second, DOCX);
    await phone.sees(PDF);
    await expectReadable(first, 'CHỈ THỊ');
    await expectReadable(second, 'NGHỊ QUYẾT');
    await first.picture('room-reading-pdf');
  });

  test('a recalled paper vanishes from every tablet, also from the one that reads it', async () => {
    const { secretary, first, second, phone } = cast;
    const taken = await addressesOfPapers();
    await secretary.press(`Thu hồi: ${PDF}`);
    const dialog = secretary.page.getByRole('dialog');
    await secretary.write('Lý do thu hồi', 'Sai số liệu ở mục 2', dialog);
    await secretary.press('Thu hồi', dialog);
    await first.sees(`Thư ký đã thu hồi “${PDF}”. Lý do: Sai số liệu ở mục 2.`);
    await expect.poll(() => first.page.locator('.paper-page').count()).toBe(0);
    for (const tablet of [first, second, phone]) {
      await paperButton(tablet, PDF).waitFor({ state: 'detached' });
    }
    const answers = await Promise.all(taken.map(address => first.context.request.get(address, ONCE_MORE)));
    expect(answers.filter(answer => [403, 404, 410].includes(answer.status()))).toHaveLength(1);
    await first.picture('room-recalled');
  });

  test('handed out again, it is there again', async () => {
    const { secretary, first } = cast;
    await secretary.page.getByLabel(`Chọn “${PDF}”`).check();
    await secretary.decide('Phát hành mục đã chọn (1)', 'Phát hành 1 tài liệu?');
    await openPaper(first, PDF);
    for (const person of cast.everybody) {
      expect(await person.samePage()).toBe(true);
    }
  });
}

/** Where the first tablet took papers from: the open one, and those that it fetched ahead. */
function addressesOfPapers(): Promise<string[]> {
  return cast.first.page.evaluate(() => {
    const taken = performance.getEntriesByType('resource').map(entry => entry.name);
    return [...new Set(taken.filter(name => name.endsWith('/reading')))];
  });
}
