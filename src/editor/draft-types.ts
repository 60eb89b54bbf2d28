import type { ProfileField, ProfileValues } from '../profile.js';

/** A photo that was picked, and is uploaded with the save. */
export interface PickedPhoto {
  readonly blob: Blob;
  /** Nothing of the original's name, such as `avatar.webp`. */
  readonly fileName: string;
  /** The `blob:` address to show it by. */
  readonly preview: string;
}

/** A photo that was uploaded, by its final address and by the one that it was shown by before. */
export interface StoredPhoto {
  readonly url: string;
  readonly preview: string;
}

/** Edits as they are kept over a reload. */
export interface StoredEdits {
  readonly base: ProfileValues;
  readonly draft: ProfileValues;
}

/** What the page's settings say of a draft. */
export interface DraftRules {
  /** Fields that the user may not change; they never count as edited. */
  readonly locked: ReadonlySet<ProfileField>;
  /** Graphemes. */
  readonly statusMaxLength: number;
  /** Whether no photo may be given by an address of the person's choice. */
  readonly noPhotoUrl: boolean;
}
