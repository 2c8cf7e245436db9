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

/** Share of the page's picture that is not white: an empty canvas has none. */
export function inkOn(person: Person, page: number): Promise<number> {
  return person.page.evaluate(number => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.paper-page[data-page="${number}"] canvas`)!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      dark += data[at]! < 200 ? 1 : 0;
    }
    return dark / (data.length / 4);
  }, page);
}

/** A page that can be read: printed on the canvas, with its words above it for marking and for screen readers. */
export async function expectReadable(person: Person, words: string): Promise<void> {
  expect(await inkOn(person, 1)).toBeGreaterThan(0.005);
  const layer = person.page.locator('.paper-page[data-page="1"] .textLayer');
  const text = (await layer.innerText()).normalize('NFC').replace(/\s+/g, ' ');
  expect(text).toContain(words);
}
