/**
 * Why a paper cannot be read.
 * - `lost`: the network broke off; trying again continues where it stopped.
 * - `busy`: the server failed (5xx); trying again may help; `message` is its sentence for people, or empty.
 * - `refused`: the server said no (recalled, no right, gone); `message` is its sentence for people.
 * - `unreadable`: the bytes are no PDF that can be opened.
 */
export type ProblemKind = 'lost' | 'busy' | 'refused' | 'unreadable';

export class PaperProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PaperProblem';
  }

  get worthRetrying(): boolean {
    return this.kind === 'lost' || this.kind === 'busy';
  }
}

export function isAbort(problem: unknown): boolean {
  return problem instanceof Error && problem.name === 'AbortError';
}
