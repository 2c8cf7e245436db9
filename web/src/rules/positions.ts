import type { ItemRecord, MemberRecord, PositionRecord, VoteRecord } from '../records';
import { agenda } from './agenda';
import { votes as mayVote } from './quorum';

type Rows<Row> = ReadonlyMap<string, Row>;
export type Stance = PositionRecord['stance'];

export interface Standing {
  agree: number;
  remark: number;
  speak: number;
  /** Those with a vote who have said nothing yet. */
  silent: number;
}

export interface Positions {
  items: Rows<ItemRecord>;
  members: Rows<MemberRecord>;
  positions: Rows<PositionRecord>;
  votes: Rows<VoteRecord>;
}

/** How the members stand on one item. */
export function standingOn(item: string, { members, positions }: Positions): Standing {
  const standing = { agree: 0, remark: 0, speak: 0, silent: 0 };
  const heard = new Set<string>();
  for (const position of positions.values()) {
    if (position.item === item) {
      standing[position.stance] += 1;
      heard.add(position.user);
    }
  }
  for (const [user, member] of members) {
    standing.silent += mayVote(member) && !heard.has(user) ? 1 : 0;
  }
  return standing;
}

/** Everybody with a vote has said "agree", and nobody anything else. */
export function isUndisputed(standing: Standing): boolean {
  return standing.agree > 0 && standing.silent + standing.remark + standing.speak === 0;
}

/** Items still to come that all agree on and on which no vote stands, in the order of the agenda. */
export function undisputed(all: Positions): string[] {
  const decided = new Set(
    [...all.votes.values()].filter(({ state }) => state !== 'void').flatMap(({ items }) => items),
  );
  return agenda(all.items)
    .filter(([id, item]) => item.state === 'waiting' && !decided.has(id))
    .map(([id]) => id)
    .filter(id => isUndisputed(standingOn(id, all)));
}

/** "… 1, 3 và 4": the question of a common vote, in the words in which the server shortens it (domain/positions.py). */
export function commonQuestion(numbers: readonly number[]): string {
  const first = numbers.slice(0, -1).join(', ');
  const listed = first ? `${first} và ${numbers.at(-1)}` : String(numbers.at(-1));
  return `Thông qua một lần nội dung ${listed} trong chương trình (không có ý kiến khác)`;
}
