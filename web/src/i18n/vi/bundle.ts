export const bundle = {
  heading: 'Hồ sơ điện tử của cuộc họp',
  hint: 'Một tệp ZIP: văn bản Word và PDF, bảng Excel, diễn biến theo chuẩn Akoma Ntoso, mã băm từng tệp. Không có tài liệu mật, ghi chú riêng và phiếu kín gắn với người bỏ phiếu.',
  make: 'Lập hồ sơ',
  again: 'Lập lại',
  making: (done: number, of: number) => `Đang lập văn bản ${done}/${of}`,
  beginning: 'Đang đọc diễn biến cuộc họp',
  ready: (size: string) => `Hồ sơ đã lập xong (${size}).`,
  download: 'Tải hồ sơ',
  digest: 'Mã băm SHA-256 của hồ sơ',
};
