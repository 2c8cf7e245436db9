export const positions = {
  heading: 'Ý kiến trước cuộc họp',
  give: 'Cho ý kiến trước',
  about: (title: string) => `Ý kiến trước về “${title}”`,
  hint: 'Chỉ bàn điều hành thấy ý kiến này. Đổi được đến khi cuộc họp bàn tới nội dung.',
  stances: { agree: 'Đồng ý', remark: 'Có góp ý', speak: 'Muốn phát biểu' },
  mine: (stance: string) => `Ý kiến trước: ${stance}`,
  text: 'Nội dung góp ý',
  subject: 'Điều muốn phát biểu (không bắt buộc)',
  needed: 'Hãy viết nội dung góp ý.',
  save: 'Gửi ý kiến',
  withdraw: 'Rút ý kiến',
  standing: (agree: number, remark: number, speak: number, silent: number) =>
    `${agree} đồng ý · ${remark} góp ý · ${speak} muốn phát biểu · ${silent} chưa cho ý kiến`,
  none: 'Chưa có đại biểu nào cho ý kiến trước.',
  common: 'Biểu quyết chung',
  offer: (count: number) => `${count} nội dung được tất cả đại biểu đồng ý trước`,
  prepare: (count: number) => `Soạn một biểu quyết cho ${count} nội dung`,
  blockHint:
    'Các nội dung này sẽ được biểu quyết một lần. Ai muốn bàn riêng nội dung nào thì rút ra trước khi mở.',
  pull: 'Rút ra để bàn riêng',
  pullItem: (title: string) => `Rút ra để bàn riêng: ${title}`,
  pullQuestion: (title: string) => `Rút “${title}” ra khỏi biểu quyết chung?`,
  pullDetail: 'Nội dung này sẽ được bàn và biểu quyết riêng; đại biểu được ghi là muốn phát biểu.',
};

export const forecast = {
  heading: 'Thời gian cuộc họp',
  ends: (time: string) => `Dự kiến kết thúc ${time}`,
  because: (items: number, speakers: number, minutes: number) =>
    speakers
      ? `theo ${items} nội dung còn lại và ${speakers} người muốn phát biểu, mỗi người khoảng ${minutes} phút`
      : `theo ${items} nội dung còn lại`,
  late: (words: string) => `muộn ${words} so với chương trình`,
  early: (words: string) => `sớm ${words} so với chương trình`,
  onTime: 'đúng chương trình',
  left: (words: string) => `Còn ${words} theo chương trình`,
  used: 'Đã hết thời gian theo chương trình',
  hours: (hours: number, minutes: number) => (hours ? `${hours} giờ ${minutes} phút` : `${minutes} phút`),
  clock: (hours: string, minutes: string) => `${hours}\u00a0giờ\u00a0${minutes}`,
};
