import { signal } from '@preact/signals';
import type { InkColour, NewStroke, RubbedStroke } from '../../paper/types';
import type { StrokeRecord } from '../../records';
import {
  did,
  doneAgain,
  drew,
  erased,
  type History,
  NOTHING,
  noteNeeded,
  rubbed,
  type Step,
  takenBack,
} from '../../rules/history';
import { NO_FILTER } from '../../rules/my-marks';
import { outbox } from '../../sync/cabinet';
import { serverNow } from '../../sync/clock';
import { whenFinished } from '../../sync/finishing';
import type { Patient, Waiting } from '../../sync/outbox';
import type { DrawStrokes, StrokeLine } from '../../wire';
import type { Room } from './state';

/** Whoever writes quickly sends several strokes at once; another device of the same person has them within a second. */
const GATHER_MS = 250;
const MOST_AT_ONCE = 50;
const FINGERS = 'icabinet.fingers-draw';

export const WIDTHS = { thin: 10, medium: 18, bold: 36 } as const;

whenFinished(() => localStorage.removeItem(FINGERS));

type Gathered = Waiting & { command: { type: 'ink.draw' } };

/** What the hand does to the papers of one meeting: its tool, the strokes that are about to be sent, and the way back. */
export class Marking {
  readonly tool = signal<'draw' | 'erase' | 'rub'>('draw');
  readonly colour = signal<InkColour>('blue');
  readonly width = signal<number>(WIDTHS.medium);
  /** Off from the first touch of a pen on, until a person wants it otherwise; this tablet remembers it. */
  readonly fingers = signal(localStorage.getItem(FINGERS) !== 'no');
  readonly history = signal<History>(NOTHING);
  /** How the list of marks is sifted. */
  readonly filter = signal(NO_FILTER);
  /** Drawn, and sent in a moment. */
  readonly gathered = signal<Gathered | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private penSeen = false;
  private readonly hidden = () => this.send();

  constructor(private readonly room: Room) {
    addEventListener('pagehide', this.hidden);
    document.addEventListener('visibilitychange', this.hidden);
  }

  dispose(): void {
    removeEventListener('pagehide', this.hidden);
    document.removeEventListener('visibilitychange', this.hidden);
    this.send();
  }

  letFingersDraw(wanted: boolean): void {
    this.fingers.value = wanted;
    localStorage.setItem(FINGERS, wanted ? 'yes' : 'no');
  }

  /** The first touch of a pen in this room; whoever lets fingers draw after it has said so. */
  pen(): void {
    if (!this.penSeen) {
      this.penSeen = true;
      this.letFingersDraw(false);
    }
  }

  drawn(version: string, stroke: NewStroke): void {
    const line = lineAs(stroke);
    if (this.gathered.peek()?.command.version !== version) {
      this.send();
    }
    const before = this.gathered.peek()?.command.strokes ?? [];
    const command: DrawStrokes = { type: 'ink.draw', version, strokes: [...before, line] };
    this.gathered.value = { key: 'gathered', stream: this.room.stream.id, command, since: serverNow() };
    this.remember(drew(version, this.paperOf(version), [line]));
    if (command.strokes.length === MOST_AT_ONCE) {
      this.send();
    } else {
      this.timer ??= setTimeout(() => this.send(), GATHER_MS);
    }
  }

  erased(version: string, ids: string[]): void {
    const ink = this.recorded();
    const found = ids.flatMap(id => {
      const row = ink.get(id);
      return row ? [[id, row] as const] : [];
    });
    this.do(erased(this.paperOf(version), found));
  }

  rubbed(version: string, strokes: RubbedStroke[]): void {
    const parts = strokes.map(({ stroke, left }) => [lineAs(stroke), left.map(lineAs)] as const);
    const ink = this.recorded();
    this.do(rubbed(version, this.paperOf(version), parts, stroke => ink.get(stroke)));
  }

  private recorded(): Map<string, StrokeRecord> {
    return new Map(this.room.ink.peek().map(({ id, row }) => [id, row]));
  }

  /** Does something that can be taken back. */
  do(step: Step): void {
    this.remember(step);
    this.carryOut(step.redo);
  }

  undo(): void {
    const [step, left] = takenBack(this.history.peek());
    this.history.value = left;
    this.carryOut(step?.undo ?? []);
  }

  redo(): void {
    const [step, left] = doneAgain(this.history.peek());
    this.history.value = left;
    this.carryOut(step?.redo ?? []);
  }

  private remember(step: Step): void {
    this.history.value = did(this.history.peek(), step);
  }

  /** Nothing is done to a note that is gone meanwhile. */
  private carryOut(commands: readonly Patient[]): void {
    this.send();
    const notes = new Set(this.room.notes.peek().map(({ id }) => id));
    for (const command of commands) {
      const needed = noteNeeded(command);
      if (!needed || notes.has(needed) || commands.some(one => one.type === 'note.add')) {
        void outbox.add(this.room.stream.id, command);
      }
    }
  }

  private send(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = this.gathered.peek();
    if (gathered) {
      void outbox.add(gathered.stream, gathered.command);
      this.gathered.value = null;
    }
  }

  private paperOf(version: string): string {
    return this.room.stream.records.row('version', version)?.paper ?? '';
  }
}

function lineAs({ id, page, points, colour, width }: NewStroke): StrokeLine {
  return { stroke: id, page, points, colour, width };
}
