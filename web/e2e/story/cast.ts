import type { Caller } from '../caller';
import type { Person } from '../person';
import { Room } from '../room';

/** Those who act in the story: six in front of screens, nine delegates with a sign-in of their own beside them. */
export class Cast {
  room!: Room;
  secretary!: Person;
  chair!: Person;
  first!: Person;
  second!: Person;
  phone!: Person;
  wall!: Person;
  others: Caller[] = [];

  async enter(): Promise<void> {
    this.room = await Room.open(true);
    this.secretary = await this.room.seated('thuky');
    this.chair = await this.room.seated('chutri');
    this.first = await this.room.seated('daibieu1');
    this.second = await this.room.seated('daibieu2');
    this.phone = await this.room.seated('daibieu3', 'phone');
    this.wall = await this.room.wall();
    for (let number = 4; number <= 12; number += 1) {
      this.others.push(await this.room.caller(`daibieu${number}`));
    }
  }

  get tablets(): Person[] {
    return [this.first, this.second, this.phone];
  }

  get everybody(): Person[] {
    return [this.secretary, this.chair, ...this.tablets, this.wall];
  }
}

/** The one cast of the story; `story.test.ts` lets them in before the first point. */
export const cast = new Cast();

export const NAMES = {
  first: 'Hoàng Thị Minh Nguyệt',
  second: 'Phan Trọng Khôi',
  phone: 'Bùi Đức Thành',
  eleventh: 'Đặng Thị Thúy Vân',
  twelfth: 'Mai Văn Đồng',
} as const;
