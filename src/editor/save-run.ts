import type { ProfileSaveEvent } from '../events.js';
import type { Profile, ProfileChanges } from '../profile.js';
import type { SaveWait } from './editor-state.js';
import type { ProfileEditorSettings } from './settings.js';
import type { SaveOutcome } from './save-outcome.js';

/** What a save needs of the editor around it. */
export interface SaveHost {
  readonly settings: ProfileEditorSettings;
  readonly uid: string | undefined;
  /** Whether the edits may go out: none is invalid, and none waits for a choice. */
  readonly maySend: boolean;
  /**
   * Tells the page; false where it stopped the save. It stands as before then, unless a handler has ended the editor or
   * turned it to another person.
   */
  announce(event: ProfileSaveEvent): boolean;
  /** The save goes on, or waits for something else. */
  onProgress(): void;
  /** Takes over a profile that was read. */
  adopt(profile: Profile): void;
  /** The save is over. Says whether the server now holds the changes. */
  onOutcome(outcome: SaveOutcome, isAbandoned: boolean): boolean;
}

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
  readonly #onProgress: () => void;

  constructor(result: Promise<boolean>, onProgress: () => void) {
    this.result = result;
    this.#onProgress = onProgress;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  abort(): void {
    this.#abort.abort();
  }

  setWait(wait: SaveWait | undefined): void {
    this.wait = wait;
    this.#onProgress();
  }
}
