export const signing = {
  unsigned: 'Chưa ký số',
  signedBy: (who: string, when: string) => `${who} ký số lúc ${when}`,
  sign: 'Ký số',
  stands: 'Đã ký số, không đổi từ khi ký',
  signOf: (name: string) => `Ký số: ${name}`,
  signing: 'Đang ký số…',
  question: (name: string) => `Ký số ${name}?`,
  detail: (who: string, issuer: string) =>
    `Ký bằng khoá của ${who} (nơi cấp: ${issuer}). Tệp PDF đã ký là văn bản chính thức: được lưu nguyên, đại biểu tải được và nằm trong hồ sơ cuộc họp. Không bỏ được chữ ký; nếu sau này có đính chính thì ký bản mới, bản cũ vẫn giữ.`,
  clock: (stamped: boolean) =>
    stamped
      ? 'Thời gian ký do máy chủ cấp dấu thời gian xác nhận.'
      : 'Thời gian ký lấy theo đồng hồ máy chủ.',
  noNumber: 'Văn bản chưa có số và ngày ban hành. Ký rồi thì không ghi thêm vào tệp này được.',
  key: 'Khoá ký số',
  keyOf: (who: string, issuer: string, ends: string) => `${who}; nơi cấp: ${issuer}; hết hạn ${ends}.`,
  noKey: 'Máy chủ chưa khai khoá ký số: mọi văn bản ghi “chưa ký số” và ký trên giấy.',
  files: 'Bản đã ký số',
  file: (number: number) => `Bản ký lần ${number}`,
  fileOf: (name: string, number: number) => `Bản ký lần ${number}: ${name}`,
  check: 'Kiểm tra chữ ký',
  checkOf: (name: string, number: number) => `Kiểm tra chữ ký lần ${number}: ${name}`,
  checking: 'Đang kiểm tra…',
  states: {
    valid: 'Chữ ký hợp lệ, nội dung còn nguyên',
    changed: 'Nội dung đã bị thay đổi sau khi ký',
    added: 'Có nội dung thêm vào tệp sau khi ký',
    expired: 'Chứng thư đã hết hạn',
    untrusted: 'Nội dung còn nguyên, chưa tin được nơi cấp chứng thư',
  },
  hints: {
    valid: '',
    changed: 'Không dùng tệp này. Xin lấy bản trong hồ sơ đã lưu.',
    added: 'Xin so với bản trong hồ sơ đã lưu trước khi dùng.',
    expired: 'Không có dấu thời gian nên không chứng minh được là đã ký trước ngày hết hạn.',
    untrusted: 'Quản trị khai chứng thư của nơi cấp ở ICABINET_SIGN_TRUST thì kiểm tra được.',
  },
  issuer: (issuer: string, ends: string) => `Nơi cấp: ${issuer}; chứng thư đến ${ends}.`,
  at: (when: string, stamped: boolean) =>
    stamped ? `Thời gian ký: ${when} (có dấu thời gian).` : `Thời gian ký: ${when} (đồng hồ máy chủ).`,
  heading: 'Văn bản đã ký số',
  standings: {
    void: 'Biểu quyết này đã huỷ: văn bản không còn dùng',
    calledOff: 'Cuộc họp đã huỷ',
  },
};
