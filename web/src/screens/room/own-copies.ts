import { signal } from '@preact/signals';
import { t } from '../../i18n';
import { Download, type Progress } from '../../paper/download';
import { isAbort, PaperProblem } from '../../paper/problems';
import { say } from '../../sync/cabinet';

/** Until the first byte the server writes the marks into the paper, which takes as long as the paper is long. */
const PATIENCE = 150_000;

/** A copy on its way, or the reason why it did not come. */
export type OwnCopyState = Progress | { why: string };

/** Copies of papers with one's own marks, by version; they go on when the panel is closed or the tablet is turned. */
export class OwnCopies {
  readonly states = signal<ReadonlyMap<string, OwnCopyState>>(new Map());
  private readonly running = new Map<string, AbortController>();

  async fetch(version: string, title: string): Promise<void> {
    const control = new AbortController();
    this.running.set(version, control);
    this.show(version, { loaded: 0, total: null });
    const address = `/api/versions/${encodeURIComponent(version)}/own-copy`;
    const download = new Download(address, progress => this.show(version, progress), PATIENCE);
    try {
      const bytes = await download.run(control.signal);
      keepFile(new Blob([bytes], { type: 'application/pdf' }), t().ownCopy.file(title));
      say(t().ownCopy.done);
      this.show(version, null);
    } catch (problem) {
      this.show(version, isAbort(problem) ? null : { why: whyOf(problem) });
    } finally {
      this.running.delete(version);
    }
  }

  stop(version: string): void {
    this.running.get(version)?.abort();
  }

  dispose(): void {
    for (const version of this.running.keys()) {
      this.stop(version);
    }
  }

  private show(version: string, state: OwnCopyState | null): void {
    const states = new Map(this.states.peek());
    if (state) {
      states.set(version, state);
    } else {
      states.delete(version);
    }
    this.states.value = states;
  }
}

function whyOf(problem: unknown): string {
  const { kind, message } =
    problem instanceof PaperProblem ? problem : new PaperProblem('lost', '', { cause: problem });
  return message || (kind === 'lost' ? t().ownCopy.lost : t().ownCopy.failed);
}

function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
