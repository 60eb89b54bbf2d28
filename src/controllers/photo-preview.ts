import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLocalPage } from '../editor/draft.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import { isTakingOver } from '../hydration.js';
import { checkPhotoUrl, cleanPhotoUrl } from '../rules.js';

/** How long typing in the photo URL pauses before the photo is fetched, in milliseconds. */
const previewDelay = 500;

/** Decides which photo the form shows: the picked one, or that of the address, once typing pauses. */
export class PhotoPreview implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #editor: ProfileEditor;
  #url = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Every address that was shown: the browser keeps the picture of then. */
  readonly #shown = new Set<string>();
  /** What to show in place of an address whose picture was replaced. */
  readonly #replaced = new Map<string, string>();
  #stored: ProfileEditor['storedPhoto'];

  constructor(host: ReactiveControllerHost, editor: ProfileEditor) {
    this.#host = host;
    this.#editor = editor;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdate(): void {
    const { storedPhoto } = this.#editor;
    if (storedPhoto === this.#stored) return;
    this.#stored = storedPhoto;
    if (storedPhoto && this.#shown.has(storedPhoto.url)) this.#replace(storedPhoto);
  }

  /** What to show: an address, or undefined where no photo may be loaded or none loads. */
  get source(): string | undefined {
    const { photo, brokenPhoto } = this.#editor;
    if (photo) return photo.preview;
    // Here, since a server draws without `hostUpdate`.
    if (this.#timer === undefined) this.#url = cleanPhotoUrl(this.#editor.draft.avatar);
    const url = this.#url;
    if (!url || url === brokenPhoto) return undefined;
    const mayBeLocal = (): boolean => !isTakingOver() && isLocalPage();
    if (checkPhotoUrl(url, mayBeLocal)) return undefined;
    this.#shown.add(url);
    return this.#replaced.get(url) ?? url;
  }

  /** To be called when the photo URL was typed in: half an address is not worth a request. */
  showSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(), previewDelay);
  }

  show(): void {
    this.hostDisconnected();
    this.#host.requestUpdate();
  }

  /** To be called when what is shown did not load. */
  fail(): void {
    this.#editor.judgePhoto(this.#url, false);
  }

  #replace({ url, preview }: NonNullable<ProfileEditor['storedPhoto']>): void {
    const former = this.#replaced.get(url);
    if (former !== undefined && former !== preview) URL.revokeObjectURL(former);
    this.#replaced.set(url, preview);
  }
}
