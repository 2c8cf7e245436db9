import type { ItemRecord, MeetingRecord, SpeechRecord, VoteRecord } from '../records';
import { agenda, type Entry } from './agenda';
import { callable, type Orders, paused, type Queues, speaking, unanswered } from './queue';

type Rows<Row> = ReadonlyMap<string, Row>;

export interface Floor {
  meeting: MeetingRecord;
  items: Rows<ItemRecord>;
  speeches: Rows<SpeechRecord>;
  queues: Queues;
  orders: Orders;
  votes: Rows<VoteRecord>;
}

/** The one thing that a chair does next; everything else stays within reach but smaller. */
export type NextAct =
  | { act: 'start' }
  | { act: 'resume' }
  | { act: 'close-vote'; vote: string }
  | { act: 'publish-vote'; vote: string }
  | { act: 'call'; speech: string }
  | { act: 'answer'; question: string }
  | { act: 'resume-speech'; speech: string }
  | { act: 'end-speech'; speech: string }
  | { act: 'open-vote'; vote: string }
  | { act: 'go'; item: string; place: number }
  | { act: 'end' }
  | { act: 'none' };

/** A vote that is under way comes before speakers, speakers before the next vote, and the item's end last. */
export function nextAct(floor: Floor): NextAct {
  switch (floor.meeting.state) {
    case 'prepared':
      return { act: 'start' };
    case 'paused':
      return { act: 'resume' };
    case 'ended':
      return { act: 'none' };
    case 'running':
      return voteUnderWay(floor) ?? nextSpeaker(floor) ?? nextVote(floor) ?? onward(floor);
  }
}

function voteUnderWay({ votes }: Floor): NextAct | undefined {
  const open = ordered(votes).find(([, vote]) => vote.state === 'open');
  if (open) {
    return { act: 'close-vote', vote: open[0] };
  }
  const closed = ordered(votes).find(([, vote]) => vote.state === 'closed');
  return closed && { act: 'publish-vote', vote: closed[0] };
}

/** A point of order first, then the answer to a question, then whom a point of order interrupted, then the queues. */
function nextSpeaker({ speeches, orders, queues }: Floor): NextAct | undefined {
  const next = callable(speeches, orders, queues)[0];
  const call: NextAct | undefined = next && { act: 'call', speech: next[0] };
  if (next?.[1].kind === 'order') {
    return call;
  }
  const now = speaking(speeches);
  const question = unanswered(speeches);
  if (question && (!now || now[0] === question[0]) && queues.get(question[1].queue)?.state !== 'paused') {
    return { act: 'answer', question: question[0] };
  }
  const interrupted = paused(speeches).find(([, speech]) => queues.get(speech.queue)?.state !== 'paused');
  if (interrupted && (!now || now[1].kind === 'order')) {
    return { act: 'resume-speech', speech: interrupted[0] };
  }
  return call ?? (now && { act: 'end-speech', speech: now[0] });
}

function nextVote({ votes, meeting }: Floor): NextAct | undefined {
  const prepared = preparedFirst(votes, meeting.item);
  return prepared && { act: 'open-vote', vote: prepared[0] };
}

/** Of the votes that wait for this item the one that was prepared first. */
export function preparedFirst(votes: Rows<VoteRecord>, item: string | null): Entry<VoteRecord> | undefined {
  return ordered(votes).find(([, vote]) => vote.state === 'prepared' && vote.item === item);
}

/** The first item below the pointer that has not been dealt with; the end of the meeting when there is none. */
function onward(floor: Floor): NextAct {
  const next = following(floor);
  return next ? { act: 'go', ...next } : { act: 'end' };
}

/** The item that comes next, and its place (1 is the first). */
export function following({ items, meeting }: Floor): { item: string; place: number } | undefined {
  const order = agenda(items);
  const here = order.findIndex(([id]) => id === meeting.item);
  const place = order.findIndex(([, item], index) => index > here && item.state === 'waiting');
  return place < 0 ? undefined : { item: order[place]![0], place: place + 1 };
}

/** Votes of the meeting: under way first, then prepared ones in the order of their making, then those that are over, the newest first. */
export function votesByUrgency(votes: Rows<VoteRecord>): Entry<VoteRecord>[] {
  const rank = { open: 0, closed: 1, prepared: 2, published: 3, void: 4 };
  return ordered(votes).sort(
    ([, one], [, other]) =>
      rank[one.state] - rank[other.state] || (other.published_at ?? 0) - (one.published_at ?? 0),
  );
}

function ordered(votes: Rows<VoteRecord>): Entry<VoteRecord>[] {
  return [...votes].sort(([one, a], [other, b]) => a.created_at - b.created_at || (one < other ? -1 : 1));
}
