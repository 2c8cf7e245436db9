/** How far the papers have been read. */
export const readPages = {
  own: 'Đã xem tài liệu',
  pages: (seen: number, pages: number) => `${seen}/${pages} trang`,
  seenOf: (seen: number, pages: number) => `đã xem ${seen}/${pages} trang`,
  privacyWord: 'Ai thấy điều này?',
  privacy: 'Thư ký và chủ trì thấy bạn đã mở và đã xem bao nhiêu trang; không thấy ghi chú.',
  who: 'Ai đã đọc tài liệu',
  rule: 'Một trang được tính là đã xem khi ở trên màn hình từ 2 giây. Chỉ thư ký và chủ trì thấy bảng này.',
  paper: 'Tài liệu',
  allPapers: 'Tất cả tài liệu',
  find: 'Tìm theo tên hoặc đơn vị',
  unopenedOnly: (count: number) => `Chưa mở (${count})`,
  summary: (opened: number, all: number) => `${opened}/${all} người đã mở tài liệu`,
  opened: (opened: number, papers: number) => `Đã mở ${opened}/${papers} tài liệu`,
  nobody: 'Không có ai như vậy.',
  noPapers: 'Chưa phát hành tài liệu nào.',
  standing: { none: 'Chưa có tài liệu', unopened: 'Chưa mở', opened: 'Đã mở', all: 'Đã xem hết' },
};
