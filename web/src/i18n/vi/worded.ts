/** An answer put into words by the office's language model. */
export const worded = {
  ask: 'Diễn đạt thành lời',
  hint: 'Máy của cơ quan nhận câu hỏi và các đoạn trích không mật. Câu nào không đối chiếu được với đoạn trích thì bỏ.',
  heading: 'Do máy diễn đạt, đã đối chiếu với đoạn trích',
  working: 'Máy đang diễn đạt…',
  nothing: 'Máy chưa diễn đạt được câu nào khớp với đoạn trích. Xin đọc các đoạn trích bên dưới.',
  dropped: (count: number) => `Đã bỏ ${count} câu không đối chiếu được.`,
  cited: (number: number) => `Xem đoạn trích ${number}`,
  again: 'Diễn đạt lại',
  ended: {
    late: 'Máy trả lời quá chậm nên đã dừng. Các đoạn trích bên dưới vẫn đầy đủ.',
    away: 'Chưa gọi được máy diễn đạt. Các đoạn trích bên dưới vẫn đầy đủ.',
    refused: 'Máy diễn đạt không nhận câu hỏi này. Các đoạn trích bên dưới vẫn đầy đủ.',
    broken: 'Máy diễn đạt dừng giữa chừng. Các đoạn trích bên dưới vẫn đầy đủ.',
    outside: 'Máy diễn đạt nằm ngoài mạng nội bộ nên không được dùng. Xin báo quản trị hệ thống.',
  },
  off: 'Diễn đạt câu trả lời của trợ lý bằng mô hình ngôn ngữ: đang tắt.',
  on: (model: string, server: string) =>
    `Diễn đạt câu trả lời của trợ lý bằng mô hình ngôn ngữ: đang bật, mô hình ${model} tại ${server}.`,
};
