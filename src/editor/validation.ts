import { isServer } from 'lit';
import { profileFields, type ProfileChanges, type ProfileField } from '../profile.js';
import {
  checkChanges,
  checkPhotoUrl,
  isLocalHost,
  type FieldProblem,
  type FieldProblems,
} from '../rules.js';

/** Whether the page is on the visitor's own machine; a server does not know. */
export const isLocalPage = (): boolean => !isServer && isLocalHost(location.hostname);

/** What is wrong with the edits, and what of that is due to be shown. */
export class Validation {
  readonly #loadsAsImage: (url: string) => Promise<boolean>;
  #brokenPhoto: string | undefined;
  readonly #touched = new Set<ProfileField>();
  statusMaxLength = Infinity;

  constructor(loadsAsImage: (url: string) => Promise<boolean>) {
    this.#loadsAsImage = loadsAsImage;
  }

  /** All that is wrong. */
  problems(changes: ProfileChanges): FieldProblems {
    const problems: Partial<Record<ProfileField, FieldProblem>> = checkChanges(changes, {
      statusMaxLength: this.statusMaxLength,
      allowHttp: isLocalPage,
    });
    if (changes.avatar && changes.avatar === this.#brokenPhoto) {
      problems.avatar ??= { code: 'photoNotImage' };
    }
    return problems;
  }

  /** The problems of fields that the user has left, or tried to save. */
  visible(changes: ProfileChanges): FieldProblems {
    if (this.#touched.size === 0) return {};
    const problems = { ...this.problems(changes) };
    for (const field of profileFields) if (!this.#touched.has(field)) delete problems[field];
    return problems;
  }

  touch(...fields: readonly ProfileField[]): void {
    for (const field of fields) this.#touched.add(field);
  }

  untouch(): void {
    this.#touched.clear();
  }

  /** Gives a photo that did not load another chance. */
  forgetPhoto(): void {
    this.#brokenPhoto = undefined;
  }

  /** Whether a changed photo really loads as an image; there is nothing to load in an invalid or empty one. */
  async checkPhoto({ avatar }: ProfileChanges): Promise<boolean> {
    if (!avatar || checkPhotoUrl(avatar, () => true)) return true;
    const isImage = await this.#loadsAsImage(avatar);
    this.#brokenPhoto = isImage ? undefined : avatar;
    return isImage;
  }
}
