/** Which documents papers name, asked of the server: it knows the papers this person may see. */

import type { Quad } from '../paper/types';
import { get } from './api';

export interface Target {
  paper: string;
  version: string;
  title: string;
  page: number;
  quads: Quad[];
}

export interface Mention {
  page: number;
  quads: Quad[];
  /** "điểm d khoản 1 Mục II", or nothing. */
  part: string;
  to: Target | null;
}

export interface CitedDocument {
  label: string;
  /** Its own date as YYYY-MM-DD, or nothing. */
  date: string;
  mentions: Mention[];
}

export interface MissingDocument {
  label: string;
  date: string;
  cited_by: { paper: string; version: string; title: string; page: number; quads: Quad[] }[];
}

const within = (stream: string) => `/api/streams/${encodeURIComponent(stream)}`;

export const citedIn = (stream: string, paper: string) =>
  get<{ version: string; cited: CitedDocument[] }>(
    `${within(stream)}/papers/${encodeURIComponent(paper)}/citations`,
  );

export const missingIn = async (stream: string) =>
  (await get<{ missing: MissingDocument[] }>(`${within(stream)}/missing-papers`)).missing;
