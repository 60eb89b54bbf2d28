import { emptyValues, profileFields, type ProfileField, type ProfileValues } from '../profile.js';
import type { StoredEdits } from './draft-types.js';

/** Most that is kept of one person's edits, in code units: the storage is the page's, and holds only a few million. */
const maxSize = 20_000;

/** Keeps unsaved edits in `sessionStorage`, by app and user; where storage is blocked they live in the form alone. */
export const draftStore = {
  load(appId: string, uid: string): StoredEdits | undefined {
    try {
      const text = sessionStorage.getItem(keyOf(appId, uid)) ?? '';
      if (text.length > maxSize) return undefined;
      const { base, draft } = JSON.parse(text) as Readonly<Record<keyof StoredEdits, unknown>>;
      return isValues(base) && isValues(draft) ? { base, draft } : undefined;
    } catch {
      return undefined;
    }
  },

  /** Stores what was edited, or removes what is stored where nothing was, or nothing of it has room. */
  save(appId: string, uid: string, edits: StoredEdits | undefined): void {
    const text = edits && serialize(edits);
    try {
      if (text) sessionStorage.setItem(keyOf(appId, uid), text);
      else sessionStorage.removeItem(keyOf(appId, uid));
    } catch {
      // Blocked or full: nothing to be done, and the form still has them.
    }
  },
};

/** The edited fields that have room, shortest first: a text pasted by mistake takes no other along. */
function serialize({ base, draft }: StoredEdits): string | undefined {
  const sizeOf = (field: ProfileField): number => base[field].length + draft[field].length;
  const edited = profileFields
    .filter((field) => draft[field] !== base[field])
    .sort((one, other) => sizeOf(one) - sizeOf(other));
  let kept: StoredEdits = { base: emptyValues, draft: emptyValues };
  let text: string | undefined;
  for (const field of edited) {
    if (sizeOf(field) > maxSize) break;
    kept = {
      base: { ...kept.base, [field]: base[field] },
      draft: { ...kept.draft, [field]: draft[field] },
    };
    const longer = JSON.stringify(kept);
    if (longer.length > maxSize) break;
    text = longer;
  }
  return text;
}

/** Anybody may have written there. */
function isValues(values: unknown): values is ProfileValues {
  const record = Object(values) as Readonly<Record<string, unknown>>;
  return profileFields.every((field) => typeof record[field] === 'string');
}

function keyOf(appId: string, uid: string): string {
  return `cometchat-profile-editor:draft:${appId}:${uid}`;
}
