import { signal } from '@preact/signals';
import type { Quad } from '../../paper/types';
import { get, post, request, sentence } from '../../sync/api';
import { say } from '../../sync/cabinet';
import type { Target } from '../../sync/cited';
import { newId } from '../../sync/ids';
import { type WordedSentence, type WordingEnd, word } from '../../sync/wording';

export interface Passage {
  paper: string;
  version: string;
  title: string;
  page: number;
  quote: string;
  before: string;
  after: string;
  emphasis: [start: number, end: number][];
  boxes: { page: number; quads: Quad[] }[];
  score: number;
  /** In a comparison: when the paper says it was so, and the sentence that says what it counted; or empty. */
  date: string;
  scope: string;
  /** Heading of the column in which the emphasised cell of a table stands. */
  column: string;
  /** In a list: what leads to it, an item, or the rest of an item that goes on over a page's end. */
  part: '' | 'lead' | 'item' | 'rest';
  /** Papers of the packet that the quotation names. */
  links: { start: number; end: number; label: string; to: Target }[];
}

export interface Answer {
  state: 'answered' | 'possible' | 'refused';
  question: string;
  mode: 'hybrid' | 'keywords';
  /** One quotation a paper, to be set side by side. */
  comparison: boolean;
  passages: Passage[];
  /** Titles, when the question named the documents to look in. */
  within: string[];
  /** Titles of papers that the assistant has not read yet. */
  missing: string[];
  /** Scanned pages of papers that could be searched, such as "3-5,9". */
  unread: { title: string; pages: string }[];
  /** Under this name the answer can be put into words; empty where it cannot. */
  wording: string;
}

/** `how` is empty while sentences may still come. */
export interface Worded {
  sentences: readonly WordedSentence[];
  how: '' | WordingEnd;
  dropped: number;
}

export interface Asked {
  id: string;
  question: string;
  answer?: Answer;
  failure?: string;
  worded?: Worded;
}

/** What can be wrong with an answer: its quotations, that it says nothing, or that it says anything. */
export type Wrong = 'quotes' | 'hidden' | 'absent';

const PATIENCE = 30_000;

/** The conversation of one person in one room; it lives as long as the room is open, and the questions longer. */
export class Assistant {
  readonly asked = signal<readonly Asked[]>([]);
  readonly suggestions = signal<readonly string[]>([]);
  readonly busy = signal(false);
  /** Questions of earlier visits, the latest first. */
  readonly history = signal<readonly { id: string; question: string }[]>([]);
  /** The passage that the next question is about. */
  readonly about = signal('');

  constructor(private readonly stream: string) {}

  async suggest(): Promise<void> {
    try {
      const { questions } = await get<{ questions: string[] }>(`${this.address}/suggestions`);
      this.suggestions.value = questions;
    } catch {
      // Suggestions are a courtesy: without them the question field is still there.
    }
  }

  async remember(): Promise<void> {
    try {
      const { asked } = await get<{ asked: { id: string; question: string }[] }>(`${this.address}/asked`);
      const shown = new Set(this.asked.peek().map(({ question }) => question));
      const fresh = asked.filter(({ question }) => !shown.has(question) && shown.add(question));
      this.history.value = fresh;
    } catch {
      // The history is a courtesy as well.
    }
  }

  /** True when the server has wiped them. */
  async forget(): Promise<boolean> {
    const wiped = await done(request('DELETE', `${this.address}/asked`));
    if (wiped) {
      this.history.value = [];
      this.clear();
    }
    return wiped;
  }

  report({ id, question }: Asked, wrong: Wrong, expected: string): Promise<boolean> {
    return done(post(`${this.address}/reports`, { report: id, question, wrong, expected }));
  }

  async ask(question: string): Promise<void> {
    const id = newId();
    const about = this.about.peek();
    this.about.value = '';
    this.asked.value = [{ id, question }, ...this.asked.value];
    this.busy.value = true;
    const outcome = await this.answer({ question, id, about });
    this.asked.value = this.asked.value.map(asked => (asked.id === id ? { ...asked, ...outcome } : asked));
    this.busy.value = false;
  }

  /** Sentences appear as the server lets them through; what has appeared stays, however it ends. */
  async word(id: string): Promise<void> {
    const wording = this.asked.peek().find(one => one.id === id)?.answer?.wording ?? '';
    let worded: Worded = { sentences: [], how: '', dropped: 0 };
    const now = (changed: Partial<Worded>) => {
      worded = { ...worded, ...changed };
      this.asked.value = this.asked.peek().map(one => (one.id === id ? { ...one, worded } : one));
    };
    now({});
    try {
      await word(this.stream, wording, line =>
        now('how' in line ? line : { sentences: [...worded.sentences, line] }),
      );
    } catch (error) {
      say(sentence(error), 'stop');
      now({ how: 'broken' });
    }
  }

  clear(): void {
    this.asked.value = [];
  }

  private async answer(body: {
    question: string;
    id: string;
    about: string;
  }): Promise<Pick<Asked, 'answer' | 'failure'>> {
    try {
      const answer = await request<Answer>('POST', `${this.address}/ask`, {
        body,
        patience: PATIENCE,
      });
      return { answer };
    } catch (error) {
      return { failure: sentence(error) };
    }
  }

  private get address(): string {
    return `/api/streams/${encodeURIComponent(this.stream)}`;
  }
}

/** True when it was carried out; else the reason is said. */
async function done(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    say(sentence(error), 'stop');
    return false;
  }
}
