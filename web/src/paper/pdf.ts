import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { Size } from './layout';
import { PaperProblem } from './problems';
import { type Part, WHOLE } from './region';

/** The only module that knows pdf.js; 5.7.284 is the last line whose legacy build runs on iPadOS 16.4. */

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

const ASSETS = new URL(`${import.meta.env.BASE_URL}pdfjs/`, document.baseURI).href;

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
  /** Frees what pdf.js keeps for the page. */
  rest(): void;
}

export interface PaperDocument {
  pages: number;
  /** Pages are numbered from 1. */
  page(number: number): Promise<PaperPage>;
  close(): Promise<void>;
}

/** Opens a PDF; the bytes move to the worker. Raises PaperProblem('unreadable'). */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PaperDocument> {
  sharedWorker ??= new pdfjs.PDFWorker();
  const loading = pdfjs.getDocument({
    data: bytes,
    worker: sharedWorker,
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
    close: () => proxy.loadingTask.destroy(),
  };
}

function pageOf(page: PDFPageProxy): PaperPage {
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    size: { width, height },
    paint: (canvas, part = WHOLE) => paint(page, canvas, part, { width, height }),
    write: layer => write(page, layer),
    rest: () => page.cleanup(),
  };
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
