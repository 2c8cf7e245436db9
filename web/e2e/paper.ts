import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { drawn } from '../test/paper/hand';
import type { Person } from './person';

/** The tablet's or phone's button that opens a paper from the agenda. */
export function paperButton(person: Person, title: string): Locator {
  return person.page.getByRole('button', { name: title });
}

export async function openPaper(person: Person, title: string): Promise<void> {
  await paperButton(person, title).click();
  await drawn(person.page);
}

/** By the field of the reader's toolbar. */
export async function turnTo({ page }: Person, number: number): Promise<void> {
  const field = page.getByLabel('Đến trang');
  await field.fill(String(number));
  await field.press('Enter');
}

/** The page that is said to be read. */
export function pageOf({ page }: Person): Promise<string> {
  return page.getByLabel('Đến trang').inputValue();
}

/** The reader takes the next drag as a mark. */
export async function markMode(person: Person): Promise<void> {
  await person.press('Đánh dấu');
  await person.page.locator('.paper-frame.marking').waitFor();
}

/** Share of the page's picture that is not white: an empty canvas has none. */
export function inkOn(person: Person, page: number): Promise<number> {
  return person.page.evaluate(number => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.paper-page[data-page="${number}"] canvas`);
    if (!canvas?.width) {
      return 0;
    }
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      dark += data[at]! < 200 ? 1 : 0;
    }
    return dark / (data.length / 4);
  }, page);
}

/**
 * A page that can be read: printed on the canvas, with its words above it for marking and for screen readers. The paper
 * that was open before may stand there for a moment.
 */
export async function expectReadable(person: Person, words: string): Promise<void> {
  await expect.poll(() => wordsOn(person, 1)).toContain(words);
  await expect.poll(() => inkOn(person, 1)).toBeGreaterThan(0.005);
}

/** The words that lie over a page, with single spaces. */
export async function wordsOn(person: Person, page: number): Promise<string> {
  const layer = person.page.locator(`.paper-page[data-page="${page}"] .textLayer`);
  return (await layer.innerText()).normalize('NFC').replace(/\s+/g, ' ');
}
