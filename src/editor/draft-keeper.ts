import {
  cleanUid,
  isEmpty,
  type Conflict,
  type InitialProfile,
  type Profile,
  type ProfileChanges,
} from '../profile.js';
import type { KnownUser } from '../session/session.js';
import type { Dependencies } from './dependencies.js';
import { draftStore } from './draft-store.js';
import type { Draft } from './draft.js';

/** How long typing pauses before the edits are kept for a reload, in milliseconds. */
const keepDelay = 300;

/**
 * Knows whose draft it is: keeps one person's edits in `sessionStorage`, by app and user, puts back what an earlier visit
 * left, and puts them away before another's profile is shown. Where storage is blocked they live in the form alone.
 */
export class DraftKeeper {
  readonly #draft: Draft;
  readonly #after: Dependencies['after'];
  readonly #onPutAway: () => void;
  #person: object = {};
  #uid: string | undefined;
  #appId = '';
  #cancelTimer: (() => void) | undefined;
  /** Whether what was kept for the owner has been looked at. */
  #hasLooked = false;
  /** Whether something is kept that this editor has put there, or has read. */
  #isStored = false;
  #isNews = false;
  /** Whether edits may be kept. */
  isAllowed = true;

  /** @param onPutAway - Called when one person's edits are put away, for another's profile. */
  constructor(draft: Draft, after: Dependencies['after'], onPutAway: () => void) {
    this.#draft = draft;
    this.#after = after;
    this.#onPutAway = onPutAway;
  }

  /** Whose draft it is, as far as that is known. */
  get uid(): string | undefined {
    return this.#uid;
  }

  /** Another object for each person of each app, to tell whether somebody else has taken over since. */
  get person(): object {
    return this.#person;
  }

  /** Says which app the draft is for, where that was not known when it was begun. */
  setApp(appId: string): void {
    if (this.#appId === '') this.#setOwner(this.#uid, appId);
  }

  /** Fills the draft with what is known of a person before the profile has been read. */
  prefill(known: InitialProfile, appId: string): void {
    this.#setOwner(cleanUid(known.uid), appId);
    this.#draft.prefill(known);
  }

  /** Turns to the person whose session it is, and shows what is known of them where nothing is shown yet. */
  meet(user: KnownUser, appId: string): void {
    this.#turnTo(user.uid, appId);
    if (user.name !== undefined && !this.#draft.hasValues) this.#draft.prefill(user as Profile);
  }

  /** Takes over what the server answered, and returns the conflicts that are new: see {@link Draft.adopt}. */
  adopt(profile: Profile, appId: string, sent?: ProfileChanges): readonly Conflict[] {
    this.#turnTo(profile.uid, appId);
    const conflicts = this.#draft.adopt(profile, sent);
    this.restore();
    return conflicts;
  }

  /** Keeps one person's edits for their return, and forgets the person. */
  putAway(): void {
    this.keep();
    this.#person = {};
    this.#setOwner(undefined, '');
    this.#draft.clear();
    this.#onPutAway();
  }

  /** Puts back the edits that an earlier visit left, once. */
  restore(): void {
    if (this.#hasLooked || this.#uid === undefined) return;
    this.#hasLooked = true;
    const stored = this.isAllowed ? draftStore.load(this.#appId, this.#uid) : undefined;
    this.#isStored = stored !== undefined;
    if (stored && this.#draft.restore(stored)) this.#isNews = true;
  }

  /** Whether edits came back that the person has not been told of; true once. */
  takeNews(): boolean {
    const isNews = this.#isNews;
    this.#isNews = false;
    return isNews;
  }

  /** Keeps the edits once typing pauses. */
  keepSoon(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#after(keepDelay, () => this.keep());
  }

  /** Keeps the edits now, or forgets what was kept where none are left. */
  keep(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    // What was kept before is not to be overwritten unread.
    if (!isEmpty(this.#draft.typed)) this.restore();
    if (this.#uid === undefined) return;
    const { base, values, typed } = this.#draft;
    const isKept = this.isAllowed && !isEmpty(typed);
    const kept = isKept ? { base, draft: values } : undefined;
    // Another editor of the page may have put its own there.
    if (isKept || this.#isStored) draftStore.save(this.#appId, this.#uid, kept);
    this.#isStored = isKept;
  }

  #turnTo(uid: string, appId: string): void {
    const isOtherApp = this.#appId !== '' && this.#appId !== appId;
    if (isOtherApp || (this.#uid !== undefined && this.#uid !== uid)) this.putAway();
    this.#setOwner(uid, appId);
  }

  #setOwner(uid: string | undefined, appId: string): void {
    if (uid === this.#uid && appId === this.#appId) return;
    this.#uid = uid;
    this.#appId = appId;
    this.#hasLooked = false;
    this.#isStored = false;
    this.#isNews = false;
  }
}
