import { keeper } from '../vault';
import { whenFinished } from './finishing';

/** Where each paper was left, kept sealed on this tablet until its person signs out. */

export interface Place {
  page: number;
  pages: number;
}

const EVERY = 1500;

let places = new Map<string, Place>();
let timer: ReturnType<typeof setTimeout> | undefined;

export async function loadPlaces(): Promise<void> {
  const none: Record<string, Place> = {};
  const kept = (await keeper?.people.places<Place>().catch(() => none)) ?? none;
  places = new Map([...Object.entries(kept), ...places]);
}

export function keptPlaces(): ReadonlyMap<string, Place> {
  return places;
}

export function rememberPlace(version: string, place: Place): void {
  places.set(version, place);
  timer ??= setTimeout(write, EVERY);
}

function write(): void {
  timer = undefined;
  void keeper?.people.keepPlaces(Object.fromEntries(places)).catch(() => undefined);
}

whenFinished(() => {
  clearTimeout(timer);
  timer = undefined;
  places = new Map();
});
