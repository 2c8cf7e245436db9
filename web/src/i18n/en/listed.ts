/** Lists and tables in an answer. */
export const listed = {
  heading: (count: number) => `A list of ${count} items`,
  hint: 'Tap an item to open its place in the paper.',
  page: (page: number) => `page ${page}`,
  column: (heading: string) => `Column: ${heading}`,
};
