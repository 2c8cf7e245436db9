/** What the reader itself says; Vietnamese first, English when the page is in English. */

const vietnamese = {
  paper: (pages: number) => (pages ? `Tài liệu, ${pages} trang` : 'Tài liệu'),
  page: (page: number, pages: number) => `Trang ${page}/${pages}`,
  loading: 'Đang tải tài liệu…',
  loaded: (loaded: string, total: string) => `${loaded} / ${total} MB`,
  loadedSoFar: (loaded: string) => `${loaded} MB`,
  lost: 'Mất kết nối, chưa tải xong tài liệu. Phần đã tải được giữ lại.',
  busy: 'Máy chủ chưa trả được tài liệu. Vui lòng thử lại.',
  unreadable: 'Không mở được tài liệu này. Vui lòng báo thư ký cuộc họp.',
  refused: 'Tài liệu này hiện không xem được.',
  again: 'Thử lại',
  pageFailed: 'Không hiển thị được trang này.',
  lit: (page: number) => `Đã mở trang ${page}, đoạn cần xem được tô sáng.`,
  markStart: 'Kéo qua đoạn cần đánh dấu, hoặc chạm từ đầu rồi từ cuối. Cuộn trang bằng hai ngón tay.',
  markEnd: 'Chạm vào từ cuối của đoạn cần đánh dấu.',
  marked: 'Đã chọn đoạn đánh dấu.',
  drawStart: 'Viết, vẽ bằng bút hoặc ngón tay. Cuộn trang bằng hai ngón tay.',
  drawPen: 'Chỉ bút vẽ. Ngón tay dùng để cuộn trang.',
  eraseStart: 'Kéo qua nét vẽ cần xoá.',
  rubStart: 'Kéo qua phần cần xoá của nét vẽ, phần còn lại được giữ.',
  ink: (count: number) => `${count} nét vẽ trên trang này`,
  noText: 'Trang này không có lớp chữ nên chưa đánh dấu được.',
};

const english: typeof vietnamese = {
  paper: pages => (pages ? `Paper, ${pages} pages` : 'Paper'),
  page: (page, pages) => `Page ${page}/${pages}`,
  loading: 'Loading the paper…',
  loaded: (loaded, total) => `${loaded} / ${total} MB`,
  loadedSoFar: loaded => `${loaded} MB`,
  lost: 'Connection lost before the paper was complete. What has arrived is kept.',
  busy: 'The server could not send the paper. Please try again.',
  unreadable: 'This paper cannot be opened. Please tell the secretary.',
  refused: 'This paper cannot be viewed now.',
  again: 'Try again',
  pageFailed: 'This page cannot be shown.',
  lit: page => `Page ${page} is open; the passage is lit.`,
  markStart: 'Drag over the passage, or tap its first word and then its last. Scroll with two fingers.',
  markEnd: 'Tap the last word of the passage.',
  marked: 'Passage chosen.',
  drawStart: 'Write with a pen or a finger. Scroll with two fingers.',
  drawPen: 'Only the pen draws. A finger scrolls.',
  eraseStart: 'Drag over the strokes to erase.',
  rubStart: 'Drag over the part of a stroke to erase; the rest stays.',
  ink: count => `${count} strokes on this page`,
  noText: 'This page has no text layer, so it cannot be marked.',
};

export type Words = typeof vietnamese;

export function words(): Words {
  return document.documentElement.lang.startsWith('en') ? english : vietnamese;
}

/** Megabytes with one decimal in the language of the page. */
export function megabytes(bytes: number): string {
  const language = document.documentElement.lang || 'vi';
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(
    bytes / 1_000_000,
  );
}
