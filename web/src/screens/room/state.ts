import { computed, signal } from '@preact/signals';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { LitPassage, NewMark, Reader } from '../../paper/types';
import type { PlacementRecord } from '../../records';
import { inkWith } from '../../rules/ink';
import { markEntries } from '../../rules/my-marks';
import { notesWith } from '../../rules/notes';
import { inkToDecide } from '../../rules/versions';
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
import { Marking } from './marking';
import { openedBefore, rememberOpened } from './opened';
import { OwnCopies } from './own-copies';
import { type RaisedDialog, raising } from './raising';
import { Readings } from './readings';

export type Panel = 'comments' | 'notes' | 'assistant';
export type PhonePlace = 'agenda' | 'paper' | 'speak' | 'vote' | 'assistant';
export type Sheet = 'agenda' | 'now' | null;

/** One version of a paper, named: it stays when a newer one is published. */
export interface OpenedVersion {
  paper: string;
  version: string;
}

const NIGHT = 'icabinet.night';

/** One for all rooms of this tab. */
const receipts = new Receipts(sessionStorage, () => me.peek()?.user.id ?? '');
whenFinished(() => receipts.forgetAll());

/** What one person does in one room: which paper at which page, which panel, and who leads. */
export class Room {
  readonly paper = signal<string | null>(null);
  readonly places = signal<ReadonlyMap<string, Place>>(keptPlaces());
  readonly mode = signal<'read' | 'mark' | 'draw'>('read');
  readonly lit = signal<LitPassage[]>([]);
  readonly mark = signal<NewMark | null>(null);
  readonly note = signal<string | null>(null);
  /** The note whose new place its owner is about to mark. */
  readonly placing = signal<string | null>(null);
  /** Notes on a new version are being gone through; stays so when the tablet is turned. */
  readonly reviewing = signal(false);
  /** Pages of strokes on a new version are being gone through: the place of the one in sight among them. */
  readonly reviewingInk = signal<number | null>(null);
  /** Dialogs that were opened from a panel, the last one on top; they outlive the panel, which goes when the tablet is turned. */
  readonly raised = signal<readonly RaisedDialog[]>([]);
  readonly panel = signal<Panel>('comments');
  readonly phone = signal<PhonePlace>('agenda');
  readonly sheet = signal<Sheet>(null);
  /** The panel that looks into the open paper. */
  readonly finder = signal<FinderPlace | null>(null);
  /** The version whose pages the reader has laid out. */
  readonly laidOut = signal('');
  /** A second paper beside the open one, on a wide screen; outlives a turn of the tablet. */
  readonly beside = signal<OpenedVersion | null>(null);
  readonly choosingBeside = signal(false);
  /** Pages are dimmed; this tablet remembers it. */
  readonly night = signal(localStorage.getItem(NIGHT) === 'yes');
  readonly railShown = signal(true);
  readonly nowShown = signal(true);
  readonly leading: Leading;
  readonly readings: Readings;
  readonly marking: Marking;
  readonly receipts = receipts;
  readonly copies = new OwnCopies();
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
    this.marking = new Marking(this);
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

  /** All strokes this person may see, with those that are about to be sent. */
  readonly ink = computed(() => {
    const { gathered } = this.marking;
    const waiting = outbox.waiting.value.filter(act => act.stream === this.stream.id);
    return inkWith(
      this.stream.records.of('stroke').value,
      gathered.value ? [...waiting, gathered.value] : waiting,
      this.user.value,
      version => this.stream.records.row('version', version)?.paper ?? '',
    );
  });

  /** Own strokes on pages that a new version has changed. */
  readonly inkWaiting = computed(() =>
    inkToDecide(this.stream.records.of('ink_place').value, this.ink.value, this.user.value),
  );

  /** All marks this person may see, page by page. */
  readonly marks = computed(() => markEntries(this.notes.value, this.ink.value));

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
  lead(paper: string, page: number, version: string): void {
    if (this.phone.peek() === 'agenda') {
      this.phone.value = 'paper';
    }
    this.turnTo(paper, page, [], version);
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
  putBeside(second: OpenedVersion | null): void {
    this.beside.value = second;
    this.railShown.value = !second;
    this.nowShown.value = !second;
  }

  /** The newer version of the second paper, on the page that was being read. */
  renewBeside(version: string): void {
    const second = this.beside.peek();
    const page = this.placeIn(second?.version ?? '')?.page;
    if (second && page) {
      this.asked.set(version, page);
    }
    this.beside.value = second && { ...second, version };
  }

  /** Each paper stays in the version in which it is being read. */
  swapBeside(): void {
    const [paper, version, second] = [this.paper.peek(), this.version.peek(), this.beside.peek()];
    if (paper && version && second) {
      this.beside.value = { paper, version };
      this.open(second.paper, undefined, [], second.version);
    }
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
    this.marking.dispose();
    this.copies.dispose();
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

/** Opens a dialog beside the layouts, so that turning the tablet does not close it; `make` is given its way to close. */
export function useRaise(): (make: (close: () => void) => ComponentChildren) => void {
  const { raised } = useRoom();
  return useMemo(() => raising(raised), [raised]);
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
