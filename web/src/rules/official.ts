import type { VoteRecord } from '../records';
import type { Entry } from './agenda';

export type OfficialKind =
  | 'minutes'
  | 'conclusions'
  | 'attendance'
  | 'invitation'
  | 'resolution'
  | 'count'
  | 'opinion';

/** What became of a signed document: its vote was declared void, or the meeting called off. */
export type Standing = 'stands' | 'void' | 'calledOff';

/**
 * One document of the desk. `vote` is the question it is about; `final`: it can be signed.
 * `made`: the server makes it; otherwise only its signed files are left.
 */
export interface OfficialLine {
  key: string;
  kind: OfficialKind;
  vote: string;
  numbered: boolean;
  final: boolean;
  made: boolean;
  standing: Standing;
}

export interface OfficialFacts {
  concluded: boolean;
  /** The meeting has taken place; its minutes are confirmed; it was called off. */
  ended: boolean;
  locked: boolean;
  calledOff: boolean;
  votes: readonly Entry<VoteRecord>[];
  /** Votes whose question was adopted, or which elected somebody. */
  adopted: ReadonlySet<string>;
  /** The keys of the documents that have a signed file. */
  signed: ReadonlySet<string>;
}

const UNNUMBERED: readonly OfficialKind[] = ['attendance', 'opinion'];

/**
 * What the server will make, in the order of a meeting: invitation first, resolutions last. Behind it what it makes
 * no more: a signed file is kept for good, so its line stays.
 */
export function officialsOf(facts: OfficialFacts): OfficialLine[] {
  const votes = new Map(facts.votes);
  const made = madeOf(facts);
  const known = new Set(made.map(one => one.key));
  const left = [...facts.signed].filter(key => !known.has(key)).sort();
  const kept = left.map((key): OfficialLine => {
    const { kind, vote } = kindOf(key);
    return { ...line(kind, false, vote, votes.get(vote)?.question), made: false };
  });
  return [...made, ...kept].map(one =>
    facts.signed.has(one.key) ? { ...one, standing: standingOf(one.key, votes, facts.calledOff) } : one,
  );
}

/** Nobody may take a signed file for what it was when its vote is void or its meeting is not held. */
export function standingOf(
  document: string,
  votes: ReadonlyMap<string, VoteRecord>,
  calledOff: boolean,
): Standing {
  if (votes.get(kindOf(document).vote)?.state === 'void') {
    return 'void';
  }
  return calledOff ? 'calledOff' : 'stands';
}

function madeOf(facts: OfficialFacts): OfficialLine[] {
  const { concluded, ended, locked, calledOff, votes, adopted } = facts;
  const lines = [line('invitation', !calledOff), line('attendance', false)];
  for (const [id, vote] of votes) {
    if (vote.state === 'prepared') {
      lines.push(line('opinion', false, id, vote.question));
    }
  }
  lines.push(line('minutes', locked));
  if (concluded) {
    lines.push(line('conclusions', ended && !calledOff));
  }
  for (const [id, vote] of votes) {
    if (vote.state === 'closed' || vote.state === 'published') {
      lines.push(line('count', vote.state === 'published', id, vote.question));
    }
    if (vote.state === 'published' && adopted.has(id)) {
      lines.push(line('resolution', true, id, vote.question));
    }
  }
  return lines;
}

function line(kind: OfficialKind, final: boolean, vote = '', question = ''): OfficialLine {
  return {
    key: vote ? `${kind}:${vote}` : kind,
    kind,
    vote: question,
    numbered: !UNNUMBERED.includes(kind),
    final,
    made: true,
    standing: 'stands',
  };
}

/** The kind of a document, and the vote it is about, from its key. */
export function kindOf(document: string): { kind: OfficialKind; vote: string } {
  const [kind = '', vote = ''] = document.split(':');
  return { kind: kind as OfficialKind, vote };
}
