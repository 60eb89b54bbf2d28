import {
  isEmpty,
  profileFields,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import type { Draft } from './draft.js';

/** What a save replaced, in the fields that nobody has changed since; undefined where there is no such field. */
export type Replaced = (draft: Draft) => ProfileChanges | undefined;

/** Notes the values from before a save that went through. It is fetched with what a save needs. */
export function noteReplaced(before: ProfileValues, sent: ProfileChanges): Replaced {
  return (draft) => {
    const { base: now } = draft;
    if (draft.isDirty) return undefined;
    const replaced: Partial<Record<ProfileField, string>> = {};
    for (const field of profileFields) {
      const isStillThere = sent[field] === now[field] && !draft.isLocked(field);
      if (isStillThere && before[field] !== now[field]) replaced[field] = before[field];
    }
    return isEmpty(replaced) ? undefined : replaced;
  };
}
