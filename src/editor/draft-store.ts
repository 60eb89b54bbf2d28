import type { StoredEdits } from './draft.js';

/** Keeps unsaved edits in `sessionStorage`, by app and user; where storage is blocked they live in the form alone. */
export const draftStore = {
  load(appId: string, uid: string): StoredEdits | undefined {
    try {
      const text = sessionStorage.getItem(keyOf(appId, uid));
      const stored = text === null ? undefined : (JSON.parse(text) as Partial<StoredEdits> | null);
      return stored?.base && stored.draft ? { base: stored.base, draft: stored.draft } : undefined;
    } catch {
      return undefined;
    }
  },

  /** Stores `edits`, or removes what is stored where there are none. */
  save(appId: string, uid: string, edits: StoredEdits | undefined): void {
    try {
      if (edits) sessionStorage.setItem(keyOf(appId, uid), JSON.stringify(edits));
      else sessionStorage.removeItem(keyOf(appId, uid));
    } catch {
      // Blocked or full: nothing to be done, and the form still has them.
    }
  },
};

function keyOf(appId: string, uid: string): string {
  return `cometchat-profile-editor:draft:${appId}:${uid}`;
}
