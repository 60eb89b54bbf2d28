import type { ProfileError, ProfilePhase } from './errors.js';
import type { Profile, ProfileChanges, ProfileField, ProfileValues } from './profile.js';

/** What the events have in common: they leave the shadow root, and carry read-only fields. */
class ProfileEvent extends Event {
  constructor(type: string, fields: object, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    Object.assign(this, fields);
  }
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
  /** The cleaned values that a save would send. */
  declare readonly changes: ProfileChanges;
  /** Whether a save would be let through. */
  declare readonly valid: boolean;
  constructor(draft: ProfileValues, changes: ProfileChanges, valid: boolean) {
    super('profile-change', { draft, changes, valid });
  }
}

/** Sent before a save. `preventDefault()` stops it; so does a promise given to `waitUntil` that rejects. */
export class ProfileSaveEvent extends ProfileEvent {
  declare readonly changes: ProfileChanges;
  readonly #promises: Promise<unknown>[] = [];
  constructor(changes: ProfileChanges) {
    super('profile-save', { changes }, true);
  }

  /** Holds the save back until `promise` settles; its rejection's message is shown to the user. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** Settles with all promises given to {@link waitUntil}, those given late included. */
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
    super('profile-conflict', { field, mine, theirs }, true);
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
