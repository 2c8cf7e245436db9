import { signal } from '@preact/signals';
import type { Safe } from './safe';

/** Papers in the safe, each in a space of its own: what was fetched of it so far, in pieces of 1 MiB. */

export const PIECE = 1024 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;

export interface Volume {
  meeting: string;
  version: string;
  /** The server's ETag of the file. */
  tag: string;
  /** Bytes of the whole file. */
  size: number;
  pieces: number;
}

/** What lies here of a paper's leaves: nothing yet, the word that there are none, or those of before or after the
 * recognising of scanned letters. */
export type LeavesHere = 'no' | 'none' | 'rough' | 'fine';

/** How much of a paper lies here. */
export interface Standing {
  meeting: string;
  have: number;
  pieces: number;
  leaves: LeavesHere;
}

const BEGINNING = 'paper/';

export class Shelf {
  /** By version; redraws what shows the progress. */
  readonly standing = signal<ReadonlyMap<string, Standing>>(new Map());

  constructor(private readonly safe: Safe) {}

  /** Learns what earlier days have left. */
  async look(): Promise<void> {
    const found = new Map<string, Standing>();
    for (const space of await this.safe.spaces(BEGINNING)) {
      const volume = await this.safe.getValue<Volume>(space, 'volume');
      if (volume) {
        const { meeting, version, pieces } = volume;
        const have = (await this.safe.names(space, 'piece/')).length;
        const leaves = (await this.safe.getValue<LeavesHere>(space, 'leaves-state')) ?? 'no';
        found.set(version, { meeting, pieces, have, leaves });
      } else {
        await this.safe.wipe(space);
      }
    }
    this.standing.value = found;
  }

  /** Like `isWhole`, for screens: redraws when a paper has come. */
  holds(version: string): boolean {
    const standing = this.standing.value.get(version);
    return standing !== undefined && standing.have === standing.pieces;
  }

  isWhole(version: string): boolean {
    const standing = this.standing.peek().get(version);
    return standing !== undefined && standing.have === standing.pieces;
  }

  /** False as long as the server may have leaves that are not here. */
  hasLeaves(version: string, rough: boolean): boolean {
    const here = this.standing.peek().get(version)?.leaves ?? 'no';
    return here === 'fine' || here === 'none' || (here === 'rough' && rough);
  }

  /** `null`: the server has none. Raises Full. Nothing is written of a paper that was taken away meanwhile. */
  async putLeaves(version: string, content: Bytes | null, rough: boolean): Promise<void> {
    const standing = this.standing.peek().get(version);
    if (!standing) {
      return;
    }
    const space = spaceOf(standing.meeting, version);
    const leaves = content === null ? 'none' : rough ? 'rough' : 'fine';
    if (content) {
      await this.safe.put(space, 'leaves', content);
    }
    await this.safe.putValue(space, 'leaves-state', leaves);
    const now = this.standing.peek().get(version);
    if (now) {
      this.standing.value = new Map(this.standing.peek()).set(version, { ...now, leaves });
    }
  }

  async readLeaves(version: string): Promise<Bytes | undefined> {
    const meeting = this.standing.peek().get(version)?.meeting;
    return meeting === undefined ? undefined : this.safe.get(spaceOf(meeting, version), 'leaves');
  }

  volume(meeting: string, version: string): Promise<Volume | undefined> {
    return this.safe.getValue<Volume>(spaceOf(meeting, version), 'volume');
  }

  /** Makes place for a paper; pieces of another state of the file go. Raises Full. */
  async begin(meeting: string, version: string, tag: string, size: number): Promise<Volume> {
    await this.remove(meeting, version);
    const volume = { meeting, version, tag, size, pieces: Math.max(1, Math.ceil(size / PIECE)) };
    await this.safe.putValue(spaceOf(meeting, version), 'volume', volume);
    this.stand(volume, 0);
    return volume;
  }

  /** Raises Full. Nothing is written of a paper that was taken away meanwhile. */
  async put(volume: Volume, number: number, piece: Bytes): Promise<void> {
    const space = spaceOf(volume.meeting, volume.version);
    if (this.standing.peek().has(volume.version)) {
      await this.safe.put(space, pieceName(number), piece);
      this.stand(volume, (await this.safe.names(space, 'piece/')).length);
    }
  }

  /** Number of the first piece that is missing; `pieces` when none is. */
  async firstMissing(volume: Volume): Promise<number> {
    const names = new Set(await this.safe.names(spaceOf(volume.meeting, volume.version), 'piece/'));
    let number = 0;
    while (number < volume.pieces && names.has(pieceName(number))) {
      number += 1;
    }
    return number;
  }

  /** The whole paper; undefined unless every piece is here and opens. */
  async read(version: string): Promise<Bytes | undefined> {
    const meeting = this.standing.peek().get(version)?.meeting;
    const volume = meeting === undefined ? undefined : await this.volume(meeting, version);
    if (!volume) {
      return undefined;
    }
    const space = spaceOf(volume.meeting, version);
    const whole = new Uint8Array(volume.size);
    for (let number = 0; number < volume.pieces; number += 1) {
      const piece = await this.safe.get(space, pieceName(number));
      if (!piece || number * PIECE + piece.length > volume.size) {
        return undefined;
      }
      whole.set(piece, number * PIECE);
    }
    return whole;
  }

  async remove(meeting: string, version: string): Promise<void> {
    await this.safe.wipe(spaceOf(meeting, version));
    const left = new Map(this.standing.peek());
    left.delete(version);
    this.standing.value = left;
  }

  /** Takes away all papers of the meeting but these. */
  async keepOnly(meeting: string, versions: ReadonlySet<string>): Promise<string[]> {
    const gone = [...this.standing.peek()]
      .filter(([version, standing]) => standing.meeting === meeting && !versions.has(version))
      .map(([version]) => version);
    for (const version of gone) {
      await this.remove(meeting, version);
    }
    return gone;
  }

  forgetAll(): void {
    this.standing.value = new Map();
  }

  private stand({ meeting, version, pieces }: Volume, have: number): void {
    const leaves = this.standing.peek().get(version)?.leaves ?? 'no';
    this.standing.value = new Map(this.standing.peek()).set(version, { meeting, pieces, have, leaves });
  }
}

function spaceOf(meeting: string, version: string): string {
  return `${BEGINNING}${meeting}/${version}`;
}

function pieceName(number: number): string {
  return `piece/${String(number).padStart(6, '0')}`;
}
