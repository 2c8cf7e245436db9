/** What the rest of the program knows of the papers and records that are kept on this tablet. */

import { get } from '../sync/api';
import { serverNow } from '../sync/clock';
import type { Me } from '../sync/session';
import { Keeper, MINE, type Seen } from './keeper';
import { asSeen, type Kept } from './mine';
import type { Dated } from './rules';
import { canKeep } from './safe';
import { PIECE } from './shelf';

/** A store that does not answer (it happens at the start of browsers) must not keep anybody out; milliseconds. */
const STORE_PATIENCE = 3000;

/** Null on plain http, where browsers give no encryption, and on walls. */
export let keeper: Keeper | null = canKeep() ? makeKeeper() : null;

function makeKeeper(): Keeper {
  return new Keeper({
    cards: async () => (await get<{ meetings: (Dated & object)[] }>('/api/meetings')).meetings,
    meeting: async id =>
      id === MINE
        ? asSeen(await get<Kept>('/api/documents'))
        : get<Seen>(`/api/streams/${encodeURIComponent(id)}`),
    address: (version, meeting) =>
      `/api/${meeting === MINE ? 'documents' : 'versions'}/${encodeURIComponent(version)}/reading`,
    now: serverNow,
  });
}

/** For big screens: nothing is kept there. */
export function keepNothing(): void {
  keeper = null;
}

/** The paper at this address, when all of it lies on this tablet. */
export async function keptPaper(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const version = versionAt(url);
  return version === null ? undefined : keeper?.shelf.read(version).catch(() => undefined);
}

/** What is fetched ahead rests while somebody waits for this. */
export async function inFront<Result>(work: () => Promise<Result>): Promise<Result> {
  const over = keeper?.queue.giveWay();
  try {
    return await work();
  } finally {
    over?.();
  }
}

/** The leaves of the paper at this address, when they lie on this tablet and are not older than wanted. */
export async function keptLeaves(url: string, rough: boolean): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const version = versionAt(url);
  return version !== null && keeper?.shelf.hasLeaves(version, rough)
    ? keeper.shelf.readLeaves(version).catch(() => undefined)
    : undefined;
}

/** A paper that was just fetched to be read need not be fetched again to be kept. */
export function keepPaper(url: string, bytes: Uint8Array<ArrayBuffer>, tag: string): void {
  const version = versionAt(url);
  const wanted = version === null ? undefined : keeper?.queue.wants(version);
  if (
    !wanted ||
    !tag ||
    !keeper ||
    keeper.shelf.isWhole(wanted.version) ||
    keeper.queue.isFetching(wanted.version)
  ) {
    return;
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(bytes.slice(from, from + PIECE)); // the bytes themselves go to the PDF worker
  }
  void put(keeper, wanted.meeting, wanted.version, tag, bytes.length, pieces);
}

async function put(
  { shelf }: Keeper,
  meeting: string,
  version: string,
  tag: string,
  size: number,
  pieces: Uint8Array<ArrayBuffer>[],
): Promise<void> {
  try {
    const volume = await shelf.begin(meeting, version, tag, size);
    for (const [number, piece] of pieces.entries()) {
      await shelf.put(volume, number, piece);
    }
  } catch {
    await shelf.remove(meeting, version).catch(() => undefined); // no room: the queue will say so
  }
}

function versionAt(url: string): string | null {
  const found = /^\/api\/(?:versions|documents)\/([^/]+)\/reading$/.exec(url);
  return found ? decodeURIComponent(found[1]!) : null;
}

/** This person has signed in: what another one left on this tablet goes first. */
export async function admit(me: Me): Promise<void> {
  await quietly(async ({ people, safe }) => {
    const before = await people.holder();
    if (before && before.me.user.id !== me.user.id) {
      await wipeAll();
    }
    safe.open();
    await people.hold({ me, heard: serverNow(), offset: serverNow() - Date.now(), locked: false });
  });
}

/** Who may read on this tablet while the server is away. */
export async function whoMayRead(): Promise<Me | null> {
  const holder = await keeper?.people.holder().catch(() => undefined);
  if (!holder || holder.locked) {
    return null;
  }
  const now = Date.now() + holder.offset;
  if (now > holder.heard + holder.me.offline_days * 24 * 3_600_000) {
    await wipeAll();
    return null;
  }
  return holder.me;
}

/**
 * The server ended the sign-in. Before its time that is on purpose (a new password, a locked account, a lost tablet):
 * everything goes. When it only ran out, everything stays, locked until the same person signs in again.
 */
export async function endedByServer(): Promise<void> {
  await quietly(async ({ people, safe }) => {
    const holder = await people.holder();
    const ranOut = holder !== undefined && Date.now() + holder.offset >= holder.me.until - 60_000;
    if (!ranOut) {
      await wipeAll();
      return;
    }
    safe.open();
    await people.lock();
    safe.close();
  });
}

export async function wipeAll(): Promise<void> {
  await quietly(one => one.wipeAll());
}

export async function keptCards<Card>(): Promise<{ cards: Card[]; at: number } | undefined> {
  return keeper?.people.cards<Card>().catch(() => undefined);
}

/** The list of one's own documents, which has just come; files of those that are gone leave the tablet. */
export async function sawMine(kept: Kept): Promise<void> {
  await keeper?.saw(MINE, asSeen(kept));
}

/** The list as it was last, and when. */
export async function keptMine(): Promise<{ kept: Kept; at: number } | undefined> {
  const found = await keeper?.meetings.kept(MINE, serverNow()).catch(() => undefined);
  const kept = found?.records.list?.[MINE] as Kept | undefined;
  return found && kept ? { kept, at: found.at } : undefined;
}

async function quietly(work: (keeper: Keeper) => Promise<unknown>): Promise<void> {
  try {
    if (keeper) {
      await Promise.race([work(keeper), new Promise(go => setTimeout(go, STORE_PATIENCE))]);
    }
  } catch (problem) {
    console.info('nothing can be kept on this device:', problem);
  }
}
