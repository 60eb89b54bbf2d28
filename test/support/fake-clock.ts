import type { Dependencies } from '../../src/editor/dependencies.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock {
  #time = 1_700_000_000_000;
  readonly #timers = new Set<Timer>();

  readonly now: Dependencies['now'] = () => this.#time;

  readonly after: Dependencies['after'] = (ms, callback) => {
    const timer = { at: this.#time + ms, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** How many callbacks are still to come. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets time pass, in milliseconds, and calls back whoever waited for less. */
  advance(ms: number): void {
    this.#time += ms;
    const due = [...this.#timers].filter(({ at }) => at <= this.#time);
    for (const timer of due.sort((first, second) => first.at - second.at)) {
      if (this.#timers.delete(timer)) timer.callback();
    }
  }
}
