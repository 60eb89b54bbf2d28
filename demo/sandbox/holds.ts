import type { ReleaseOptions } from './types.js';

/** What a request holds while a fault has it. */
export interface Hold {
  /**
   * Waits until the fault is lifted; at once, where that has happened since the request met it.
   * @param ms how long at most, in milliseconds; default: until it is lifted
   */
  wait(ms?: number): Promise<ReleaseOptions>;
  /** Forgets the request. */
  close(): void;
}

/** The requests that faults have. */
export interface Holds {
  /** Notes that a request meets a fault. */
  open(appId: string, faultId: string): Hold;
  /** Lets go what a fault (default: any fault of the app) has. */
  release(appId: string, options: ReleaseOptions, faultId?: string): void;
}

interface Entry {
  appId: string;
  faultId: string;
  release: (options: ReleaseOptions) => void;
}

/** Makes a place to hold requests. */
export function createHolds(): Holds {
  const held = new Set<Entry>();
  return {
    open(appId, faultId) {
      let release: Entry['release'] = () => {};
      const released = new Promise<ReleaseOptions>((resolve) => {
        release = resolve;
      });
      const entry = { appId, faultId, release };
      held.add(entry);
      return {
        async wait(ms) {
          const timer =
            ms === undefined ? undefined : setTimeout(() => release({ answer: true }), ms);
          const options = await released;
          clearTimeout(timer);
          return options;
        },
        close: () => void held.delete(entry),
      };
    },
    release(appId, options, faultId) {
      for (const entry of held) {
        if (entry.appId === appId && (faultId ?? entry.faultId) === entry.faultId) {
          entry.release(options);
        }
      }
    },
  };
}
