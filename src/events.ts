import type { ProfileError, ProfilePhase } from './errors.js';
import type { Profile, ProfileChanges, ProfileField, ProfileValues } from './profile.js';

/**
 * What the events have in common: they bubble, and leave the shadow root. Their fields are copies, and stay as they are
 * whatever a listener writes to them: neither the editor nor the next listener meets it.
 */
class ProfileEvent extends Event {
  constructor(
    type: keyof ProfileEditorEventMap,
    fields: Readonly<Record<string, unknown>>,
    { cancelable = false } = {},
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
    for (const [name, value] of Object.entries(fields)) {
      const copy = isRecord(value) ? Object.freeze({ ...value }) : value;
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => copy,
        set: () => {},
      });
    }
  }
}

// Neither a photo nor an error, which can't be copied.
function isRecord(value: unknown): value is object {
  return Object.getPrototypeOf(Object(value)) === Object.prototype;
}

/** The server's profile is shown: the first load, a reload, or a change made elsewhere. */
export class ProfileLoadedEvent extends ProfileEvent {
  declare readonly profile: Profile;
  constructor(profile: Profile) {
    super('profile-loaded', { profile });
  }
}

/** The user edited something. */
export class ProfileChangeEvent extends ProfileEvent {
  /** The values as typed. */
  declare readonly draft: ProfileValues;
  /** The cleaned values that a save would send; a picked photo as the `blob:` address that it is shown by. */
  declare readonly changes: ProfileChanges;
  /** Whether a save would be let through. */
  declare readonly valid: boolean;
  constructor(draft: ProfileValues, changes: ProfileChanges, valid: boolean) {
    super('profile-change', { draft, changes, valid });
  }
}

/**
 * Sent before a save, and again for what was edited while the save waited. `preventDefault()` stops it; so does a promise given
 * to `waitUntil` that rejects.
 */
export class ProfileSaveEvent extends ProfileEvent {
  /** What is about to be saved; a picked photo as the `blob:` address that it is shown by until it is uploaded. */
  declare readonly changes: ProfileChanges;
  /** The picked photo, which is uploaded once nobody stops the save. */
  declare readonly photo: Blob | undefined;
  readonly #promises: Promise<unknown>[] = [];
  constructor(changes: ProfileChanges, photo?: Blob) {
    super('profile-save', { changes, photo }, { cancelable: true });
  }

  /** Holds the save back until `promise` settles; its rejection's message is shown to the user. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /**
   * Whether a promise was given to {@link waitUntil}.
   *
   * @internal
   */
  get isHeld(): boolean {
    return this.#promises.length > 0;
  }

  /**
   * Settles with all promises given to {@link waitUntil}, those given late included.
   *
   * @internal
   */
  async settled(): Promise<void> {
    let awaited: number;
    do {
      awaited = this.#promises.length;
      await Promise.all(this.#promises);
    } while (awaited !== this.#promises.length);
  }
}

/** The server's answer confirms every change. */
export class ProfileSavedEvent extends ProfileEvent {
  declare readonly profile: Profile;
  /** What was sent, a photo by its final address. */
  declare readonly changes: ProfileChanges;
  constructor(profile: Profile, changes: ProfileChanges) {
    super('profile-saved', { profile, changes });
  }
}

/** Something failed; what was typed is still there. */
export class ProfileErrorEvent extends ProfileEvent {
  declare readonly error: ProfileError;
  declare readonly phase: ProfilePhase;
  constructor(error: ProfileError, phase: ProfilePhase) {
    super('profile-error', { error, phase });
  }
}

/** Why a session went away under the form. */
export type SessionEndReason = 'expired' | 'logged-out' | 'other-user';

/** The session went away under the form; the edits are kept. */
export class ProfileSessionEndedEvent extends ProfileEvent {
  declare readonly reason: SessionEndReason;
  constructor(reason: SessionEndReason) {
    super('profile-session-ended', { reason });
  }
}

/** A field that the user edited was changed elsewhere. `preventDefault()` keeps the form from asking. */
export class ProfileConflictEvent extends ProfileEvent {
  declare readonly field: ProfileField;
  declare readonly mine: string;
  declare readonly theirs: string;
  constructor(field: ProfileField, mine: string, theirs: string) {
    super('profile-conflict', { field, mine, theirs }, { cancelable: true });
  }
}

/** The element's events by name. */
export interface ProfileEditorEventMap {
  'profile-loaded': ProfileLoadedEvent;
  'profile-change': ProfileChangeEvent;
  'profile-save': ProfileSaveEvent;
  'profile-saved': ProfileSavedEvent;
  'profile-error': ProfileErrorEvent;
  'profile-session-ended': ProfileSessionEndedEvent;
  'profile-conflict': ProfileConflictEvent;
}
