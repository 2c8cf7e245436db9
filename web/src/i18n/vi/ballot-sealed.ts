/** What a voter reads in a secret vote: that it is secret, the code of the ballot, and the published list. */
export const sealed = {
  hint: 'Bỏ phiếu kín: chỉ ghi ai đã bỏ phiếu. Khi đóng biểu quyết, không còn gì nối lá phiếu với người bỏ phiếu.',
  thin: 'Dưới năm người bỏ phiếu: phiếu vẫn kín, nhưng dễ đoán ra ai chọn gì.',
  recorded: 'Đã ghi nhận phiếu kín',
  recordedAt: (time: string) => `Đã ghi nhận phiếu kín · ${time}`,
  receipt: 'Mã phiếu của đại biểu',
  receiptHint:
    'Xin ghi lại mã này. Khi công bố, đại biểu dùng mã để tìm lá phiếu của mình. Mã sẽ bị xoá khỏi máy khi đăng xuất.',
  copy: 'Chép mã',
  copied: 'Đã chép mã',
  notCopied: 'Không chép được. Xin ghi lại mã bằng tay.',
  find: 'Tìm lá phiếu của tôi',
  hide: 'Đóng danh sách lá phiếu',
  loading: 'Đang tải các lá phiếu…',
  found: 'Lá phiếu mang mã này',
  typed: 'Nhập mã phiếu đã ghi lại',
  typedHint: 'Chữ hoa, chữ thường và dấu gạch không quan trọng.',
  notFound: 'Không có lá phiếu mang mã này. Xin xem lại mã.',
  keptNotFound:
    'Danh sách không có lá phiếu mang mã mà máy này giữ. Nếu đã bỏ phiếu ở máy khác, xin nhập mã của máy đó.',
  all: (count: number) => `Tất cả lá phiếu (${count})`,
  opinion: (choice: string, opinion: string) => `${choice}: ${opinion}`,
  mark: (option: string, mark: string) => `${option}: ${mark}`,
};
