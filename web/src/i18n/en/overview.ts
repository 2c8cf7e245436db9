/** What the assistant lays out without a question. */
export const overview = {
  summary: 'Summary of the open paper',
  brief: 'Brief of the packet',
  figures: 'Differing figures',
  working: 'Reading the papers…',
  failed: 'It could not be fetched. Please try again.',
  own: 'These sentences are the papers’ own words; tap one to open its place.',
  length: 'Length',
  sentences: (count: string) => `${count} sentences`,
  noText: 'This paper has no text to summarise yet.',
  page: (page: number) => `page ${page}`,
  figuresHint:
    'The papers give different figures for the same indicator. The dates and the scope of counting may differ.',
  noFigures: 'No indicator was found for which the papers give different figures.',
  group: (place: number) => `Indicator ${place}`,
  date: (date: string) => `As of: ${date}`,
  scope: 'What this paper’s figures cover',
};
