export const chair = {
  now: 'Đang bàn',
  notBegun: 'Cuộc họp chưa bắt đầu',
  notBegunHint: 'Bấm “Bắt đầu cuộc họp” khi đã sẵn sàng. Nội dung đầu tiên sẽ được mở.',
  paused: 'Cuộc họp đang tạm nghỉ',
  ended: 'Cuộc họp đã kết thúc',
  endedAt: (time: string) => `Kết thúc lúc ${time}. Thư ký có thể hoàn thiện biên bản.`,
  itemNumber: (place: number, all: number) => `Nội dung ${place}/${all}`,
  noItem: 'Chưa vào nội dung nào',
  planned: (minutes: number) => `Dự kiến ${minutes} phút`,
  unplanned: 'Không đặt thời gian',
  spent: (minutes: number) => `đã dùng ${minutes} phút`,
  itemClock: 'Thời gian đã dùng cho nội dung này',
  over: (time: string) => `Quá ${time}`,
  remaining: (time: string) => `Còn ${time}`,
  goHere: (place: number) => `Chuyển tới nội dung ${place}`,
  papers: 'Tài liệu của nội dung',
  allPapers: (count: number) => `Tất cả tài liệu (${count})`,
  conclusion: 'Kết luận của chủ trì',
  conclusionHint: 'Tự lưu khi rời ô này.',
  conclusionSaved: (time: string) => `Đã lưu ${time}`,
  conclusionSaving: 'Đang lưu…',
  conclusionChanged: 'Chưa lưu',
  conclusionFailed: (why: string) => `Chưa lưu được. ${why}`,
  conclusionOther: 'Kết luận vừa được sửa ở nơi khác.',
  conclusionTake: 'Dùng bản mới',
  conclusionKeep: 'Giữ bản đang viết',
  nextAct: 'Việc tiếp theo',
  acts: {
    start: 'Bắt đầu cuộc họp',
    resume: 'Họp tiếp',
    closeVote: 'Đóng biểu quyết',
    publishVote: 'Công bố kết quả',
    endSpeech: 'Kết thúc phát biểu',
    openVote: 'Mở biểu quyết',
    go: (place: number) => `Sang nội dung ${place}`,
    end: 'Kết thúc cuộc họp',
  },
  pause: 'Tạm nghỉ',
  end: 'Kết thúc họp',
  endQuestion: (title: string) => `Kết thúc cuộc họp “${title}”?`,
  endDetail: (undone: number, waiting: number) =>
    [
      'Đăng ký phát biểu sẽ đóng, đồng hồ dừng, chương trình và tài liệu được khoá. Không mở lại được.',
      undone ? `Còn ${undone} nội dung chưa bàn.` : '',
      waiting ? `Còn ${waiting} đại biểu đang chờ phát biểu.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  startQuestion: (title: string) => `Bắt đầu cuộc họp “${title}”?`,
  startShort: (present: number, all: number, needed: number) =>
    `Chưa đủ túc số: có mặt ${present}/${all}, cần ${needed}. Vẫn bắt đầu được, nhưng chưa mở được biểu quyết.`,
};

export const floor = {
  heading: 'Phát biểu',
  call: 'Mời',
  extend: (minutes: number) => `+${minutes} phút`,
  extendLabel: (minutes: number) => `Thêm ${minutes} phút`,
  end: 'Kết thúc',
  waiting: (count: number) => `Đang chờ (${count})`,
  allWaiting: (count: number) => `Xem cả ${count} đăng ký`,
  nobody: 'Chưa có ai đăng ký.',
  spoken: (count: number) => `Đã phát biểu (${count})`,
  spokenAt: (time: string, length: string) => `${time} · ${length}`,
  since: (time: string) => `đăng ký ${time}`,
};

export const ballots = {
  heading: 'Biểu quyết',
  prepare: 'Soạn biểu quyết',
  none: 'Chưa có biểu quyết nào được soạn.',
  ofItem: (place: number) => `Nội dung ${place}`,
  open: 'Mở biểu quyết',
  openQuestion: (question: string) => `Mở biểu quyết “${question}”?`,
  openDetail: (present: number, all: number) =>
    `Có mặt ${present}/${all} đại biểu có quyền biểu quyết. Danh sách này được giữ nguyên đến khi đóng.`,
  close: 'Đóng biểu quyết',
  closeQuestion: (question: string) => `Đóng biểu quyết “${question}”?`,
  closeDetail: (cast: number, of: number) =>
    cast < of
      ? `${cast}/${of} đã bỏ phiếu, ${of - cast} chưa. Sau khi đóng không nhận thêm phiếu.`
      : `Cả ${of} đại biểu đã bỏ phiếu. Sau khi đóng không nhận thêm phiếu.`,
  publish: 'Công bố kết quả',
  publishQuestion: (question: string) => `Công bố kết quả “${question}”?`,
  publishDetail: 'Kết quả sẽ hiện trên máy của mọi người và trên màn hình lớn.',
  remove: 'Xoá',
  removeQuestion: (question: string) => `Xoá biểu quyết “${question}”?`,
  removeDetail: 'Biểu quyết này chưa mở, chưa có phiếu nào.',
  voted: 'Đã bỏ phiếu',
  votedOf: (cast: number, of: number) => `${cast}/${of}`,
  missing: (count: number) => `Chưa bỏ phiếu (${count})`,
  everyone: 'Tất cả đã bỏ phiếu.',
  notPublished: 'Chỉ bàn điều hành thấy kết quả này cho đến khi công bố.',
};

export const quorumMeter = {
  label: 'Điểm danh và túc số',
  delegates: (present: number, all: number) => `Đại biểu ${present}/${all}`,
  guests: (present: number, all: number) => `Khách mời ${present}/${all}`,
  reached: 'Đủ túc số',
  missing: (count: number) => `Chưa đủ túc số, thiếu ${count}`,
  nobody: 'Chưa có đại biểu',
};
