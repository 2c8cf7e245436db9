/** Lists and tables in an answer. */
export const listed = {
  heading: (count: number) => `Danh sách gồm ${count} mục`,
  hint: 'Chạm vào một mục để mở đúng chỗ trong tài liệu.',
  page: (page: number) => `trang ${page}`,
  column: (heading: string) => `Cột: ${heading}`,
};
