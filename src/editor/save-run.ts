import { ProfileError, toProfileError } from '../errors.js';
import {
  isEmpty,
  profileFields,
  type Profile,
  type ProfileChanges,
  type ProfileField,
} from '../profile.js';
import type { ProfileSession } from '../session/session.js';
import type { SaveWait, StoredAnswer } from './editor-state.js';

/** What a save needs of the editor around it. */
export interface SaveContext {
  readonly signal: AbortSignal;
  /** The edits as they are now. */
  changes(): ProfileChanges;
  /** The session, connecting first where that is still to do. */
  session(): Promise<ProfileSession>;
  /** Logs in anew after an expiry; false where the page has no source of fresh tokens. */
  renew(): Promise<boolean>;
  /** Whether what the editor knows of the server may be out of date. */
  isStale(): boolean;
  /** Takes over a profile that was read. */
  adopt(profile: Profile): void;
  /** What the server last said. */
  profile(): Profile | undefined;
  /** Whether the edits may go out: none is invalid, and none waits for a choice. */
  maySend(): boolean;
  /** Settles when what is waited for has come, rejects when the save is cancelled. */
  wait(wait: SaveWait): Promise<void>;
  isOnline(): boolean;
  /** Whether a changed photo really loads. */
  checkPhoto(): Promise<boolean>;
}

export type SaveResult =
  | { readonly type: 'saved'; readonly profile: Profile; readonly sent: ProfileChanges }
  | {
      readonly type: 'failed';
      readonly error: ProfileError;
      readonly stored: StoredAnswer;
      /** What the server holds, where that could be learnt, and the part of the changes it has taken over. */
      readonly profile?: Profile;
      readonly sent?: ProfileChanges;
    }
  | { readonly type: 'stopped' };

/** How often a save waits for a rate limit to pass before it gives up. */
const maxPauses = 3;

/** Carries one save through: waits for the network and the session, sends, and finds out what became of it. */
export async function runSave(context: SaveContext): Promise<SaveResult> {
  let pauses = 0;
  let hasRenewed = false;
  for (;;) {
    try {
      return await attempt(context);
    } catch (cause) {
      const error = toProfileError(cause);
      if (context.signal.aborted) return { type: 'stopped' };
      const isExpiry = error.code === 'session-expired' && !hasRenewed;
      const { retryAt } = error;
      if (isExpiry && (await context.renew())) {
        hasRenewed = true;
      } else if (retryAt !== undefined && pauses < maxPauses) {
        pauses += 1;
        if (!(await isWaitedFor(context, { for: 'rate-limit', until: retryAt }))) {
          return { type: 'stopped' };
        }
      } else {
        return { type: 'failed', error, stored: 'no' };
      }
    }
  }
}

async function attempt(context: SaveContext): Promise<SaveResult> {
  if (!context.isOnline() && !(await isWaitedFor(context, { for: 'online' }))) {
    return { type: 'stopped' };
  }
  if (!(await context.checkPhoto())) return { type: 'stopped' };
  const session = await context.session();
  if (context.isStale()) {
    const read = await session.read();
    context.signal.throwIfAborted();
    context.adopt(read);
  }
  context.signal.throwIfAborted();
  const sent = context.changes();
  const profile = context.profile();
  if (profile && isEmpty(sent)) return { type: 'saved', profile, sent };
  if (!context.maySend()) return { type: 'stopped' };
  try {
    return settle(await session.save(sent), sent);
  } catch (cause) {
    const error = toProfileError(cause);
    // The answer was lost or made no sense: the write may have been applied all the same.
    const isLost = ['network', 'timeout', 'unknown'].includes(error.code);
    if (!isLost || context.signal.aborted) throw error;
    try {
      return settle(await session.read(), sent, error);
    } catch {
      return { type: 'failed', error, stored: 'unknown' };
    }
  }
}

/** Compares what the server holds with what was sent; `cause` is why it had to be asked. */
function settle(profile: Profile, sent: ProfileChanges, cause?: ProfileError): SaveResult {
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
  return { type: 'failed', error, stored: isOpen ? 'unknown' : 'no', profile, sent: stored };
}

async function isWaitedFor(context: SaveContext, wait: SaveWait): Promise<boolean> {
  try {
    await context.wait(wait);
    return true;
  } catch {
    return false;
  }
}
