import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { Heading } from './headings';
import type { Size } from './layout';
import { PaperProblem } from './problems';
import { type Part, WHOLE } from './region';

/** The only module that knows pdf.js; 5.7.284 is the last line whose legacy build runs on iPadOS 16.4. */

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

const ASSETS = new URL(`${import.meta.env.BASE_URL}pdfjs/`, document.baseURI).href;

type RefProxy = Parameters<PDFDocumentProxy['getPageIndex']>[0];

let sharedWorker: pdfjs.PDFWorker | undefined;

/** Work that can be called off; `done` says whether it was completed. */
export interface Task {
  done: Promise<boolean>;
  cancel(): void;
}

export interface PaperPage {
  size: Size;
  /** Paints the page, or a part of it, so that it fills the canvas' width. */
  paint(canvas: HTMLCanvasElement, part?: Part): Task;
  /** Writes the page's words into a `.textLayer` element. */
  write(layer: HTMLElement): Task;
  /** The page's words; a line ends with a line feed, as in the text layer. */
  text(): Promise<string>;
  /** Frees what pdf.js keeps for the page. */
  rest(): void;
}

export interface PaperDocument {
  pages: number;
  /** Pages are numbered from 1. */
  page(number: number): Promise<PaperPage>;
  /** The outline that the file brings; empty for most. */
  outline(): Promise<Heading[]>;
  close(): Promise<void>;
}

/** One worker for all papers; starting it takes a good part of the time until the first page. */
export function startWorker(): pdfjs.PDFWorker {
  sharedWorker ??= new pdfjs.PDFWorker();
  return sharedWorker;
}

/** Opens a PDF; the bytes move to the worker. Raises PaperProblem('unreadable'). */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PaperDocument> {
  const worker = startWorker();
  const loading = pdfjs.getDocument({
    data: bytes,
    worker,
    wasmUrl: `${ASSETS}wasm/${pdfjs.version}/`,
    standardFontDataUrl: `${ASSETS}standard_fonts/${pdfjs.version}/`,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return documentOf(await loading.promise);
  } catch (problem) {
    await loading.destroy();
    throw new PaperProblem('unreadable', '', { cause: problem });
  }
}

function documentOf(proxy: PDFDocumentProxy): PaperDocument {
  return {
    pages: proxy.numPages,
    page: async number => pageOf(await proxy.getPage(number)),
    outline: () => outlineOf(proxy),
    close: () => proxy.loadingTask.destroy(),
  };
}

function pageOf(page: PDFPageProxy): PaperPage {
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    size: { width, height },
    paint: (canvas, part = WHOLE) => paint(page, canvas, part, { width, height }),
    write: layer => write(page, layer),
    text: () => textOf(page),
    rest: () => page.cleanup(),
  };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

type Outline = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>;

async function outlineOf(proxy: PDFDocumentProxy): Promise<Heading[]> {
  const found: Heading[] = [];
  const add = async (entries: Outline, depth: number): Promise<void> => {
    for (const entry of entries) {
      const page = await pageMeant(proxy, entry.dest).catch(() => null);
      if (page !== null) {
        found.push({ title: entry.title, page, depth });
      }
      await add(entry.items as Outline, depth + 1);
    }
  };
  await add((await proxy.getOutline()) ?? [], 0);
  return found;
}

/** The page (from 1) that an entry of the outline leads to; null when it leads nowhere in this file. */
async function pageMeant(proxy: PDFDocumentProxy, dest: Outline[number]['dest']): Promise<number | null> {
  const place = typeof dest === 'string' ? await proxy.getDestination(dest) : dest;
  const target: unknown = place?.[0];
  if (typeof target === 'number') {
    return target + 1;
  }
  return target && typeof target === 'object' ? (await proxy.getPageIndex(target as RefProxy)) + 1 : null;
}

function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, part: Part, size: Size): Task {
  const scale = canvas.width / (((part[2] - part[0]) / 1000) * size.width);
  const offsetX = (-part[0] / 1000) * size.width * scale;
  const offsetY = (-part[1] / 1000) * size.height * scale;
  const task = page.render({ canvas, viewport: page.getViewport({ scale, offsetX, offsetY }) });
  return { done: settled(task.promise), cancel: () => task.cancel() };
}

function write(page: PDFPageProxy, container: HTMLElement): Task {
  const layer = new pdfjs.TextLayer({
    textContentSource: page.streamTextContent(),
    container,
    viewport: page.getViewport({ scale: 1 }),
  });
  return { done: settled(layer.render()), cancel: () => layer.cancel() };
}

const CALLED_OFF = /^(RenderingCancelledException|AbortException)$/;

async function settled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (problem) {
    if (problem instanceof Error && CALLED_OFF.test(problem.name)) {
      return false;
    }
    throw problem;
  }
}
