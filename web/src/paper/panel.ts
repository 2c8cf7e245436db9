import type { Progress } from './download';
import type { PaperProblem } from './problems';
import { megabytes, words } from './words';

/** Under a second nothing is said. */
const QUIET_MS = 1000;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The bar while a paper is loaded, and what went wrong if it could not be. It covers no page. */
export class Panel {
  readonly element = make('div', 'paper-panel');
  private readonly bar = make('progress', 'paper-bar');
  private readonly amount = make('span', 'paper-amount');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.hidden = true;
    this.bar.setAttribute('aria-label', words().loading);
  }

  loading(): void {
    this.hide();
    this.bar.removeAttribute('value');
    this.amount.textContent = '';
    this.element.className = 'paper-panel';
    this.element.setAttribute('role', 'status');
    this.element.replaceChildren(make('p', 'paper-said', words().loading), this.bar, this.amount);
    this.timer = setTimeout(() => {
      this.element.hidden = false;
    }, QUIET_MS);
  }

  progress({ loaded, total }: Progress): void {
    if (total) {
      this.bar.max = total;
      this.bar.value = loaded;
    }
    this.amount.textContent = total
      ? words().loaded(megabytes(loaded), megabytes(total))
      : words().loadedSoFar(megabytes(loaded));
  }

  problem(problem: PaperProblem, retry: () => void): void {
    this.hide();
    const said = problem.message || words()[problem.kind];
    this.element.className = 'paper-panel paper-problem';
    this.element.setAttribute('role', 'alert');
    this.element.replaceChildren(make('p', 'paper-said', said));
    if (problem.worthRetrying) {
      const button = make('button', 'paper-again', words().again);
      button.type = 'button';
      button.addEventListener('click', retry);
      this.element.append(this.amount, button);
    }
    this.element.hidden = false;
  }

  hide(): void {
    clearTimeout(this.timer);
    this.element.hidden = true;
  }
}

/** A line at the reader's foot, read out by screen readers. */
export class Hint {
  readonly element = make('p', 'paper-hint');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-live', 'polite');
  }

  /** Shows a sentence, for some seconds unless it must stay; an empty one clears. */
  say(text: string, seconds = 6): void {
    clearTimeout(this.timer);
    this.element.textContent = text;
    this.timer = text ? setTimeout(() => this.say(''), seconds * 1000) : undefined;
  }
}
