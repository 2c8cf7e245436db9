/** Presenting a page, and following it. */
export const leading = {
  present: 'Trình chiếu',
  presenting: 'Đang trình chiếu',
  following: 'Đang theo dõi',
  follow: 'Theo dõi trang trình chiếu',
  presentedBy: (who: string, title: string, page: number) =>
    `${who} đang trình chiếu trang ${page}, “${title}”`,
  notForYou: (who: string) => `${who} đang trình chiếu một tài liệu không dành cho đại biểu này.`,
  stop: 'Dừng trình chiếu',
  name: 'Mời người trình chiếu',
  named: (who: string) => `Người trình chiếu: ${who}`,
  unname: (who: string) => `Thôi mời ${who}`,
  nameHint: 'Ngoài chủ trì, một người nữa được trình chiếu trang tài liệu lên mọi máy.',
  find: 'Tìm theo tên hoặc đơn vị',
};
