import { signal } from '@preact/signals';
import type { Quad } from '../../paper/types';
import { get, request, sentence } from '../../sync/api';
import { newId } from '../../sync/ids';

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
}

export interface Answer {
  state: 'answered' | 'possible' | 'refused';
  question: string;
  mode: 'hybrid' | 'keywords';
  passages: Passage[];
  /** Titles of papers that the assistant has not read yet. */
  missing: string[];
  /** Scanned pages of papers that could be searched, such as "3-5,9". */
  unread: { title: string; pages: string }[];
}

export interface Asked {
  id: string;
  question: string;
  answer?: Answer;
  failure?: string;
}

const PATIENCE = 30_000;

/** The conversation of one person in one room; it lives as long as the room is open. */
export class Assistant {
  readonly asked = signal<readonly Asked[]>([]);
  readonly suggestions = signal<readonly string[]>([]);
  readonly busy = signal(false);

  constructor(private readonly stream: string) {}

  async suggest(): Promise<void> {
    try {
      const { questions } = await get<{ questions: string[] }>(`${this.address}/suggestions`);
      this.suggestions.value = questions;
    } catch {
      // Suggestions are a courtesy: without them the question field is still there.
    }
  }

  async ask(question: string): Promise<void> {
    const id = newId();
    this.asked.value = [{ id, question }, ...this.asked.value];
    this.busy.value = true;
    const outcome = await this.answer(question);
    this.asked.value = this.asked.value.map(asked => (asked.id === id ? { ...asked, ...outcome } : asked));
    this.busy.value = false;
  }

  clear(): void {
    this.asked.value = [];
  }

  private async answer(question: string): Promise<Pick<Asked, 'answer' | 'failure'>> {
    try {
      const answer = await request<Answer>('POST', `${this.address}/ask`, {
        body: { question },
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
