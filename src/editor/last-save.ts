import {
  isEmpty,
  profileFields,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import type { Draft } from './draft.js';

/** A save that went through, with the values from before it. */
export interface LastSave {
  readonly before: ProfileValues;
  readonly sent: ProfileChanges;
}

/** What a save replaced, in the fields that nobody has changed since; undefined where there is no such field. */
export function replacedBy(
  save: LastSave | undefined,
  { base: now, isDirty }: Draft,
): ProfileChanges | undefined {
  if (!save || isDirty) return undefined;
  const { before, sent } = save;
  const replaced: Partial<Record<ProfileField, string>> = {};
  for (const field of profileFields) {
    const isStillThere = sent[field] === now[field];
    if (isStillThere && before[field] !== now[field]) replaced[field] = before[field];
  }
  return isEmpty(replaced) ? undefined : replaced;
}
