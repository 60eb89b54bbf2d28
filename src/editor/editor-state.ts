import type { ProfileError, ProfilePhase } from '../errors.js';
import type { SessionEndReason } from '../events.js';

/** What a save waits for before it goes out. */
export type SaveWait =
  { readonly for: 'online' } | { readonly for: 'rate-limit'; readonly until: number };

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
      /** For a failed save. */
      readonly stored?: StoredAnswer;
      /** Where the session went away under the form. */
      readonly ended?: SessionEndReason;
    };

/** The names of the states, as the element shows them to the outside. */
export type EditorStateName = EditorState['kind'];
