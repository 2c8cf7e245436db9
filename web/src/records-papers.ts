/** Papers, whom they are asked of, and people's own documents. */

export interface PaperRecord {
  item: string;
  title: string;
  position: number;
  /** `submitted`: asked of somebody, and waiting for the secretary's word. */
  state: 'draft' | 'submitted' | 'published' | 'recalled';
  version: string;
  published_at: number | null;
  must_read: boolean;
  secret: boolean;
}

/** For the secretary: the groups that a secret paper names (`user:…`, `role:…`, `unit:…`). */
export interface PaperReadersRecord {
  readers: string[];
}

/** What everybody who had a paper is told when it is taken back. */
export interface RecalledRecord {
  item: string;
  title: string;
  reason: string;
  at: number | null;
}

/** Papers beside the agenda; a paper's `item` names an item or a group. */
export interface PaperGroupRecord {
  title: string;
  position: number;
}

/** A document of one's own, or shared by its owner. */
export interface DocumentRecord {
  owner: string;
  title: string;
  name: string;
  size: number;
  at: number;
  /** `paper`: a pointer to a paper of a meeting. */
  state: 'processing' | 'ready' | 'failed' | 'paper' | 'note';
  pages: number;
  /** Letters in its scanned pages are still being recognised. */
  work: '' | 'recognise';
  message: string;
  /** Of a note. */
  text: string;
}

/** What only the owner knows of his document. */
export interface MyDocumentRecord {
  folder: string;
  shared: string[];
  meeting: string;
  paper: string;
}

export interface FolderRecord {
  title: string;
}

/** A paper that one person (`user:…`) or a unit (`unit:…`) is asked for. */
export interface PaperRequestRecord {
  item: string;
  title: string;
  addressee: string;
  deadline: number;
  asked_at: number;
  state: 'asked' | 'submitted' | 'returned' | 'approved';
  paper: string | null;
  /** What is handed in is a secret paper. */
  secret: boolean;
  /** Each submission; `reason` why it was sent back, if it was. */
  rounds: PaperRound[];
}

export type PaperRound = { at: number; by: string; late: boolean; reason: string };
