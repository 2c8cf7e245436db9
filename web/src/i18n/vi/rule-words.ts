/** The rule of a vote in sentences; word for word what icabinet/domain/votes/sentences.py writes. */
export const ruleWords = {
  bases: {
    present: 'đại biểu có mặt',
    entitled: 'đại biểu được triệu tập',
    cast: 'phiếu đã bỏ',
    valid: 'phiếu có ý kiến',
    'valid-list': 'phiếu hợp lệ',
  },
  reach: (more: boolean, threshold: string) => `${more ? 'quá' : 'ít nhất'} ${threshold}`,
  standard: (reach: string, base: string) => `Thông qua khi có ${reach} số ${base} đồng ý.`,
  picks: (least: number, most: number) => `từ ${least} đến ${most}`,
  share: (reach: string, base: string) => `, mỗi người phải được ${reach} số ${base}`,
  list: (picks: string, options: number, seats: number, share: string) =>
    `Chọn ${picks} trong ${options}; ${seats} người nhiều phiếu nhất trúng cử${share}.`,
  best: (seats: number) => `; lấy ${seats} người nhiều phiếu nhất`,
  candidates: (reach: string, base: string, best: string) =>
    `Biểu quyết từng người; trúng cử khi có ${reach} số ${base} đồng ý${best}.`,
  secret: 'Bỏ phiếu kín.',
  voters: (count: number, weighted: boolean) =>
    `Chỉ ${count} người trong danh sách được biểu quyết${weighted ? ', mỗi người theo số phiếu của mình' : ''}.`,
  withoutOther: 'Ý kiến khác không tính vào tỷ lệ.',
  withoutAbstentions: 'Phiếu không biểu quyết không tính vào tỷ lệ.',
  tieChair: 'Ngang phiếu thì theo lá phiếu của chủ trì.',
  tieRepeat: 'Ngang phiếu thì biểu quyết lại.',
  tieSecondRound: 'Ngang phiếu thì bầu vòng hai giữa những người ngang phiếu.',
  late: 'Đại biểu đến muộn được biểu quyết khi biểu quyết còn mở.',
  live: 'Số phiếu hiện ngay trong khi biểu quyết.',
  close: 'Kết quả hiện với mọi người ngay khi đóng.',
  quorumShare: (threshold: string, of: 'entitled' | 'members') =>
    `Chỉ mở được khi có mặt ít nhất ${threshold} ${of === 'members' ? 'tổng số đại biểu có quyền biểu quyết' : 'đại biểu được triệu tập'}.`,
  quorumNumber: (count: number) => `Chỉ mở được khi có mặt ít nhất ${count} đại biểu.`,
};
