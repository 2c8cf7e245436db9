import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passingFolder } from '../folder';
import { python } from '../python';
import { cast, NAMES } from './cast';

const CONCLUSION = 'Giao Sở Khoa học và Công nghệ hoàn thiện báo cáo trước ngày 05/12/2026.';
const LAST_CONCLUSION = 'Thống nhất ban hành Nghị quyết trong tháng 12/2026.';
const EDITED = 'Đoạn này do thư ký viết lại sau cuộc họp.';
const READ = `
import json, sys, docx
paper = docx.Document(sys.argv[1])
cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
print(json.dumps([line.text for line in paper.paragraphs] + cells))
`;

export function aboutTheMinutes(): void {
  test('the chair writes conclusions, each saved when the field is left', async () => {
    const { chair, first, wall } = cast;
    await chair.write('Kết luận của chủ trì', CONCLUSION);
    await chair.page.getByLabel('Kết luận của chủ trì').blur();
    await chair.sees(/^Đã lưu \d\d:\d\d/);
    await first.sees(CONCLUSION);
    const plan = chair.page.getByRole('navigation', { name: 'Chương trình' });
    await plan.getByRole('button', { name: /^5\s*Thông qua dự thảo Nghị quyết/ }).click();
    await chair.press('Chuyển tới nội dung 5', plan);
    await wall.sees('Nội dung 5/6');
    await chair.sees(/Nội dung 5\/6/);
    await chair.write('Kết luận của chủ trì', LAST_CONCLUSION);
    await chair.page.getByLabel('Kết luận của chủ trì').blur();
    await chair.sees(/^Đã lưu \d\d:\d\d/);
  });

  test('the chair ends the meeting', async () => {
    const { chair, tablets, wall } = cast;
    await chair.decide('Kết thúc họp', /^Kết thúc cuộc họp “/, 'Kết thúc cuộc họp');
    for (const person of [...tablets, wall]) {
      await person.sees('Cuộc họp đã kết thúc');
    }
    await wall.picture('wall-ended');
    await chair.picture('chair-ended');
  });

  test('the minutes have written themselves', async () => {
    const { secretary } = cast;
    await secretary.press('Biên bản');
    await secretary.sees('BIÊN BẢN');
    await secretary.sees(CONCLUSION);
    await secretary.sees(/10\/12 = 83,3 %/);
    await secretary.sees(/11\/12 = 91,7 %/);
    await secretary.sees(new RegExp(NAMES.first));
    await secretary.picture('desk-minutes');
  });

  test('the secretary edits a paragraph on the page', async () => {
    const { secretary } = cast;
    await secretary.page.getByText(CONCLUSION).filter({ visible: true }).first().click();
    await secretary.write('Nội dung đoạn', EDITED);
    await secretary.press('Lưu');
    await secretary.sees('Đã sửa');
    await secretary.sees(EDITED);
    await secretary.picture('desk-minutes-edited');
  });

  test('the Word file says the same', async () => {
    const lines = await exported();
    const text = lines.join('\n');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('BIÊN BẢN');
    for (const name of Object.values(NAMES)) {
      expect(lines).toContain(name);
    }
    expect(text).toMatch(new RegExp(`${NAMES.first}[^\\n]*phát biểu`));
    expect(text).toContain('10/12 = 83,3 %');
    expect(text).toContain('11/12 = 91,7 %');
    expect(text).toContain(LAST_CONCLUSION);
    expect(text).toContain(EDITED);
    expect(text).not.toContain(CONCLUSION);
  });

  test('nobody had to load a page again', async () => {
    for (const person of cast.everybody) {
      expect(await person.samePage()).toBe(true);
    }
  });
}

/** Paragraphs and table cells of the downloaded file, as another library reads them. */
async function exported(): Promise<string[]> {
  const { secretary } = cast;
  const coming = secretary.page.waitForEvent('download');
  await secretary.page.getByRole('link', { name: 'Tải biên bản Word' }).click();
  const file = join(await passingFolder(), 'bien-ban.docx');
  await (await coming).saveAs(file);
  return JSON.parse(python(READ, file)) as string[];
}
