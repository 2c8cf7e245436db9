/** Reported answers, for the administrator. */
export const reported = {
  open: 'Answers reported as wrong',
  heading: 'Download answers reported as wrong',
  what: 'A JSONL file with the questions and the right words that people gave, without their names. It is for icabinet evaluate --packet.',
  secret:
    'Questions and right words may quote secret papers. Keep the file only where secret papers may be kept, and delete it after use.',
  download: 'Download the file',
};
