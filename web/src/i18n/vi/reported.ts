/** Reported answers, for the administrator. */
export const reported = {
  open: 'Câu trả lời bị báo chưa đúng',
  heading: 'Tải các câu trả lời bị báo chưa đúng',
  what: 'Tệp JSONL gồm câu hỏi và câu đúng do đại biểu ghi, không kèm tên đại biểu. Dùng với lệnh icabinet evaluate --packet.',
  secret:
    'Câu hỏi và câu đúng có thể trích nguyên văn tài liệu mật. Chỉ lưu tệp ở nơi được phép chứa tài liệu mật và xoá khi dùng xong.',
  download: 'Tải tệp',
};
