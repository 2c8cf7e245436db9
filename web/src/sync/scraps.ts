import { keeper } from '../vault';
import { PERSON } from '../vault/people';
import type { Safe } from '../vault/safe';
import { whenFinished } from './finishing';
import { me } from './session';

/** What a person was writing and has not sent, so that a crash takes none of it. Gone with the sign-in. */
export class Scraps {
  /** `safe`: sealed in the tablet's own; `storage`: on plain http, where there is no encryption. */
  constructor(
    private readonly safe: Safe | undefined,
    private readonly storage: Storage,
    private readonly user: () => string,
  ) {}

  async put(name: string, value: unknown): Promise<void> {
    const place = this.place(name);
    if (!this.safe) {
      this.storage.setItem(place, JSON.stringify(value));
    } else {
      await this.safe.putValue(PERSON, place, value);
    }
  }

  async get<Value>(name: string): Promise<Value | undefined> {
    const place = this.place(name);
    if (this.safe) {
      return this.safe.getValue<Value>(PERSON, place);
    }
    const said = this.storage.getItem(place);
    return said === null ? undefined : (JSON.parse(said) as Value);
  }

  async remove(name: string): Promise<void> {
    await this.safe?.remove(PERSON, this.place(name));
    this.storage.removeItem(this.place(name));
  }

  /** Of everybody who wrote on this device; the safe is wiped as a whole. */
  forget(): void {
    const places = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '');
    for (const place of places.filter(one => one.startsWith(BEGINNING))) {
      this.storage.removeItem(place);
    }
  }

  private place(name: string): string {
    return `${BEGINNING}${this.user()}/${name}`;
  }
}

const BEGINNING = 'icabinet.scrap/';

export const scraps = new Scraps(keeper?.safe, globalThis.localStorage, () => me.peek()?.user.id ?? '');

whenFinished(() => scraps.forget());
