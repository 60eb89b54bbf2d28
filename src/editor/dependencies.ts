import type { LoadsAsImage } from '../photo/load-image.js';
import { connectCometChat } from '../session/connect.js';
import type { Connect } from '../session/session.js';

/** What the editor works with; replaceable, so that tests can drive races. */
export interface Dependencies {
  readonly connect: Connect;
  /** Whether a photo URL loads as an image; asks the browser by default. */
  readonly loadsAsImage?: LoadsAsImage;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back after so many milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly isOnline: () => boolean;
}

export const defaultDependencies: Dependencies = {
  connect: connectCometChat,
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  isOnline: () => navigator.onLine,
};
