import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { LitPassage, NewMark, Reader } from '../../paper/types';
import type { PlacementRecord } from '../../records';
import { notesWith } from '../../rules/notes';
import { BallotBox } from '../../sync/ballot';
import { outbox, send } from '../../sync/cabinet';
import { serverNow } from '../../sync/clock';
import { whenFinished } from '../../sync/finishing';
import { keptPlaces, type Place, rememberPlace } from '../../sync/places';
import { Receipts } from '../../sync/receipts';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Assistant } from './assistant-state';
import type { FinderPlace } from './finder';
import { Leading } from './leading';
import { openedBefore, rememberOpened } from './opened';
import { Readings } from './readings';

export type Panel = 'comments' | 'notes' | 'assistant';
export type PhonePlace = 'agenda' | 'paper' | 'speak' | 'vote' | 'assistant';
export type Sheet = 'agenda' | 'now' | null;

const NIGHT = 'icabinet.night';

/** One for all rooms of this tab. */
const receipts = new Receipts(sessionStorage, () => me.peek()?.user.id ?? '');
whenFinished(() => receipts.forgetAll());

/** What one person does in one room: which paper at which page, which panel, and who leads. */
export class Room {
  readonly paper = signal<string | null>(null);
  readonly places = signal<ReadonlyMap<string, Place>>(keptPlaces());
  readonly mode = signal<'read' | 'mark'>('read');
  readonly lit = signal<LitPassage[]>([]);
  readonly mark = signal<NewMark | null>(null);
  readonly note = signal<string | null>(null);
  /** The note whose new place its owner is about to mark. */
  readonly placing = signal<string | null>(null);
  readonly panel = signal<Panel>('comments');
  readonly phone = signal<PhonePlace>('agenda');
  readonly sheet = signal<Sheet>(null);
  /** The panel that looks into the open paper. */
  readonly finder = signal<FinderPlace | null>(null);
  /** The version whose pages the reader has laid out. */
  readonly laidOut = signal('');
  /** A second paper beside the open one, on a wide screen. */
  readonly beside = signal<string | null>(null);
  readonly choosingBeside = signal(false);
  /** Pages are dimmed; this tablet remembers it. */
  readonly night = signal(localStorage.getItem(NIGHT) === 'yes');
  readonly railShown = signal(true);
  readonly nowShown = signal(true);
  readonly leading: Leading;
  readonly readings: Readings;
  readonly receipts = receipts;
  readonly ballots: BallotBox;
  readonly assistant: Assistant;
  /** What was written and not sent, by its place: it outlives a change of tab or a turn of the tablet. */
  readonly drafts = new Map<string, string>();
  reader: Reader | null = null;
  /** Pages that were asked for before their paper is open, by version. */
  private readonly asked = new Map<string, number>();

  constructor(readonly stream: Stream) {
    this.ballots = new BallotBox(
      (command, key) => send(stream.id, command, key),
      serverNow,
      ({ id, sealed }, marks) => sealed && receipts.recorded(id, sealed.receipt, marks),
    );
    this.assistant = new Assistant(stream.id);
    this.leading = new Leading(this);
    this.readings = new Readings(stream, () => this.user.peek(), {
      waiting: () => outbox.waiting.peek(),
      add: command => outbox.add(stream.id, command),
      discard: key => outbox.discard(key),
    });
  }

  readonly user = computed(() => me.value?.user.id ?? '');

  /** All notes this person may see, with those that still wait for the network. */
  readonly notes = computed(() =>
    notesWith(
      this.stream.records.of('note').value,
      outbox.waiting.value.filter(act => act.stream === this.stream.id),
      this.user.value,
      version => this.stream.records.row('version', version)?.paper ?? '',
    ),
  );

  /** Versions that this person has opened on this tablet. */
  readonly openings = computed(() => openedBefore.value.get(this.user.value) ?? new Set<string>());

  /** The version that was opened: a newer one is offered, the page never changes under the finger. */
  private readonly chosen = signal<string | null>(null);

  /** Version of the open paper, while it may be read. */
  readonly version = computed(() => {
    const paper = this.stream.records.row('paper', this.paper.value);
    const chosen = this.chosen.value;
    const still = chosen && this.stream.records.row('version', chosen)?.paper === this.paper.value;
    return paper ? (still ? chosen : paper.version) : null;
  });

  placeIn(version: string): Place | undefined {
    return this.places.value.get(version);
  }

  /** Another version than the one being read is opened only when it is named. */
  open(paper: string, page?: number, lit: LitPassage[] = [], version?: string): void {
    this.leading.touched();
    this.phone.value = 'paper';
    this.sheet.value = null;
    this.turnTo(paper, page, lit, version);
  }

  /** Whoever is busy elsewhere on a phone stays there, and finds the page when coming back. */
  lead(paper: string, page: number): void {
    if (this.phone.peek() === 'agenda') {
      this.phone.value = 'paper';
    }
    this.turnTo(paper, page, [], this.stream.records.row('paper', paper)?.version);
  }

  private turnTo(paper: string, page: number | undefined, lit: LitPassage[], wanted?: string): void {
    this.lit.value = lit;
    const read = this.paper.value === paper ? this.version.value : null;
    const version = wanted ?? read ?? this.stream.records.row('paper', paper)?.version;
    const same = read !== null && read === version;
    const shown = page ?? (read && !same ? this.placeIn(read)?.page : undefined);
    if (version && shown && !same) {
      this.asked.set(version, shown);
    }
    this.chosen.value = version ?? null;
    this.paper.value = paper;
    if (version) {
      rememberOpened(this.user.peek(), version);
    }
    if (same && page) {
      this.reader?.goTo(page, lit.find(passage => passage.page === page)?.quads);
    }
  }

  /** The reader shows another page. */
  turned(version: string, page: number, pages: number): void {
    if (version === this.version.peek()) {
      this.laidOut.value = version;
    }
    this.remember(version, page, pages);
  }

  openVersion(): string | null {
    return this.version.peek();
  }

  page(): number {
    return this.placeIn(this.version.peek() ?? '')?.page ?? 1;
  }

  /** A page chosen just now, else where this person left the paper on whichever tablet. */
  pageToOpen(version: string): number {
    const chosen = this.asked.get(version);
    this.asked.delete(version);
    return chosen ?? this.readings.pageOf(version) ?? this.placeIn(version)?.page ?? 1;
  }

  /** Opens the new version where the note may belong, ready for marking. */
  placeByHand(note: string, paper: string, { version, page, quads, from_page }: PlacementRecord): void {
    this.placing.value = note;
    this.mode.value = 'mark';
    this.open(paper, page || from_page, page ? [{ page, quads }] : [], version);
  }

  dim(wanted: boolean): void {
    this.night.value = wanted;
    localStorage.setItem(NIGHT, wanted ? 'yes' : 'no');
  }

  /** Two papers need the room of the sides as well. */
  putBeside(paper: string | null): void {
    this.beside.value = paper;
    this.railShown.value = !paper;
    this.nowShown.value = !paper;
  }

  /** What a hand does to the paper by a button beside it. */
  byHand(move: (reader: Reader) => void): void {
    this.leading.touched();
    if (this.reader) {
      move(this.reader);
    }
  }

  dispose(): void {
    this.leading.dispose();
    this.readings.dispose();
  }

  private remember(version: string, page: number, pages: number): void {
    this.places.value = new Map(this.places.peek()).set(version, { page, pages });
    rememberPlace(version, { page, pages });
  }
}

const RoomContext = createContext<Room | null>(null);

export const RoomProvider = RoomContext.Provider;

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) {
    throw new Error('outside of a room');
  }
  return room;
}

/** Like `useState` for a text that is being written. */
export function useDraft(place: string, first = ''): [string, (text: string) => void] {
  const { drafts } = useRoom();
  const [text, setText] = useState(drafts.get(place) ?? first);
  const write = (words: string) => {
    drafts.set(place, words);
    setText(words);
  };
  return [text, write];
}
