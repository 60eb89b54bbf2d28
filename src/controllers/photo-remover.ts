import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PickedPhoto } from '../editor/draft-types.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import { parseFields } from '../fields.js';

/** The photo that was removed last, for an undo. */
interface RemovedPhoto {
  readonly uid: string;
  readonly url: string;
  readonly photo: PickedPhoto | undefined;
}

/** What every page can do about a photo: remove it, and take that back. */
export class PhotoRemover implements ReactiveController {
  readonly #editor: ProfileEditor;
  #removed: RemovedPhoto | undefined;

  constructor(host: ReactiveControllerHost, editor: ProfileEditor) {
    this.#editor = editor;
    host.addController(this);
  }

  /** Whether the photo may be changed at all. */
  get isReady(): boolean {
    const { hasValues, settings, unknownFields } = this.#editor;
    const locked = parseFields(`${settings.hiddenFields} ${settings.readonlyFields}`);
    return hasValues && !locked.has('avatar') && !unknownFields.includes('avatar');
  }

  get mayRemove(): boolean {
    const { draft, photo } = this.#editor;
    return this.isReady && (draft.avatar !== '' || photo !== undefined);
  }

  /** Whether a photo was removed, and none put in its place. */
  get mayUndo(): boolean {
    // Once it is saved, the whole save can be taken back.
    const isFree = this.isReady && !this.mayRemove && !this.#editor.canUndo;
    return isFree && this.#removed?.uid === this.#editor.uid;
  }

  remove(): void {
    const { uid, draft, photo } = this.#editor;
    this.#removed = { uid, url: draft.avatar, photo };
    this.#editor.edit('avatar', '');
  }

  undo(): void {
    if (!this.#removed) return;
    const { url, photo } = this.#removed;
    this.#removed = undefined;
    this.#editor.edit('avatar', url);
    if (photo) this.#editor.pickPhoto(photo);
  }

  hostUpdate(): void {
    // Something has come in its place: nobody expects the one before that back.
    if (this.mayRemove) this.#removed = undefined;
  }
}
