import { ProfileError, type ProfilePhase } from '../errors.js';
import type { SessionEndReason } from '../events.js';
import type { ProfileValues } from '../profile.js';
import type { SessionStatus } from './session-manager.js';

/** What a save waits for before it goes out; as long as it waits, it can be called back. */
export type SaveWait =
  /** The page, which was told by `profile-save` and gave a promise to `waitUntil`. */
  | { readonly for: 'page' }
  /** A photo URL, which must load as an image. */
  | { readonly for: 'photo' }
  /** The upload of a picked photo; `progress` goes from 0 to 1. */
  | { readonly for: 'upload'; readonly progress: number }
  | { readonly for: 'online' }
  /** CometChat's limit of requests; `until` in milliseconds since the epoch. */
  | { readonly for: 'rate-limit'; readonly until: number };

/** Whether a failed save was stored all the same: after a lost answer nobody may be able to tell. */
export type StoredAnswer = 'no' | 'unknown';

/** The one state of the editor. */
export type EditorState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready'; readonly notice?: 'saved' | 'restored' }
  | { readonly kind: 'saving'; readonly wait?: SaveWait }
  | {
      readonly kind: 'failed';
      readonly phase: ProfilePhase;
      readonly error: ProfileError;
      /** What was typed when it failed. */
      readonly draft: ProfileValues;
      /** For a failed save. */
      readonly stored?: StoredAnswer;
      /** Where the session went away under the form. */
      readonly ended?: SessionEndReason;
    };

/** The names of the states, as the element shows them to the outside. */
export type EditorStateName = EditorState['kind'];

/** Whether a save, or the upload that is part of it, failed. */
export function isFailedSave(state: EditorState): boolean {
  return state.kind === 'failed' && ['save', 'upload'].includes(state.phase);
}

/** Whether the person that was shown is not, or no longer, the one who is signed in. */
export function isSignedOut(state: EditorState): boolean {
  if (state.kind !== 'failed') return false;
  const { ended, error } = state;
  if (ended) return ended !== 'expired';
  return error.code === 'no-token' || error.code === 'session-conflict';
}

/** The state that follows from how it stands with the session, where no save is under way. */
export function stateOf(status: SessionStatus, draft: ProfileValues): EditorState {
  switch (status.kind) {
    case 'stopped':
    case 'closed':
      return { kind: 'idle' };
    case 'opening':
      return { kind: 'connecting' };
    case 'open':
      return { kind: 'ready' };
    case 'failed':
      return { ...status, draft };
    case 'ended': {
      const { reason } = status;
      const code = reason === 'other-user' ? 'session-conflict' : 'session-expired';
      const error = new ProfileError(code);
      return { kind: 'failed', phase: 'connect', error, draft, ended: reason };
    }
  }
}

/** The state after something failed; `stored` for a save. */
export function failedState(
  status: SessionStatus,
  draft: ProfileValues,
  phase: ProfilePhase,
  error: ProfileError,
  stored?: StoredAnswer,
): EditorState {
  const ended = status.kind === 'ended' ? status.reason : undefined;
  const details = { ...(stored && { stored }), ...(ended && { ended }) };
  return { kind: 'failed', phase, error, draft, ...details };
}
