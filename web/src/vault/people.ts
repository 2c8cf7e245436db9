import type { Me } from '../sync/session';
import type { Safe } from './safe';

/** Whose tablet this is: who may read offline, what this person left unsent, and where the reading stopped. */

export const PERSON = 'person';

export interface Holder {
  me: Me;
  /** When the server was heard last, in its own time. */
  heard: number;
  /** To add to this tablet's clock to get the server's. */
  offset: number;
  /** The sign-in ran out: nothing is shown before this person has signed in again. */
  locked: boolean;
}

export class People {
  constructor(private readonly safe: Safe) {}

  holder(): Promise<Holder | undefined> {
    return this.safe.getValue<Holder>(PERSON, 'holder');
  }

  async hold(holder: Holder): Promise<void> {
    await this.safe.putValue(PERSON, 'holder', holder);
  }

  async lock(): Promise<void> {
    const holder = await this.holder();
    if (holder) {
      await this.hold({ ...holder, locked: true });
    }
  }

  /** The list of meetings as it was last. */
  async keepCards(cards: unknown, at: number): Promise<void> {
    await this.safe.putValue(PERSON, 'cards', { cards, at });
  }

  cards<Card>(): Promise<{ cards: Card[]; at: number } | undefined> {
    return this.safe.getValue(PERSON, 'cards');
  }

  async keepPlaces(places: object): Promise<void> {
    await this.safe.putValue(PERSON, 'places', places);
  }

  async places<Place>(): Promise<Record<string, Place>> {
    return (await this.safe.getValue<Record<string, Place>>(PERSON, 'places')) ?? {};
  }
}
