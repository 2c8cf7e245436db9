export const unfinished = {
  heading: 'Việc chưa xong của các kỳ họp trước',
  add: 'Thêm việc chưa xong',
  loading: 'Đang lấy danh sách việc…',
  failed: 'Chưa lấy được danh sách việc. Xin mở lại trang.',
  counts: (all: number, late: number) =>
    all === 0
      ? 'Không còn việc chưa xong dành cho tài khoản này.'
      : `${all} việc chưa xong${late ? `, trong đó ${late} việc quá hạn` : ''}.`,
  report: (day: string, text: string) => `Báo cáo gần nhất ${day}: ${text}`,
  noReport: 'Chưa có báo cáo.',
};
