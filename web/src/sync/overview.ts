/** What the assistant lays out from the papers that this person may see. */

import type { Quad } from '../paper/types';
import { get } from './api';

/** A sentence of a paper, word for word, and where it stands. */
export interface Quoted {
  paper: string;
  version: string;
  title: string;
  page: number;
  quads: Quad[];
  quote: string;
}

/** One of several figures of an indicator; `at` in the quotation. */
export interface FigureValue {
  said: Quoted;
  at: [start: number, end: number];
  /** As the sentence or its heading says it, or nothing. */
  date: string;
  /** What the paper says about when and for whom it counted. */
  scope: Quoted | null;
}

export interface PaperBrief {
  paper: string;
  title: string;
  sentences: Quoted[];
}

export type SummaryLength = '3' | '5' | '10';

const within = (stream: string) => `/api/streams/${encodeURIComponent(stream)}`;

export const summaryOf = async (stream: string, paper: string, length: SummaryLength) =>
  (
    await get<{ sentences: Quoted[] }>(
      `${within(stream)}/papers/${encodeURIComponent(paper)}/summary?sentences=${length}`,
    )
  ).sentences;

export const briefOf = async (stream: string) =>
  (await get<{ papers: PaperBrief[] }>(`${within(stream)}/brief`)).papers;

/** The values of every indicator, and its name in the papers' own words, or nothing. */
export const figuresOf = (stream: string) =>
  get<{ groups: FigureValue[][]; names: string[] }>(`${within(stream)}/differing-figures`);
