import type { PhotoMessages } from '../locales/messages.js';
import { loadPhotoMessages } from '../locales/photo-loaders.js';
import { takePhoto } from './camera-dialog.js';
import { describeProblem } from './describe-problem.js';
import type { DialogTexts } from './open-dialog.js';
import { openPhotoEditor, type PhotoEditorOptions, type PhotoResult } from './photo-editor.js';

/** Where the dialogs are shown, and how. */
export interface DialogPlace {
  readonly container: ShadowRoot;
  /** BCP 47. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** The page's own texts. */
  readonly messages?: unknown;
  /** Width and height of the photo to upload, in pixels. */
  readonly size: number;
  /** Ends the dialog. */
  readonly signal: AbortSignal;
  /** Is called once a dialog is there. */
  readonly onShown?: (() => void) | undefined;
}

/** The dialogs that make a photo to upload of what was picked. All resolve to undefined where the user cancels. */
export class PhotoDialogs {
  #messages: PhotoMessages | undefined;
  #language = 'en';
  #texts: DialogTexts | undefined;
  /** Renders the dialog that is open in another language. */
  #retell: ((texts: DialogTexts) => void) | undefined;

  /** Takes a photo with the camera, and crops it. */
  async take(place: DialogPlace): Promise<PhotoResult | undefined> {
    const photo = await takePhoto(await this.#options(place));
    return photo && this.crop(photo, place);
  }

  /**
   * Lets the user crop a photo.
   *
   * @throws ProfileError `image-unreadable` or `image-too-large`, for which {@link describe} has the words.
   */
  async crop(source: Blob, place: DialogPlace): Promise<PhotoResult | undefined> {
    return openPhotoEditor(source, await this.#options(place));
  }

  /** Opens the crop dialog as it was left. */
  async cropAgain(
    { source, crop, isAnimated }: PhotoResult,
    place: DialogPlace,
  ): Promise<PhotoResult | undefined> {
    const options = await this.#options(place);
    return openPhotoEditor(source, { ...options, crop, keepAnimation: isAnimated });
  }

  /** Takes over another language, for the open dialog and for {@link describe}. */
  async follow(place: DialogPlace): Promise<void> {
    await this.#options(place);
    if (this.#texts) this.#retell?.(this.#texts);
  }

  /** What is wrong with a photo, for a person. */
  describe(error: unknown): string | undefined {
    const problem = (error as { subject?: readonly string[] }).subject?.[0] ?? '';
    return this.#messages && describeProblem(problem, this.#messages, this.#language);
  }

  async #options(place: DialogPlace): Promise<PhotoEditorOptions> {
    const returnFocus = place.container.querySelector<HTMLElement>('[aria-haspopup]') ?? undefined;
    const { messages, isMissing } = await loadPhotoMessages(place.language, place.messages);
    this.#messages = messages;
    // English is read out, and laid out, as English.
    const english = isMissing ? ({ language: 'en', dir: 'ltr' } as const) : undefined;
    const { language, dir } = { ...place, ...english };
    const texts = { messages, language, dir };
    this.#texts = texts;
    this.#language = language;
    // Another language may have come while a photo was read.
    const watchTexts = (retell: (latest: DialogTexts) => void): void => {
      this.#retell = retell;
      if (this.#texts && this.#texts !== texts) retell(this.#texts);
    };
    return { ...place, ...texts, returnFocus, watchTexts };
  }
}
