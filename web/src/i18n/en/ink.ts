import type { Dictionary } from '..';

export const ink: Dictionary['ink'] = {
  draw: 'Draw',
  bar: 'Marking tools',
  pen: 'Pen',
  rubber: 'Erase a part of a stroke',
  eraser: 'Eraser',
  fingers: 'Fingers draw, too',
  colour: 'Ink',
  colours: { black: 'Black ink', blue: 'Blue ink', red: 'Red ink', green: 'Green ink' },
  width: 'Width',
  widths: { thin: 'Thin', medium: 'Medium', bold: 'Bold' },
  look: (colour: string, width: string) => `Colour and width: ${colour}, ${width}`,
  undo: 'Undo',
  redo: 'Redo',
  strokes: count => `${count} strokes`,
  page: page => `Strokes on page ${page}`,
  shareHeading: page => `Share the strokes on page ${page}`,
  removePage: 'Remove strokes',
  removeAsk: page => `Remove all your strokes on page ${page}?`,
  removeDetail: count => `${count} strokes will go from all your devices. You can undo this.`,
};

export const inkPlaces: Dictionary['inkPlaces'] = {
  review: pages => `Strokes on ${pages} page${pages === 1 ? '' : 's'} to look at again`,
  reviewWhy: 'The paper has a new version, and the page with the strokes has changed.',
  start: 'See the strokes',
  sides: 'See both versions',
  why: number => `Version ${number} has changed this page. The strokes were not moved.`,
  heading: 'Strokes on a page that has changed',
  nth: (number, count) => `Page ${number} of ${count}`,
  previous: 'Previous page with strokes',
  next: 'Next page with strokes',
  old: (number, page) => `Version ${number}, page ${page}`,
  fresh: (number, page) => `Version ${number}, page ${page} (as it would be)`,
  tinted: 'What has changed is tinted.',
  choose: 'Scroll the new version to choose the page.',
  put: page => `Move the strokes to page ${page}`,
  placed: 'The strokes were moved to the new version.',
  stayed: 'The strokes stay on the old version.',
};

export const ownCopy: Dictionary['ownCopy'] = {
  get: 'Download with notes (PDF)',
  making: 'Writing the notes into the paper…',
  loaded: (loaded, total) => (total ? `${loaded} of ${total} MB` : `${loaded} MB`),
  stop: 'Stop',
  done: 'The paper with your notes was downloaded.',
  lost: 'The connection broke before the paper with your notes was here. Once it is back, press Retry.',
  failed: 'The paper with your notes could not be made. Please try again in a few minutes.',
  file: title => `${title} - with notes.pdf`,
};

export const myMarks: Dictionary['myMarks'] = {
  search: 'Search your notes',
  searchHint: 'With or without diacritics',
  kind: 'Kind',
  kinds: { all: 'All kinds', highlight: 'Highlights', note: 'Notes with words', ink: 'Strokes' },
  paper: 'Paper',
  allPapers: 'All papers',
  found: (found, all) => (found === all ? `${all} marks` : `${found} of ${all} marks`),
  clear: 'Show all',
};
