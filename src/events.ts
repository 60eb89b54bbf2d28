import type { ProfileError, ProfilePhase } from './errors.js';
import type { Profile, ProfileChanges, ProfileField, ProfileValues } from './profile.js';

/** What the events have in common: they bubble, and leave the shadow root. */
class ProfileEvent extends Event {
  constructor(type: keyof ProfileEditorEventMap, { cancelable = false } = {}) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** The server's profile is shown: the first load, a reload, or a change made elsewhere. */
export class ProfileLoadedEvent extends ProfileEvent {
  readonly profile: Profile;
  constructor(profile: Profile) {
    super('profile-loaded');
    this.profile = profile;
  }
}

/** The user edited something. */
export class ProfileChangeEvent extends ProfileEvent {
  /** The values as typed. */
  readonly draft: ProfileValues;
  /** The cleaned values that a save would send; a picked photo as the `blob:` address that it is shown by. */
  readonly changes: ProfileChanges;
  /** Whether a save would be let through. */
  readonly valid: boolean;
  constructor(draft: ProfileValues, changes: ProfileChanges, valid: boolean) {
    super('profile-change');
    this.draft = draft;
    this.changes = changes;
    this.valid = valid;
  }
}

/** Sent before a save. `preventDefault()` stops it; so does a promise given to `waitUntil` that rejects. */
export class ProfileSaveEvent extends ProfileEvent {
  /** What is about to be saved; a picked photo as the `blob:` address that it is shown by until it is uploaded. */
  readonly changes: ProfileChanges;
  /** The picked photo, which is uploaded once nobody stops the save. */
  readonly photo: Blob | undefined;
  readonly #promises: Promise<unknown>[] = [];
  constructor(changes: ProfileChanges, photo?: Blob) {
    super('profile-save', { cancelable: true });
    this.changes = changes;
    this.photo = photo;
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
  readonly profile: Profile;
  /** What was sent, a photo by its final address. */
  readonly changes: ProfileChanges;
  constructor(profile: Profile, changes: ProfileChanges) {
    super('profile-saved');
    this.profile = profile;
    this.changes = changes;
  }
}

/** Something failed; what was typed is still there. */
export class ProfileErrorEvent extends ProfileEvent {
  readonly error: ProfileError;
  readonly phase: ProfilePhase;
  constructor(error: ProfileError, phase: ProfilePhase) {
    super('profile-error');
    this.error = error;
    this.phase = phase;
  }
}

/** Why a session went away under the form. */
export type SessionEndReason = 'expired' | 'logged-out' | 'other-user';

/** The session went away under the form; the edits are kept. */
export class ProfileSessionEndedEvent extends ProfileEvent {
  readonly reason: SessionEndReason;
  constructor(reason: SessionEndReason) {
    super('profile-session-ended');
    this.reason = reason;
  }
}

/** A field that the user edited was changed elsewhere. `preventDefault()` keeps the form from asking. */
export class ProfileConflictEvent extends ProfileEvent {
  readonly field: ProfileField;
  readonly mine: string;
  readonly theirs: string;
  constructor(field: ProfileField, mine: string, theirs: string) {
    super('profile-conflict', { cancelable: true });
    this.field = field;
    this.mine = mine;
    this.theirs = theirs;
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
