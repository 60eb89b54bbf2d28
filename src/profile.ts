/** The fields a person can edit, by the names that CometChat's `User` uses. */
export type ProfileField = 'name' | 'avatar' | 'statusMessage';

/** The editable values as text; an empty string stands for "none". */
export type ProfileValues = Readonly<Record<ProfileField, string>>;

/** What the server answered: plain data, never an SDK object. */
export interface Profile extends ProfileValues {
  /** CometChat's user id. */
  readonly uid: string;
}

/** What a page may already know of the user (`initial-profile`). */
export interface InitialProfile extends Partial<ProfileValues> {
  readonly uid?: string;
  readonly name: string;
}

/** Only the fields that differ, with the cleaned value that is or was sent. */
export type ProfileChanges = Readonly<Partial<Record<ProfileField, string>>>;

/** One field that was edited here and changed elsewhere. */
export interface Conflict {
  readonly field: ProfileField;
  readonly mine: string;
  readonly theirs: string;
}

/** Brings a value that was typed in place of `stored` into the form in which it is compared and sent. */
export type Cleaner = (field: ProfileField, value: string, stored?: string) => string;

/** A status message to choose instead of typing one. */
export interface StatusPreset {
  readonly emoji?: string;
  readonly text: string;
}

/** No values; the fields stand in the order in which the form shows them. */
export const emptyValues: ProfileValues = { avatar: '', name: '', statusMessage: '' };

/** Every editable field, in the order in which the form shows them. */
export const profileFields = Object.keys(emptyValues) as readonly ProfileField[];

/** Picks the editable values out of anything that has them; what is not text becomes empty. */
export function pickValues(source: Partial<Record<ProfileField, unknown>>): ProfileValues {
  const values: Record<ProfileField, string> = { ...emptyValues };
  for (const field of profileFields) {
    const value = source[field];
    if (typeof value === 'string') values[field] = value;
  }
  return values;
}

/**
 * A uid as CometChat stores it, in lower case; sites write their own spelling. Undefined for what says nothing: empty,
 * `null`, or neither text nor a number.
 */
export function cleanUid(uid: unknown): string | undefined {
  const text = typeof uid === 'number' ? String(uid) : uid;
  return (typeof text === 'string' && text.trim().toLowerCase()) || undefined;
}

/** The fields in which `draft`, once cleaned, differs from `base`. */
export function diffProfile(
  base: ProfileValues,
  draft: ProfileValues,
  clean: Cleaner,
): ProfileChanges {
  const changes: Partial<Record<ProfileField, string>> = {};
  for (const field of profileFields) {
    // Cleaning takes its time; what stands as it was needs none.
    const stored = base[field];
    if (draft[field] === stored) continue;
    const value = clean(field, draft[field], stored);
    if (value !== stored && value !== clean(field, stored, stored)) changes[field] = value;
  }
  return changes;
}

/** The outcome of {@link mergeProfile}. */
export interface Merge {
  readonly draft: ProfileValues;
  readonly conflicts: readonly Conflict[];
}

/**
 * Three-way merge, field by field. A field that was not edited takes the new value; an edited field keeps
 * the edit, and is a conflict where the new value is neither the old one nor the edit.
 */
export function mergeProfile(
  base: ProfileValues,
  draft: ProfileValues,
  theirs: ProfileValues,
  clean: Cleaner,
): Merge {
  const changes = diffProfile(base, draft, clean);
  const merged: Record<ProfileField, string> = { ...emptyValues };
  const conflicts: Conflict[] = [];
  for (const field of profileFields) {
    const mine = changes[field];
    merged[field] = mine === undefined ? theirs[field] : draft[field];
    const hasChanged = mine !== undefined && ![base[field], mine].includes(theirs[field]);
    if (hasChanged && clean(field, theirs[field], base[field]) !== mine) {
      conflicts.push({ field, mine: draft[field], theirs: theirs[field] });
    }
  }
  return { draft: merged, conflicts };
}

/** Whether an object, such as changes or problems by their fields, has nothing in it. */
export function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
