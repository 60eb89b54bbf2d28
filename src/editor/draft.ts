import { cleanField, checkChanges } from '../fields.js';
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
import { checkPhotoUrl, isLocalHost, type FieldProblems } from '../rules.js';
import type { DraftRules, PickedPhoto, StoredEdits, StoredPhoto } from './draft-types.js';

/** Whether the page is on the visitor's own machine; a server does not know. */
export const isLocalPage = (): boolean =>
  typeof location !== 'undefined' && isLocalHost(location.hostname);

/** What the server last said, what was typed and picked since, where the two disagree, and what is wrong with it. */
export class Draft {
  #profile: Profile | undefined;
  #base: ProfileValues = emptyValues;
  #values: ProfileValues = emptyValues;
  #photo: PickedPhoto | undefined;
  #hasValues = false;
  #rules: DraftRules = { locked: new Set(), statusMaxLength: Infinity, noPhotoUrl: false };
  readonly #contested = new Set<ProfileField>();
  readonly #touched = new Set<ProfileField>();
  #unknown: readonly ProfileField[] | undefined;
  /** Addresses of photos that came from the server, or from an upload. */
  readonly #ownPhotos = new Set<string>();
  #brokenPhoto: string | undefined;
  #storedPhoto: StoredPhoto | undefined;

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

  /** The values as typed. */
  get values(): ProfileValues {
    return this.#values;
  }

  /** The values as they are shown: of a field that the user may not change, the stored one. */
  get shown(): ProfileValues {
    const shown: Record<ProfileField, string> = { ...this.#values };
    for (const field of this.#rules.locked) {
      shown[field] = this.unknown.includes(field) ? '' : this.#base[field];
    }
    return shown;
  }

  /** The picked photo that waits for its upload. */
  get photo(): PickedPhoto | undefined {
    return this.#rules.locked.has('avatar') ? undefined : this.#photo;
  }

  /** Edited fields that were changed elsewhere, each waiting for the user's choice. */
  get conflicts(): readonly Conflict[] {
    const { changes, photo } = this;
    return [...this.#contested]
      .filter((field) => changes[field] !== undefined)
      .map((field) => {
        const mine = (field === 'avatar' && photo?.preview) || this.#values[field];
        return { field, mine, theirs: this.#base[field] };
      });
  }

  /** The cleaned values that were edited, also in fields that the user may not change by now. */
  get typed(): ProfileChanges {
    const typed = { ...diffProfile(this.#base, this.#values, cleanField) };
    const { noPhotoUrl } = this.#rules;
    if (noPhotoUrl && typed.avatar && !this.#ownPhotos.has(typed.avatar)) delete typed.avatar;
    return typed;
  }

  /** The cleaned values that were edited; a picked photo is not among them. */
  get edits(): ProfileChanges {
    const edits = { ...this.typed };
    for (const field of this.#rules.locked) delete edits[field];
    return edits;
  }

  /** All that a save would change; a picked photo by the address that it is shown by. */
  get changes(): ProfileChanges {
    const { edits, photo } = this;
    return photo ? { ...edits, avatar: photo.preview } : edits;
  }

  /** The same, with what was edited in fields that the user may not change just now. */
  get #edited(): ProfileChanges {
    return { ...this.changes, ...this.typed };
  }

  get isDirty(): boolean {
    return !isEmpty(this.changes);
  }

  setRules(rules: DraftRules): void {
    this.#rules = rules;
  }

  /** Whether the user may not change a field. */
  isLocked(field: ProfileField): boolean {
    return this.#rules.locked.has(field);
  }

  edit(field: ProfileField, value: string): void {
    if (field === 'avatar') this.#photo = undefined;
    this.#values = { ...this.#values, [field]: value };
    if (this.edits[field] === undefined) this.#contested.delete(field);
  }

  /** Puts values back in their places, but for fields that the user may not change by now. */
  putBack(values: ProfileChanges): void {
    for (const field of profileFields) {
      if (!this.isLocked(field)) this.edit(field, values[field] ?? this.#values[field]);
    }
  }

  /** Takes a photo in place of the stored one, and of an address that was typed. */
  pickPhoto(photo: PickedPhoto): void {
    this.edit('avatar', this.#base.avatar);
    this.#photo = photo;
  }

  /** Puts the address at which a picked photo was stored in its place, unless another was picked meanwhile. */
  placePhoto(photo: PickedPhoto, url: string): void {
    this.#storedPhoto = { url, preview: photo.preview };
    this.#ownPhotos.add(url);
    if (this.#photo === photo) this.edit('avatar', url);
  }

  /** The last photo that was uploaded. */
  get storedPhoto(): StoredPhoto | undefined {
    return this.#storedPhoto;
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
    this.#photo = this.#storedPhoto = undefined;
    this.#base = this.#values = emptyValues;
    this.#hasValues = false;
    this.#unknown = undefined;
    this.#contested.clear();
    this.#touched.clear();
  }

  /** Fields of which nothing is known any more: see {@link Draft.forgetProfile}. */
  get unknown(): readonly ProfileField[] {
    return this.#unknown ?? [];
  }

  /** Forgets what the server said of somebody who is signed out by now; what they edited stays for their return. */
  forgetProfile(): void {
    const { changes } = this;
    const edited = this.#edited;
    const missingIn = (values: ProfileChanges): ProfileField[] =>
      profileFields.filter((field) => values[field] === undefined);
    const nothing = Object.fromEntries(missingIn(edited).map((field) => [field, '']));
    this.#base = { ...this.#base, ...nothing };
    this.#values = { ...this.#values, ...nothing };
    this.#profile = this.#storedPhoto = undefined;
    this.#unknown = missingIn(changes);
    this.#hasValues = !isEmpty(edited);
  }

  /** Puts kept edits back, except in fields that have been edited anew. Says whether there were any. */
  restore(stored: StoredEdits): boolean {
    const theirs = this.#base;
    const { edits, typed } = this;
    const base: Record<ProfileField, string> = { ...pickValues(stored.base) };
    const values: Record<ProfileField, string> = { ...pickValues(stored.draft) };
    for (const field of profileFields) {
      if (typed[field] === undefined) continue;
      base[field] = theirs[field];
      values[field] = this.#values[field];
    }
    this.#base = base;
    this.#values = values;
    this.#merge(theirs);
    return Object.keys(this.edits).length > Object.keys(edits).length;
  }

  /** Back to what the server last said. */
  reset(): void {
    this.#photo = undefined;
    this.#values = this.#base;
    this.#contested.clear();
    this.#touched.clear();
    if (this.#unknown) this.forgetProfile();
  }

  /** Settles a conflict: `mine` keeps the edit, `theirs` drops it. */
  resolve(field: ProfileField, choice: 'mine' | 'theirs'): void {
    this.#contested.delete(field);
    if (choice === 'theirs') this.edit(field, this.#base[field]);
  }

  /** All that is wrong with the edits. A picked photo was looked at when it was picked. */
  get problems(): FieldProblems {
    const { edits } = this;
    const { statusMaxLength } = this.#rules;
    const problems = checkChanges(edits, { statusMaxLength, allowHttp: isLocalPage });
    const isBroken = edits.avatar && edits.avatar === this.#brokenPhoto;
    return isBroken ? { avatar: { code: 'photoNotImage' }, ...problems } : problems;
  }

  /** The problems of fields that the user has left, or tried to save. */
  get visibleProblems(): FieldProblems {
    if (this.#touched.size === 0) return {};
    const problems = { ...this.problems };
    for (const field of profileFields) if (!this.#touched.has(field)) delete problems[field];
    return problems;
  }

  /** From now on the field's problem is shown. */
  touch(field: ProfileField): void {
    this.#touched.add(field);
  }

  /** From now on every problem is shown. */
  touchAll(): void {
    for (const field of profileFields) this.#touched.add(field);
  }

  untouch(): void {
    this.#touched.clear();
  }

  /** An edited photo URL that has to be tried out; there is nothing to load in an invalid or empty one. */
  get photoUrl(): string | undefined {
    const { avatar } = this.edits;
    return avatar && !checkPhotoUrl(avatar, () => true) ? avatar : undefined;
  }

  /** The last photo address that was tried and did not load as an image. */
  get brokenPhoto(): string | undefined {
    return this.#brokenPhoto;
  }

  /** Notes whether an address loads as an image. */
  judgePhoto(url: string, isImage: boolean): void {
    if (!isImage) this.#brokenPhoto = url;
    else if (url === this.#brokenPhoto) this.#brokenPhoto = undefined;
  }

  /** Gives a photo that did not load another chance. */
  forgetBrokenPhoto(): void {
    this.#brokenPhoto = undefined;
  }

  #merge(theirs: ProfileValues): readonly Conflict[] {
    const { draft, conflicts } = mergeProfile(this.#base, this.#values, theirs, cleanField);
    const isPhotoContested = this.photo !== undefined && theirs.avatar !== this.#base.avatar;
    this.#base = theirs;
    this.#values = draft;
    this.#hasValues = true;
    this.#unknown = undefined;
    this.#ownPhotos.add(theirs.avatar);
    const contested = conflicts.map(({ field }) => field);
    if (isPhotoContested) contested.push('avatar');
    for (const field of contested) this.#contested.add(field);
    const edited = this.#edited;
    for (const field of this.#contested) if (!(field in edited)) this.#contested.delete(field);
    return this.conflicts.filter(({ field }) => contested.includes(field));
  }
}
