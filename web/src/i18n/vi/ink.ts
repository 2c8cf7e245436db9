export const ink = {
  draw: 'Vẽ',
  bar: 'Công cụ đánh dấu',
  pen: 'Bút',
  eraser: 'Tẩy nét vẽ',
  rubber: 'Tẩy một phần nét vẽ',
  fingers: 'Ngón tay cũng vẽ',
  colour: 'Màu bút',
  colours: { black: 'Mực đen', blue: 'Mực xanh dương', red: 'Mực đỏ', green: 'Mực xanh lá' },
  width: 'Cỡ nét',
  widths: { thin: 'Nét mảnh', medium: 'Nét vừa', bold: 'Nét đậm' },
  look: (colour: string, width: string) => `Màu và cỡ nét: ${colour}, ${width}`,
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  strokes: (count: number) => `${count} nét vẽ`,
  page: (page: number) => `Nét vẽ trang ${page}`,
  shareHeading: (page: number) => `Chia sẻ nét vẽ ở trang ${page}`,
  removePage: 'Xoá nét vẽ',
  removeAsk: (page: number) => `Xoá mọi nét vẽ của đại biểu ở trang ${page}?`,
  removeDetail: (count: number) =>
    `${count} nét vẽ sẽ bị xoá trên mọi thiết bị của đại biểu. Có thể hoàn tác.`,
};

/** Strokes whose page a new version has changed. */
export const inkPlaces = {
  review: (pages: number) => `Nét vẽ ở ${pages} trang cần xem lại`,
  reviewWhy: 'Tài liệu có phiên bản mới, trang có nét vẽ đã thay đổi.',
  start: 'Xem nét vẽ',
  sides: 'Xem hai bản',
  why: (number: number) => `Trang này đã thay đổi ở phiên bản ${number}. Nét vẽ chưa được chuyển sang.`,
  heading: 'Nét vẽ trên trang đã đổi',
  nth: (number: number, count: number) => `Trang ${number}/${count}`,
  previous: 'Trang có nét vẽ trước',
  next: 'Trang có nét vẽ sau',
  old: (number: number, page: number) => `Phiên bản ${number}, trang ${page}`,
  fresh: (number: number, page: number) => `Phiên bản ${number}, trang ${page} (xem thử)`,
  tinted: 'Chỗ thay đổi được tô nền.',
  choose: 'Cuộn bản mới để chọn trang.',
  put: (page: number) => `Chuyển nét vẽ sang trang ${page}`,
  placed: 'Đã chuyển nét vẽ sang phiên bản mới.',
  stayed: 'Nét vẽ ở lại bản cũ.',
};

export const ownCopy = {
  get: 'Tải bản có ghi chú (PDF)',
  making: 'Đang ghi các ghi chú vào tài liệu…',
  loaded: (loaded: string, total: string) => (total ? `Đã tải ${loaded}/${total} MB` : `Đã tải ${loaded} MB`),
  stop: 'Dừng',
  done: 'Đã tải bản có ghi chú.',
  lost: 'Chưa tải được bản có ghi chú vì mất kết nối. Có mạng lại, hãy bấm Thử lại.',
  failed: 'Chưa tạo được bản có ghi chú. Hãy thử lại sau ít phút.',
  file: (title: string) => `${title} - có ghi chú.pdf`,
};

/** Dấu: a highlight, a typed note, or strokes. */
export const myMarks = {
  search: 'Tìm trong ghi chú',
  searchHint: 'Có dấu hoặc không dấu',
  kind: 'Loại',
  kinds: { all: 'Mọi loại', highlight: 'Đoạn đánh dấu', note: 'Ghi chú có lời', ink: 'Nét vẽ' },
  paper: 'Tài liệu',
  allPapers: 'Mọi tài liệu',
  found: (found: number, all: number) => (found === all ? `${all} mục` : `${found}/${all} mục`),
  clear: 'Bỏ lọc, xem tất cả',
};
