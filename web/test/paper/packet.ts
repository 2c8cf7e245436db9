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
