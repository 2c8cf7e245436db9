import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal, sentence } from '../../sync/api';
import { send } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import type { Block } from './draft';
import { remember } from './undo';

/** Rest after the last key before what was typed is sent; with the way to the server still within a second. */
const REST = 600;

export type Saving =
  | { state: 'still' | 'changed' | 'saving' | 'saved' }
  | { state: 'failed'; why: string }
  | { state: 'stale'; theirs: string };

export interface Autosave {
  text: string;
  saving: Saving;
  write: (text: string) => void;
  /** Sends what is not sent yet; true when everything that stands here is recorded. */
  flush: () => Promise<boolean>;
  /** Puts back what stood there before. */
  giveUp: () => Promise<void>;
  /** After somebody else's change: over theirs, or theirs instead. */
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Saves a paragraph while it is written. The server is told which wording was seen, so that none is lost unseen. */
export function useAutosave(stream: Stream, block: Block): Autosave {
  const [text, setText] = useState(block.text);
  const [saving, setSaving] = useState<Saving>({ state: 'still' });
  const worker = useRef<Saver | null>(null);
  worker.current ??= new Saver(stream, block, setSaving);
  const work = worker.current;
  useEffect(() => () => work.leave(), []);
  return {
    text,
    saving,
    write: value => {
      setText(value);
      work.write(value);
    },
    flush: () => work.save(),
    giveUp: () => work.giveUp(),
    keepMine: () => work.keepMine(),
    takeTheirs: () => setText(work.takeTheirs()),
  };
}

class Saver {
  private wanted: string;
  private saved: string;
  /** What the next edit says it has seen; null: the generated wording. */
  private base: string | null;
  private readonly before: string | null;
  private key = newId();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  constructor(
    private readonly stream: Stream,
    private readonly block: Block,
    private readonly tell: (saving: Saving) => void,
  ) {
    this.wanted = this.saved = block.text;
    this.before = this.base = block.edited || block.own ? block.text : null;
  }

  write(text: string): void {
    if (text !== this.wanted) {
      this.key = newId();
    }
    this.wanted = text;
    this.tell({ state: 'changed' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), REST);
  }

  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) {
      await this.running;
    }
    if (this.wanted === this.saved) {
      return true;
    }
    this.running = this.send(this.wanted);
    const done = await this.running;
    this.running = null;
    return done;
  }

  private async send(text: string): Promise<boolean> {
    this.tell({ state: 'saving' });
    try {
      await send(this.stream.id, this.edit(text, this.base), this.key);
    } catch (error) {
      return this.failed(error, text);
    }
    this.base = this.saved = text;
    this.key = newId();
    this.tell({ state: this.wanted === text ? 'saved' : 'changed' });
    return true;
  }

  private failed(error: unknown, text: string): boolean {
    const stale = error instanceof Refusal && error.code === 'minutes.stale';
    const theirs = this.standing() ?? this.block.generated;
    if (stale && theirs === text) {
      this.base = this.saved = text;
      this.tell({ state: 'saved' });
      return true;
    }
    this.tell(stale ? { state: 'stale', theirs } : { state: 'failed', why: sentence(error) });
    return false;
  }

  /** The wording that stands in the minutes now; null: the generated one. */
  private standing(): string | null {
    const { records } = this.stream;
    const { id, own } = this.block;
    const row = own ? records.row('minutes_paragraph', ownId(id)) : records.row('minutes_edit', id);
    return row?.text ?? null;
  }

  private edit(text: string, base: string | null) {
    return { type: 'minutes.edit', block: this.block.id, text, base } as const;
  }

  keepMine(): void {
    this.base = this.standing();
    this.key = newId();
    void this.save();
  }

  takeTheirs(): string {
    this.base = this.standing();
    this.wanted = this.saved = this.base ?? this.block.generated;
    this.tell({ state: 'still' });
    return this.wanted;
  }

  async giveUp(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    const recorded = this.base !== this.before;
    this.wanted = this.saved;
    if (recorded) {
      await send(
        this.stream.id,
        this.before === null
          ? { type: 'minutes.restore', block: this.block.id }
          : this.edit(this.before, this.base),
      );
      this.base = this.before;
      this.wanted = this.saved = this.before ?? this.block.generated;
    }
  }

  /** The field closes: nothing typed is lost, and it can be taken back. */
  async leave(): Promise<void> {
    await this.save();
    if (this.base !== this.before && this.base !== null) {
      remember(this.stream.id, {
        is: 'words',
        block: this.block.id,
        before: this.before,
        after: this.base,
      });
    }
  }
}

export function ownId(block: string): string {
  return block.replace(/^own:/, '');
}
