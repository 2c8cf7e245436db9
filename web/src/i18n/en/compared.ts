/** What papers say of one thing, or of two, side by side. */
export const compared = {
  open: (quotes: number) => `Set ${quotes} quotations side by side`,
  heading: 'What the papers say',
  hint: 'Sentences of the papers, word for word. Dates and what was counted may differ.',
  page: (page: number) => `Open page ${page}`,
};
