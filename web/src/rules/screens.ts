import type { ScreenRecord } from '../records';
import type { Entry } from './agenda';

type Screens = ReadonlyMap<string, ScreenRecord>;

/** The screen that the bare address `/screen#meeting` opens; it exists before anybody names it. */
export const MAIN = 'main';

const UNTOUCHED: ScreenRecord = {
  position: -1,
  name: '',
  shows: 'automatic',
  text: '',
  paper: null,
  page: 1,
  part: 'whole',
};

/** All screens in the order in which they were added, the main one always among them, first until it is named. */
export function screensOf(screens: Screens): Entry<ScreenRecord>[] {
  const all = screens.has(MAIN) ? screens : new Map([...screens, [MAIN, UNTOUCHED] as const]);
  return [...all].sort(([one, a], [other, b]) => a.position - b.position || (one < other ? -1 : 1));
}

/** What a screen shows; one that was removed, or that this viewer is not told about, follows the meeting. */
export function screenOf(screens: Screens, screen: string): ScreenRecord {
  return screens.get(screen) ?? UNTOUCHED;
}

/** Where the screen's own page is. */
export function screenPath(meeting: string, screen: string): string {
  return screen === MAIN ? `/screen#${meeting}` : `/screen#${meeting}/${screen}`;
}

/** A short name for a new screen that stands in its address: "2" for the second. */
export function nextScreen(screens: Screens): string {
  let number = 2;
  while (screens.has(String(number))) {
    number += 1;
  }
  return String(number);
}

/** So many lines of a list as fit, the one that matters among them and near the top. */
export function windowAround<Line>(lines: readonly Line[], here: number, most: number): readonly Line[] {
  const start = Math.max(0, Math.min(here - 1, lines.length - most));
  return lines.slice(start, start + most);
}
