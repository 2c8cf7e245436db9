/** Documents that papers name by their number. */
export const cited = {
  tab: 'Dẫn chiếu',
  heading: 'Văn bản được dẫn',
  looking: 'Đang tìm văn bản được dẫn…',
  none: 'Tài liệu này không dẫn văn bản nào bằng số hiệu.',
  failed: 'Chưa lấy được danh sách văn bản được dẫn.',
  of: (date: string) => `ngày ${date}`,
  open: (label: string) => `Mở ${label}`,
  absent: 'Không có trong bộ tài liệu',
  named: (page: number, part: string) => (part ? `trang ${page}: ${part}` : `trang ${page}`),
  within: (titles: string[]) => `Chỉ tìm trong: ${titles.join('; ')}`,
  missing: 'Văn bản được dẫn nhưng chưa có',
  missingHint: 'Các tài liệu của cuộc họp dẫn những văn bản này; bộ tài liệu chưa có chúng.',
  missingNone: 'Mọi văn bản được dẫn bằng số hiệu đều có trong bộ tài liệu.',
  citedBy: 'Được dẫn trong',
  citing: (title: string, page: number) => `${title}, trang ${page}`,
};
