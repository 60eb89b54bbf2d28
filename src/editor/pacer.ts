import type { Dependencies } from './dependencies.js';

/** How long the editor does nothing by itself after it has, in milliseconds: a network or a tab may come and go all the time. */
const pause = 2_000;

/** Lets what nobody asked for be done at once, but not again before a pause; the last occasion is not lost. */
export class Pacer {
  readonly #after: Dependencies['after'];
  readonly #due = new Set<() => void>();
  #cancel: (() => void) | undefined;

  constructor(after: Dependencies['after']) {
    this.#after = after;
  }

  /** Calls `act` now, or once for all calls of the pause when that is over. */
  run(act: () => void): void {
    this.#due.add(act);
    if (!this.#cancel) this.#next();
  }

  /** Forgets what is still to be done. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#due.clear();
  }

  #next(): void {
    const acts = [...this.#due];
    this.stop();
    if (acts.length > 0) this.#cancel = this.#after(pause, () => this.#next());
    for (const act of acts) act();
  }
}
