import type { ReactiveControllerHost } from 'lit';
import type { ProfileSaveEvent } from '../events.js';
import type { Localizer } from '../locales/localizer.js';
import type { PhotoMessages } from '../locales/messages.js';
import { loadPhotoMessages } from '../locales/photo-loaders.js';
import { openPhotoEditor, type PhotoEditorOptions, type PhotoResult } from './photo-editor.js';
import { describeProblem } from './describe-problem.js';
import type { PhotoUploader } from './photo-uploader.js';
import { takePhoto } from './camera-dialog.js';
import { formUploader } from './form-uploader.js';
import { storePhoto } from './store-photo.js';

/** The element around a desk; its settings are looked at when they are needed. */
export interface DeskHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly avatarUploadUrl: string;
  readonly uploadAvatar: PhotoUploader | undefined;
  /** Pixels. */
  readonly avatarSize: number;
}

/** What a desk needs of the editor. */
export interface DeskEditor {
  readonly uid: string;
  readonly pendingPhoto: string | undefined;
  attachPhoto(preview: string): void;
  edit(field: 'avatar', value: string): void;
}

/** Crops a picture that was picked, keeps it for the save, and uploads it with that. */
export class PhotoDesk {
  readonly #host: DeskHost;
  readonly #editor: DeskEditor;
  readonly #localizer: Localizer;
  readonly #shown: ReadonlySet<string | undefined>;
  readonly #replaced = new Map<string, string>();
  #messages: PhotoMessages | undefined;
  #result: PhotoResult | undefined;
  #preview: string | undefined;
  #progress = 0;
  #abort: AbortController | undefined;
  #dialog = new AbortController();

  /** @param shown - Every photo address that this page has shown, also from now on. */
  constructor(
    host: DeskHost,
    editor: DeskEditor,
    localizer: Localizer,
    shown: ReadonlySet<string | undefined>,
  ) {
    this.#host = host;
    this.#editor = editor;
    this.#localizer = localizer;
    this.#shown = shown;
    host.addController({ hostDisconnected: () => queueMicrotask(() => this.#leave()) });
  }

  get isUploading(): boolean {
    return this.#abort !== undefined;
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  /** Ends the upload, and with it the save; the picture and the other edits stay. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Takes a photo with the camera, and crops it. */
  async take(): Promise<void> {
    const photo = await takePhoto(await this.#dialogOptions());
    if (photo) await this.pick(photo);
  }

  /**
   * Lets the user crop a picture.
   *
   * @throws ProfileError `image-unreadable` or `image-too-large`, for which `describe` has the words.
   */
  async pick(source: Blob): Promise<void> {
    this.#keep(await openPhotoEditor(source, await this.#dialogOptions()));
  }

  /** Opens the dialog as it was left. */
  async cropAgain(): Promise<void> {
    if (!this.#result) return;
    const { source, crop, isAnimated } = this.#result;
    const options = { ...(await this.#dialogOptions()), crop, keepAnimation: isAnimated };
    this.#keep(await openPhotoEditor(source, options));
  }

  /** What is wrong with a picture, for a person. */
  describe(error: unknown): string | undefined {
    const problem = (error as { subject?: readonly string[] }).subject?.[0] ?? '';
    return this.#messages && describeProblem(problem, this.#messages);
  }

  /** Makes a save wait for the upload of the picture that is attached. */
  join(event: ProfileSaveEvent): void {
    const result = this.#result;
    if (!result || !this.#preview || this.#editor.pendingPhoto !== this.#preview) return;
    // By then every listener had its chance to stop the save.
    const upload = Promise.resolve().then(() =>
      event.defaultPrevented ? undefined : this.#upload(result),
    );
    event.waitUntil(upload);
  }

  /**
   * Shows what was uploaded in place of what the browser has kept for the same address. To be called with every rendering
   * and the photo's address in it.
   */
  follow(photo: string | undefined): void {
    const preview = photo === undefined ? undefined : this.#replaced.get(photo);
    if (preview === undefined) return;
    // Lit writes the address once it has changed; it may not have done so yet.
    queueMicrotask(() => {
      for (const image of this.#host.renderRoot.querySelectorAll<HTMLImageElement>('img.avatar')) {
        if (image.getAttribute('src') === photo) image.src = preview;
      }
    });
  }

  #keep(result: PhotoResult | undefined): void {
    if (!result) return;
    if (this.#preview && ![...this.#replaced.values()].includes(this.#preview)) {
      URL.revokeObjectURL(this.#preview);
    }
    this.#preview = URL.createObjectURL(result.image);
    this.#result = result;
    this.#editor.attachPhoto(this.#preview);
  }

  /** A camera does not stay on, and an upload does not go on, for an editor that is gone; a move is none of that. */
  #leave(): void {
    if (this.#host.isConnected) return;
    this.#dialog.abort();
    this.cancel();
  }

  #replace(url: string, preview: string): void {
    const former = this.#replaced.get(url);
    if (former && former !== preview) URL.revokeObjectURL(former);
    this.#replaced.set(url, preview);
  }

  async #upload({ image, fileName }: PhotoResult): Promise<void> {
    const { avatarUploadUrl, uploadAvatar } = this.#host;
    const editor = this.#editor;
    const preview = this.#preview;
    const abort = new AbortController();
    this.#abort = abort;
    this.#progress = 0;
    this.#host.requestUpdate();
    try {
      const { uid } = editor;
      const url = await storePhoto(uploadAvatar ?? formUploader(avatarUploadUrl), image, {
        uid,
        fileName,
        signal: abort.signal,
        onProgress: (loaded, total) => {
          this.#progress = total > 0 ? Math.min(1, loaded / total) : 0;
          this.#host.requestUpdate();
        },
      });
      // An address that was shown before has the picture of then in the browser's memory.
      if (preview && this.#shown.has(url)) this.#replace(url, preview);
      // Another user's form, or another picture, may be there by now; neither has this preview.
      if (editor.pendingPhoto === preview) editor.edit('avatar', url);
    } finally {
      this.#abort = undefined;
      this.#host.requestUpdate();
    }
  }

  async #dialogOptions(): Promise<PhotoEditorOptions> {
    const container = this.#host.renderRoot as ShadowRoot;
    const { language } = this.#localizer;
    const isRightToLeft = getComputedStyle(container.host).direction === 'rtl';
    const dir = this.#localizer.dir ?? (isRightToLeft ? 'rtl' : 'ltr');
    const returnFocus = container.querySelector<HTMLElement>('.photo button') ?? undefined;
    const messages = await loadPhotoMessages(language);
    this.#messages = messages;
    this.#dialog = new AbortController();
    const { signal } = this.#dialog;
    const { avatarSize: size } = this.#host;
    return { container, language, dir, returnFocus, messages, size, signal };
  }
}
