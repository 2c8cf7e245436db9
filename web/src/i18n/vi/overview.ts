/** What the assistant lays out without a question. */
export const overview = {
  summary: 'Tóm tắt tài liệu đang mở',
  brief: 'Tóm lược bộ tài liệu',
  figures: 'Các con số khác nhau',
  working: 'Đang đọc các tài liệu…',
  failed: 'Chưa lấy được. Xin thử lại.',
  own: 'Các câu dưới đây là nguyên văn tài liệu; chạm vào câu để mở đúng chỗ.',
  length: 'Độ dài',
  sentences: (count: string) => `${count} câu`,
  noText: 'Tài liệu này chưa có phần chữ để tóm tắt.',
  page: (page: number) => `trang ${page}`,
  figuresHint:
    'Cùng một chỉ tiêu, các tài liệu nêu những con số khác nhau. Ngày chốt và phạm vi tính có thể khác nhau.',
  noFigures: 'Chưa tìm thấy chỉ tiêu nào mà các tài liệu nêu con số khác nhau.',
  group: (place: number) => `Chỉ tiêu ${place}`,
  date: (date: string) => `Thời điểm: ${date}`,
  scope: 'Phạm vi số liệu của tài liệu này',
};
