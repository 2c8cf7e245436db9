import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { LitPassage, NewMark, Reader } from '../../paper/types';
import { notesWith } from '../../rules/notes';
import { BallotBox } from '../../sync/ballot';
import { outbox, present, send, whenFinished } from '../../sync/cabinet';
import { serverNow } from '../../sync/clock';
import { Receipts } from '../../sync/receipts';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Assistant } from './assistant-state';
import { openedBefore, rememberOpened } from './opened';

export type Panel = 'comments' | 'notes' | 'assistant';
export type PhonePlace = 'agenda' | 'paper' | 'speak' | 'vote' | 'assistant';
export type Sheet = 'agenda' | 'now' | null;

interface Place {
  page: number;
  pages: number;
}

/** A jump made by the program is not a touch of the reader's: following goes on for this long after it. */
const OWN_JUMP = 1500;
const PRESENT_EVERY = 250;

/** One for all rooms of this tab. */
const receipts = new Receipts(sessionStorage, () => me.peek()?.user.id ?? '');
whenFinished(() => receipts.forgetAll());

/** What one person does in one room: which paper at which page, which panel, and who leads. */
export class Room {
  readonly paper = signal<string | null>(null);
  readonly places = signal<ReadonlyMap<string, Place>>(new Map());
  readonly mode = signal<'read' | 'mark'>('read');
  readonly lit = signal<LitPassage[]>([]);
  readonly mark = signal<NewMark | null>(null);
  readonly note = signal<string | null>(null);
  readonly panel = signal<Panel>('comments');
  readonly phone = signal<PhonePlace>('agenda');
  readonly sheet = signal<Sheet>(null);
  readonly railShown = signal(true);
  readonly nowShown = signal(true);
  readonly following = signal(false);
  /** Following was broken by a touch; one tap brings it back. */
  readonly detached = signal(false);
  readonly presenting = signal(false);
  readonly receipts = receipts;
  readonly ballots: BallotBox;
  readonly assistant: Assistant;
  /** What was written and not sent, by its place: it outlives a change of tab or a turn of the tablet. */
  readonly drafts = new Map<string, string>();
  reader: Reader | null = null;
  private jumpedAt = 0;
  private presentedAt = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly stream: Stream) {
    this.ballots = new BallotBox(
      (command, key) => send(stream.id, command, key),
      serverNow,
      ({ id, sealed }, marks) => sealed && receipts.recorded(id, sealed.receipt, marks),
    );
    this.assistant = new Assistant(stream.id);
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

  /** Version of the open paper, while it may be read. */
  readonly version = computed(() => this.stream.records.row('paper', this.paper.value)?.version ?? null);

  placeIn(version: string): Place | undefined {
    return this.places.value.get(version);
  }

  open(paper: string, page?: number, lit: LitPassage[] = []): void {
    this.jumpedAt = Date.now();
    this.lit.value = lit;
    this.phone.value = 'paper';
    this.sheet.value = null;
    const version = this.stream.records.row('paper', paper)?.version;
    const same = this.paper.value === paper;
    if (version && page && !same) {
      this.remember(version, page, this.placeIn(version)?.pages ?? page);
    }
    this.paper.value = paper;
    if (version) {
      rememberOpened(this.user.peek(), version);
    }
    if (same && page) {
      this.reader?.goTo(page, lit.find(passage => passage.page === page)?.quads);
    }
  }

  /** The reader shows another page: remembered, and told to the followers when this person presents. */
  turned(version: string, page: number, pages: number): void {
    const before = this.placeIn(version)?.page;
    this.remember(version, page, pages);
    if (before !== page) {
      this.show(version, page);
    }
    const led = this.stream.presented.peek();
    const elsewhere = !led || led.version !== version || led.page !== page;
    if (this.following.value && elsewhere && Date.now() - this.jumpedAt > OWN_JUMP) {
      this.following.value = false;
      this.detached.value = true;
    }
  }

  follow(wanted: boolean): void {
    this.following.value = wanted;
    this.detached.value = false;
  }

  /** Goes where the presenter is. */
  goToPresented(): void {
    const led = this.stream.presented.peek();
    const paper = led && this.stream.records.row('version', led.version)?.paper;
    if (led && paper && (this.paper.peek() !== paper || this.placeIn(led.version)?.page !== led.page)) {
      this.open(paper, led.page);
    }
  }

  presentNow(wanted: boolean): void {
    this.presenting.value = wanted;
    const version = this.version.value;
    if (wanted && version) {
      this.show(version, this.placeIn(version)?.page ?? 1);
    } else if (!wanted) {
      clearTimeout(this.later);
      present(this.stream.id, null);
    }
  }

  dispose(): void {
    clearTimeout(this.later);
    if (this.presenting.peek()) {
      present(this.stream.id, null);
    }
  }

  /** At most four times a second; the last page wins. */
  private show(version: string, page: number): void {
    if (!this.presenting.peek()) {
      return;
    }
    clearTimeout(this.later);
    const pause = Math.max(0, this.presentedAt + PRESENT_EVERY - Date.now());
    this.later = setTimeout(() => {
      this.presentedAt = Date.now();
      present(this.stream.id, { version, page });
    }, pause);
  }

  private remember(version: string, page: number, pages: number): void {
    this.places.value = new Map(this.places.peek()).set(version, { page, pages });
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
