import type { PageWindow } from './page.js';

/** The long waits of a page, in a test's hand. */
export interface Clock {
  /** Lets so many milliseconds pass: the page's clock goes on, and its timers that are due fire. */
  pass(ms: number): void;
}

/** Timers from here on, in milliseconds, wait for the test, the SDK's report five seconds after a login among them; shorter ones run as ever. */
const longest = 5_000;

/** Takes over a fresh page's clock, so that no test waits for a time limit. */
export function holdTime(window: PageWindow): Clock {
  const timers = new Map<number, { readonly due: number; readonly fire: () => void }>();
  const { setTimeout, clearTimeout } = window;
  const realNow = window.Date.now;
  let offset = 0;
  let lastId = 0;
  const now = (): number => realNow() + offset;
  window.Date.now = now;
  Object.assign(window, {
    setTimeout: (callback: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) => {
      if (ms < longest) return setTimeout.call(window, callback, ms, ...values);
      lastId -= 1;
      timers.set(lastId, { due: now() + ms, fire: () => callback(...values) });
      return lastId;
    },
    clearTimeout: (id?: number) => {
      if (id === undefined || !timers.delete(id)) clearTimeout.call(window, id);
    },
  });
  return {
    pass(ms) {
      offset += ms;
      for (const [id, { due, fire }] of timers) {
        if (due > now()) continue;
        timers.delete(id);
        fire();
      }
    },
  };
}
