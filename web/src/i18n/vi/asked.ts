/** Questions asked before, questions about a passage, and reports of wrong answers. */
export const asked = {
  history: (count: number) => `Câu đã hỏi trước đây (${count})`,
  historyHint: 'Chỉ đại biểu thấy. Chạm vào câu để hỏi lại.',
  forget: 'Xoá các câu đã hỏi',
  forgetAsk: 'Xoá mọi câu đã hỏi trong cuộc họp này?',
  forgetDetail: 'Không lấy lại được. Câu hỏi không còn lưu ở đâu.',
  forgotten: 'Đã xoá các câu đã hỏi.',
  about: 'Hỏi trợ lý về đoạn này',
  aboutHeading: 'Đoạn đang hỏi',
  aboutDrop: 'Bỏ đoạn này',
  elsewhere: 'Các tài liệu nói gì về đoạn này?',
  report: 'Báo câu trả lời chưa đúng',
  reportHint:
    'Câu hỏi và nội dung vừa ghi được gửi tới quản trị hệ thống để cải thiện trợ lý, không kèm tên đại biểu. Người quản trị đọc được cả câu trích từ tài liệu mật.',
  wrong: 'Chưa đúng ở chỗ nào',
  wrongs: {
    quotes: 'Các đoạn trích không trả lời câu hỏi',
    hidden: 'Tài liệu có nói, nhưng trợ lý không tìm ra',
    absent: 'Tài liệu không nói, nhưng trợ lý vẫn trả lời',
  },
  expected: 'Câu đúng trong tài liệu (có thể để trống)',
  send: 'Gửi',
  sent: 'Đã gửi. Xin cảm ơn.',
};
