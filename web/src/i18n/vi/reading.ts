/** How far a paper is in being read, and what is remarked about it. Pages come as “3–5, 9”. */
export const reading = {
  converting: 'Đang chuyển sang PDF',
  reading: 'Đang đọc',
  recognising: 'Đang nhận dạng chữ trong ảnh quét',
  pagesDone: (done: number, of: number) => `trang ${done}/${of}`,
  again: 'Đọc lại',
  scanned: (pages: string) => `Trang ${pages} là ảnh quét, chưa tìm kiếm được.`,
  recognised: (pages: string) =>
    `Trang ${pages} là ảnh quét; chữ do máy nhận dạng nên có thể sai khi tìm kiếm và trích dẫn.`,
  oldFonts: (pages: string) =>
    `Trang ${pages} dùng phông chữ cũ (TCVN3, VNI); chữ đã được chuyển sang Unicode để tìm kiếm và trích dẫn.`,
  incomplete: 'Bản đọc có thể thiếu nội dung so với tệp gốc. Hãy mở xem lại trước khi phát hành.',
  stamps: 'Không đọc được thông tin chữ ký số trên tài liệu.',
  unread: (papers: string) => `Trợ lý chưa đọc được các trang ảnh quét: ${papers}.`,
  unreadPaper: (title: string, pages: string) => `“${title}” trang ${pages}`,
  /** Why a paper could not be read, where the server's own sentence is in another language. */
  reasons: {} as Record<string, string>,
};
