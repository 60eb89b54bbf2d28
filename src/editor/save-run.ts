import { unlessAborted } from '../abort.js';
import type { ProfileSaveEvent } from '../events.js';
import type { Profile, ProfileChanges } from '../profile.js';
import type { Dependencies } from './dependencies.js';
import type { SaveWait } from './editor-state.js';
import type { ProfileEditorSettings } from './settings.js';
import type { SaveOutcome } from './save-outcome.js';

/** What a save needs of the editor around it. */
export interface SaveHost {
  readonly settings: ProfileEditorSettings;
  readonly uid: string | undefined;
  /** Whether the edits may go out: none is invalid, and none waits for a choice. */
  readonly maySend: boolean;
  /** Tells the page; false where it stopped the save. */
  announce(event: ProfileSaveEvent): boolean;
  /** The save goes on, or waits for something else. */
  onProgress(): void;
  /** Takes over a profile that was read. */
  adopt(profile: Profile): void;
  /** The save is over. Says whether the server now holds the changes. */
  onOutcome(outcome: SaveOutcome, isAbandoned: boolean): boolean;
}

/** How long the page, or a photo URL, may take before the form says that it waits, in milliseconds. */
const waitDelay = 1_000;

/** One save, from the click to the answer, and what it waits for. */
export class SaveRun {
  /** Whether the server holds the changes in the end. */
  readonly result: Promise<boolean>;
  phase: 'save' | 'upload' = 'save';
  /** What the page was told of, a picked photo by its `blob:` address. */
  announced: ProfileChanges = {};
  /** Whether it has gone out, and can't be called back any more. */
  isSent = false;
  isAbandoned = false;
  /** How often the page was told of something more. */
  announcements = 0;
  wait: SaveWait | undefined;
  /** Ends the wait for the network. */
  resume: (() => void) | undefined;
  readonly #abort = new AbortController();
  readonly #dependencies: Dependencies;
  readonly #onProgress: () => void;

  constructor(result: Promise<boolean>, dependencies: Dependencies, onProgress: () => void) {
    this.result = result;
    this.#dependencies = dependencies;
    this.#onProgress = onProgress;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  abort(): void {
    this.#abort.abort();
  }

  /** Waits for what `begin` starts, and shows it. */
  async waitFor<T>(wait: SaveWait, begin: () => Promise<T>): Promise<T> {
    const isQuick = wait.for === 'page' || wait.for === 'photo';
    const show = (): void => this.setWait(wait);
    const stop = isQuick ? this.#dependencies.after(waitDelay, show) : show();
    try {
      return await unlessAborted(this.signal, begin());
    } finally {
      stop?.();
      this.resume = undefined;
      if (this.wait) this.setWait(undefined);
    }
  }

  setWait(wait: SaveWait | undefined): void {
    this.wait = wait;
    this.#onProgress();
  }
}
