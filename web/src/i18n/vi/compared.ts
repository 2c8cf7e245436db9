/** What papers say of one thing, or of two, side by side. */
export const compared = {
  open: (quotes: number) => `Đặt ${quotes} trích dẫn cạnh nhau`,
  heading: 'Các trích dẫn cạnh nhau',
  hint: 'Các câu được trích nguyên văn. Thời điểm và phạm vi tính có thể khác nhau.',
  page: (page: number) => `Mở trang ${page}`,
};
