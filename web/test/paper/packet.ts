import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

const SENTENCES = [
  'Ủy ban nhân dân thành phố yêu cầu Thủ trưởng các sở, ban, ngành khẩn trương triển khai thực hiện.',
  'Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 87,4 %, tăng 5,2 điểm phần trăm so với cùng kỳ năm trước.',
  'Các đơn vị báo cáo kết quả về Văn phòng trước ngày 25 hằng tháng để tổng hợp theo quy định.',
  'Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an thành phố rà soát dữ liệu dân cư.',
];

/** The passage on page 12 that tests look for. */
export const PASSAGE = 'Kinh phí thực hiện năm 2027 là 48,6 tỷ đồng, bố trí từ ngân sách thành phố.';

function page(number: number): string {
  const lying = number % 7 === 0;
  const paragraphs = Array.from({ length: lying ? 3 : 6 }, (_, at) => {
    const text = number === 12 && at === 4 ? PASSAGE : SENTENCES.join(' ');
    return `<p>${at + 1}. ${text}</p>`;
  });
  return `<section class="${lying ? 'lying' : ''}"><h2>Phần ${number}</h2>${paragraphs.join('')}</section>`;
}

/** A Vietnamese paper with upright and lying pages, printed by the browser itself. */
export async function printPacket(browser: Browser, pages: number): Promise<Buffer> {
  const tab = await browser.newPage();
  const body = Array.from({ length: pages }, (_, at) => page(at + 1)).join('');
  await tab.setContent(`<html lang="vi"><style>
    @page { size: A4; margin: 20mm }
    @page lying { size: A4 landscape }
    section { break-after: page; font: 13pt/1.35 "Liberation Serif", "Times New Roman", serif }
    section:last-child { break-after: auto }
    .lying { page: lying }
    p { text-align: justify; margin: 0 0 6pt }
  </style>${body}</html>`);
  const bytes = await tab.pdf({ preferCSSPageSize: true, tagged: true });
  await tab.close();
  return bytes;
}

/** One red dot as WebP. */
const RED_DOT =
  'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoBAAEAAUAmJaACdLoB+AADsAD+8ut//NgVzXPv9//S4P0uD9Lg/9KQAAA=';

export interface TestLeaf {
  width: number;
  height: number;
  text: string;
  words?: number[];
}

/** The file that the server sends beside a PDF (icabinet/jobs/leaves.py), with a red dot as every page's picture. */
export function leavesOf(pages: TestLeaf[]): Buffer {
  const picture = Buffer.from(RED_DOT, 'base64');
  const told = pages.map(page => ({ ...page, picture: picture.length }));
  const head = gzipSync(JSON.stringify({ pages: told }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...pages.map(() => picture)]);
}

/** Eight by eight dark red dots, compressed as JPEG 2000 (what scanners write). */
const RED_SCAN =
  '/0//UQAvAAAAAAAIAAAACAAAAAAAAAAAAAAACAAAAAgAAAAAAAAAAAADBwEBBwEBBwEB/1IADAAAAAEBAAQEAAH/XAAEQED/ZAAlAAFDcmVhdGVk' +
  'IGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAABWAAH/k8fUKhFQVK/5zYAAAYSEaoUMJCQgNAMJCMHyCxQAXKJ9tpAAAwkI34D4FABc' +
  'on22kAADCQjVChhISEBoBhIR7hgwkJCA0AwkI//Z';

/** A one-page scan that fills its page. */
export function scan(): Buffer {
  const picture = Buffer.from(RED_SCAN, 'base64');
  const drawing = Buffer.from('595 0 0 842 0 0 cm /Scan Do');
  const stream = (head: string, body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<<${head}/Length ${body.length}>>stream\n`),
      body,
      Buffer.from('\nendstream'),
    ]);
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Scan 5 0 R>>>>>>',
    ),
    stream('', drawing),
    stream('/Type/XObject/Subtype/Image/Width 8/Height 8/Filter/JPXDecode', picture),
  ];
  return assemble(objects);
}

function assemble(objects: Buffer[]): Buffer {
  let file = Buffer.from('%PDF-1.7\n');
  const places = objects.map((object, at) => {
    const place = file.length;
    file = Buffer.concat([file, Buffer.from(`${at + 1} 0 obj`), object, Buffer.from('endobj\n')]);
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.concat([file, Buffer.from(table + trailer)]);
}
