import { ProfileError } from '../errors.js';
import {
  isEmpty,
  profileFields,
  type Profile,
  type ProfileChanges,
  type ProfileField,
} from '../profile.js';
import type { StoredAnswer } from './editor-state.js';
import type { Replaced } from './last-save.js';

/** A save that was not stored, or of which nobody can tell. */
export interface FailedSave {
  readonly type: 'failed';
  readonly phase: 'save' | 'upload';
  readonly error: ProfileError;
  readonly stored: StoredAnswer;
  /** What the server holds, where that could be learnt, and the part of the changes it has taken over. */
  readonly profile?: Profile;
  readonly sent?: ProfileChanges;
}

/** A save that the server has confirmed. */
export interface DoneSave {
  readonly type: 'saved';
  readonly profile: Profile;
  readonly sent: ProfileChanges;
  readonly replaced?: Replaced;
}

/** What became of a save. */
export type SaveOutcome =
  | FailedSave
  | DoneSave
  /** The page did not let it begin. */
  | { readonly type: 'prevented' }
  /** Called back, or there is something for the user to see to first. */
  | { readonly type: 'stopped' };

/** Compares what the server holds with what was sent; `cause` is why it had to be asked. */
export function compareAnswer(
  profile: Profile,
  sent: ProfileChanges,
  cause?: ProfileError,
): SaveOutcome {
  const stored: Partial<Record<ProfileField, string>> = {};
  const refused: ProfileField[] = [];
  for (const field of profileFields) {
    const value = sent[field];
    if (value === undefined) continue;
    if (value === profile[field]) stored[field] = value;
    else refused.push(field);
  }
  if (refused.length === 0) return { type: 'saved', profile, sent };
  const notApplied = new ProfileError('not-applied', { subject: refused, cause });
  const error = cause && isEmpty(stored) ? cause : notApplied;
  // What took too long may still arrive.
  const isOpen = error.code === 'timeout';
  return {
    type: 'failed',
    phase: 'save',
    error,
    stored: isOpen ? 'unknown' : 'no',
    profile,
    sent: stored,
  };
}
