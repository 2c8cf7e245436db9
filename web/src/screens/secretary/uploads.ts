import { effect, signal } from '@preact/signals';
import { t } from '../../i18n';
import { readersThatFit, titleOf, uploadFault } from '../../rules/uploads';
import { csrfToken, NetworkLost, Refusal, refusal, sentence } from '../../sync/api';
import { send } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import { sessionState } from '../../sync/session';

/** `queued` → `sending` → `arrived` (until the paper's own line appears), or `failed` with the reason. */
export type UploadState = 'queued' | 'sending' | 'arrived' | 'failed';

export interface Upload {
  /** Also the paper's id, so that sending again makes one paper. */
  paper: string;
  version: string;
  stream: string;
  /** The agenda item or group that the paper goes to; the request that it answers. */
  item: string;
  request: string;
  /** True for a document of one's own; `item` is then its folder, `paper` its id. */
  own: boolean;
  title: string;
  /** Whom a secret paper names; none: it is not secret. */
  readers: readonly string[];
  file: File;
  state: UploadState;
  sent: number;
  why: string;
  /** Sending the same file again may help: the network failed, not the file. */
  again: boolean;
  /** The next version of a paper that is there already. */
  next: boolean;
}

/** Uploads outlive the section in which they were begun. */
export const uploads = signal<readonly Upload[]>([]);

effect(() => {
  if (sessionState.value === 'signed-out') {
    uploads.value = [];
  }
});

/**
 * Most browsers ask in their own words before a page is closed from which files are still on their way; Safari on an
 * iPad never does. Chromium before 119 asks only when `returnValue` is set as well.
 */
const askFirst = (event: BeforeUnloadEvent) => {
  event.preventDefault();
  event.returnValue = true;
};

effect(() => {
  if (uploads.value.some(({ state }) => state === 'queued' || state === 'sending')) {
    globalThis.addEventListener?.('beforeunload', askFirst);
  } else {
    globalThis.removeEventListener?.('beforeunload', askFirst);
  }
});

/** Puts the files into the line; they are sent one after the other, so that a slow network carries one at a time. */
export function addUploads(
  stream: string,
  item: string,
  files: Iterable<File>,
  readers: readonly string[] = [],
): void {
  queue([...files].map(file => asUpload(stream, file, { item, readers })));
}

export interface PlacedFile {
  file: File;
  item: string;
  title: string;
}

/** Many files at once, each to its own place and under its own title. */
export function addPlaced(
  stream: string,
  files: readonly PlacedFile[],
  readers: readonly string[] = [],
): void {
  queue(files.map(({ file, item, title }) => asUpload(stream, file, { item, title, readers })));
}

/** What somebody was asked for. */
export function submitFor(stream: string, request: string, file: File): void {
  uploads.value = uploads.value.filter(upload => upload.request !== request);
  queue([asUpload(stream, file, { request })]);
}

/** The next version of a paper; an attempt that failed makes room for it. */
export function addVersion(stream: string, paper: string, item: string, file: File): void {
  discard(paper);
  queue([asUpload(stream, file, { paper, item, next: true })]);
}

/** Into one's own documents. */
export function addOwn(folder: string, files: Iterable<File>): void {
  queue([...files].map(file => asUpload('', file, { item: folder, own: true })));
}

function queue(added: Upload[]): void {
  uploads.value = [...uploads.value, ...added];
  void sendQueued();
}

export function again(paper: string): void {
  change(paper, { state: 'queued', why: '', sent: 0 });
  void sendQueued();
}

export function discard(paper: string): void {
  uploads.value = uploads.value.filter(upload => upload.paper !== paper);
}

function asUpload(stream: string, file: File, part: Partial<Upload>): Upload {
  const fault = uploadFault(file.name, file.size);
  const start = fault
    ? { state: 'failed' as const, why: t().papers.faults[fault] }
    : { state: 'queued' as const, why: '' };
  const plain = { item: '', request: '', own: false, readers: [], sent: 0, again: false, next: false };
  const title = titleOf(file.name);
  return { paper: newId(), version: newId(), stream, file, title, ...plain, ...start, ...part };
}

let sending = false;

async function sendQueued(): Promise<void> {
  if (sending) {
    return;
  }
  sending = true;
  for (let next = queued(); next; next = queued()) {
    await sendOne(next);
  }
  sending = false;
}

const queued = () => uploads.peek().find(upload => upload.state === 'queued');

async function sendOne(upload: Upload): Promise<void> {
  change(upload.paper, { state: 'sending' });
  try {
    await transfer(upload, sent => change(upload.paper, { sent }));
    await nameTheRest(upload);
    if (upload.next) {
      discard(upload.paper); // from here on the version's own line tells
    } else {
      change(upload.paper, { state: 'arrived' });
    }
  } catch (error) {
    change(upload.paper, { state: 'failed', why: sentence(error), again: mayPass(error) });
  }
}

/** More people than the address held are named once the paper is there. */
async function nameTheRest({ stream, paper, version, readers }: Upload): Promise<void> {
  if (readersThatFit(readers).length < readers.length) {
    await send(stream, { type: 'paper.readers', paper, readers: [...readers] }, `${version}-readers`);
  }
}

/** A refused file stays refused; a lost network or a busy server passes. */
function mayPass(error: unknown): boolean {
  return (
    !(error instanceof Refusal) ||
    error.status >= 500 ||
    error.status === 429 ||
    error.code === 'upload.broken'
  );
}

function change(paper: string, part: Partial<Upload>): void {
  uploads.value = uploads.value.map(upload => (upload.paper === paper ? { ...upload, ...part } : upload));
}

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
function transfer(upload: Upload, onSent: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(upload));
    request.setRequestHeader('X-CSRF-Token', csrfToken());
    request.setRequestHeader('Idempotency-Key', upload.version);
    request.setRequestHeader('X-File-Name', encodeURIComponent(upload.file.name.normalize('NFC')));
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'vi');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => onSent(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new NetworkLost(t().link.lostShort));
    request.onload = () =>
      request.status < 300 ? resolve() : reject(refusal(request.status, parsed(request.responseText)));
    request.send(upload.file);
  });
}

function addressOf(upload: Upload): string {
  const { stream, paper, version, item, request, title, readers } = upload;
  if (upload.own) {
    return `/api/documents?${new URLSearchParams({ document: paper, folder: item, title })}`;
  }
  const meeting = `/api/streams/${encodeURIComponent(stream)}`;
  if (upload.next) {
    return `${meeting}/papers/${encodeURIComponent(paper)}/versions?${new URLSearchParams({ version })}`;
  }
  if (request) {
    const query = new URLSearchParams({ paper, version });
    return `${meeting}/requests/${encodeURIComponent(request)}/papers?${query}`;
  }
  const secret = readers.length ? { readers: JSON.stringify(readersThatFit(readers)) } : {};
  return `${meeting}/papers?${new URLSearchParams({ paper, version, item, title, ...secret })}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
