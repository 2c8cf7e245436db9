export const indexing = {
  done: 'Đã đưa vào tra cứu',
  waiting: 'Đang đưa vào tra cứu',
};

/** Papers that are asked for, in the list of meetings and above the desk's list. */
export const askedPapers = {
  mine: 'Tài liệu cần nộp',
  due: (moment: string) => `hạn ${moment}`,
  overdue: (count: number) => `${count} quá hạn`,
  waiting: (count: number) => `${count} chờ nộp`,
  submitted: (count: number) => `${count} chờ duyệt`,
  more: (count: number) => `và ${count} tài liệu khác`,
};
