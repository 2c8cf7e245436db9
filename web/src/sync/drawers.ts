import { PERSON } from '../vault/people';
import type { Safe } from '../vault/safe';
import type { Drawer, Waiting } from './outbox';

/** Two places for what waits to be sent. */

const BEGINNING = 'act/';

/** Sealed in the tablet's safe. */
export class SealedDrawer implements Drawer {
  constructor(private readonly safe: Safe) {}

  async all(user: string): Promise<[string, Waiting][]> {
    const beginning = `${BEGINNING}${user}/`;
    const names = await this.safe.names(PERSON, beginning);
    const acts = await Promise.all(names.map(name => this.safe.getValue<Waiting>(PERSON, name)));
    return names.flatMap((name, index) => {
      const act = acts[index];
      return act ? [[name.slice(beginning.length), act] as [string, Waiting]] : [];
    });
  }

  async put(user: string, name: string, act: Waiting): Promise<void> {
    await this.safe.putValue(PERSON, `${BEGINNING}${user}/${name}`, act);
  }

  async remove(user: string, name: string): Promise<void> {
    await this.safe.remove(PERSON, `${BEGINNING}${user}/${name}`);
  }
}

/** In the browser's plain storage: on plain http, where there is no encryption. */
export class PlainDrawer implements Drawer {
  constructor(private readonly storage: Storage) {}

  async all(user: string): Promise<[string, Waiting][]> {
    const beginning = placeOf(user);
    return Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '')
      .filter(place => place.startsWith(beginning))
      .sort()
      .map(place => [place.slice(beginning.length), JSON.parse(this.storage.getItem(place)!) as Waiting]);
  }

  async put(user: string, name: string, act: Waiting): Promise<void> {
    this.storage.setItem(placeOf(user) + name, JSON.stringify(act));
  }

  async remove(user: string, name: string): Promise<void> {
    this.storage.removeItem(placeOf(user) + name);
  }
}

function placeOf(user: string): string {
  return `icabinet.outbox.${user}.`;
}
