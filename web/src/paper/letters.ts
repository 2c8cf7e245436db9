import type { Size } from './layout';
import type { PlacedWord } from './leaves';

/** Letters are measured at this size, in a font that every browser has; pixels. */
const MEASURED_AT = 20;

let ruler: CanvasRenderingContext2D | null = null;

/** How wide a word is at MEASURED_AT. */
function widthOf(word: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) {
    return 0;
  }
  ruler.font = `${MEASURED_AT}px sans-serif`;
  return ruler.measureText(word).width;
}

/**
 * Writes words into a text layer where they stand on the page, as pdf.js does with those of a PDF: one element a word,
 * a space between two of a line, a line break where the text has one.
 */
export function writeWords(layer: HTMLElement, text: string, words: PlacedWord[], page: Size): void {
  let before = 0;
  for (const word of words) {
    const between = text.slice(before, word.start);
    if (between.includes('\n')) {
      layer.append(document.createElement('br'));
    } else if (between) {
      layer.append(between);
    }
    layer.append(placed(text.slice(word.start, word.end), word, page));
    before = word.end;
  }
}

function placed(letters: string, { left, top, right, bottom }: PlacedWord, page: Size): HTMLElement {
  const span = document.createElement('span');
  const height = (bottom - top) / 10;
  const natural = (widthOf(letters) * height) / MEASURED_AT;
  span.textContent = letters;
  span.style.fontFamily = 'sans-serif';
  span.style.left = `${((left * 10) / page.width).toFixed(2)}%`;
  span.style.top = `${((top * 10) / page.height).toFixed(2)}%`;
  span.style.setProperty('--font-height', `${height.toFixed(2)}px`);
  if (natural > 0) {
    span.style.setProperty('--scale-x', ((right - left) / 10 / natural).toFixed(4));
  }
  return span;
}
