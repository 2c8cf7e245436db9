export const service = {
  heading: 'Gọi phục vụ',
  ask: 'Cần phục vụ gì?',
  kinds: { water: 'Nước uống', paper: 'Giấy, bút', technician: 'Kỹ thuật viên', other: 'Việc khác' },
  text: 'Nội dung cần phục vụ',
  send: 'Gửi yêu cầu',
  waiting: (what: string, time: string) => `${what}: đã báo bàn thư ký lúc ${time}`,
  withdraw: 'Không cần nữa',
  withdrawOf: (what: string) => `Không cần nữa: ${what}`,
  calls: (count: number) => `Yêu cầu phục vụ (${count})`,
  none: 'Không có yêu cầu phục vụ nào đang chờ.',
  done: 'Đã xong',
  doneOf: (what: string, name: string) => `Đã xong: ${what} cho ${name}`,
};
