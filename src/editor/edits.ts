import {
  diffProfile,
  emptyValues,
  isEmpty,
  mergeProfile,
  pickValues,
  profileFields,
  type Conflict,
  type InitialProfile,
  type Profile,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import { cleanField } from '../rules.js';

/** Edits as they are kept over a reload. */
export interface StoredEdits {
  readonly base: ProfileValues;
  readonly draft: ProfileValues;
}

/** What the server last said, what was typed since, and where the two disagree. */
export class Edits {
  #profile: Profile | undefined;
  #base: ProfileValues = emptyValues;
  #draft: ProfileValues = emptyValues;
  #contested = new Set<ProfileField>();
  #hasValues = false;
  /** Fields that the user may not change; they never count as edited. */
  locked: ReadonlySet<ProfileField> = new Set();

  /** What the server last answered. */
  get profile(): Profile | undefined {
    return this.#profile;
  }

  /** Whether there is something to edit: the server's profile, or what was known before it came. */
  get hasValues(): boolean {
    return this.#hasValues;
  }

  /** What edits are measured against: the server's values, or what the page knew before they came. */
  get base(): ProfileValues {
    return this.#base;
  }

  get draft(): ProfileValues {
    return this.#draft;
  }

  /** Edited fields that were changed elsewhere, each waiting for the user's choice. */
  get conflicts(): readonly Conflict[] {
    const { changes } = this;
    return [...this.#contested]
      .filter((field) => changes[field] !== undefined)
      .map((field) => ({ field, mine: this.#draft[field], theirs: this.#base[field] }));
  }

  get changes(): ProfileChanges {
    const changes = { ...diffProfile(this.#base, this.#draft, cleanField) };
    for (const field of this.locked) delete changes[field];
    return changes;
  }

  get isDirty(): boolean {
    return !isEmpty(this.changes);
  }

  edit(field: ProfileField, value: string): void {
    this.#draft = { ...this.#draft, [field]: value };
    if (this.changes[field] === undefined) this.#contested.delete(field);
  }

  /** Shows what is known already, as long as the profile has not been read. */
  prefill(known: InitialProfile): void {
    this.#merge(pickValues(known));
  }

  /**
   * Takes over what the server answered: fields without an edit follow it, edited ones stay. Returns the conflicts that are
   * new. `sent` are changes that this answer is about, and which therefore are not edits any more.
   */
  adopt(profile: Profile, sent: ProfileChanges = {}): readonly Conflict[] {
    this.#base = { ...this.#base, ...sent };
    this.#profile = profile;
    return this.#merge(pickValues(profile));
  }

  /** Forgets one user's profile and edits, before another's are shown. */
  clear(): void {
    this.#profile = undefined;
    this.#base = this.#draft = emptyValues;
    this.#hasValues = false;
    this.#contested.clear();
  }

  /** Puts kept edits back, except in fields that have been edited anew. Says whether there were any. */
  restore(stored: StoredEdits): boolean {
    const theirs = this.#base;
    const edited = this.changes;
    const base: Record<ProfileField, string> = { ...pickValues(stored.base) };
    const draft: Record<ProfileField, string> = { ...pickValues(stored.draft) };
    for (const field of profileFields) {
      if (edited[field] === undefined) continue;
      base[field] = theirs[field];
      draft[field] = this.#draft[field];
    }
    this.#base = base;
    this.#draft = draft;
    this.#merge(theirs);
    return Object.keys(this.changes).length > Object.keys(edited).length;
  }

  /** Back to what the server last said. */
  reset(): void {
    this.#draft = this.#base;
    this.#contested.clear();
  }

  resolve(field: ProfileField, choice: 'mine' | 'theirs'): void {
    this.#contested.delete(field);
    if (choice === 'theirs') this.edit(field, this.#base[field]);
  }

  #merge(theirs: ProfileValues): readonly Conflict[] {
    const draft: Record<ProfileField, string> = { ...this.#draft };
    for (const field of this.locked) draft[field] = this.#base[field];
    const merge = mergeProfile(this.#base, draft, theirs, cleanField);
    this.#base = theirs;
    this.#draft = merge.draft;
    this.#hasValues = true;
    for (const { field } of merge.conflicts) this.#contested.add(field);
    const { changes } = this;
    for (const field of this.#contested) {
      if (changes[field] === undefined) this.#contested.delete(field);
    }
    return merge.conflicts;
  }
}
