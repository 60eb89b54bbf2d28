import type { TemplateResult } from 'lit';
import { avatarAccept, fileFrom, hasFile, mayHaveCamera } from '../avatar/accept.js';
import type { AvatarResult } from '../avatar/avatar-editor.js';
import type { AvatarMessages } from '../avatar/avatar-messages.js';
import type { AvatarUploader } from '../avatar/avatar-uploader.js';
import type { ProfileSaveEvent } from '../events.js';
import type { Localizer } from '../locales/localizer.js';
import type { EditorView } from './view.js';

/** The element around a picker; its settings are looked at when they are needed. */
export interface PickerHost extends EventTarget {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly avatarUploadUrl: string;
  readonly uploadAvatar: AvatarUploader | undefined;
  /** Pixels. */
  readonly avatarSize: number;
  requestUpdate(): void;
}

async function loadPictures({ render }: EditorView) {
  const pictures = await import('../avatar/pictures.js');
  pictures.useLit({ render });
  return pictures;
}

/** Picks, crops and uploads a picture. The upload happens with the save, so that Discard leaves nothing behind. */
export class PhotoPicker {
  readonly #host: PickerHost;
  readonly #localizer: Localizer;
  #view: EditorView | undefined;
  #isBusy = false;
  #problem: string | undefined;
  #result: AvatarResult | undefined;
  #preview: string | undefined;
  #removed: string | undefined;
  #progress = 0;
  #abort: AbortController | undefined;

  constructor(host: PickerHost, localizer: Localizer) {
    this.#host = host;
    this.#localizer = localizer;
    const { renderRoot: root } = host;
    host.addEventListener('profile-save', (event) => this.#handleSave(event as ProfileSaveEvent));
    root.addEventListener('dragover', (event) => {
      if (this.#takes((event as DragEvent).dataTransfer)) event.preventDefault();
    });
    root.addEventListener('drop', (event) =>
      this.#receive(event, (event as DragEvent).dataTransfer),
    );
    root.addEventListener('paste', (event) =>
      this.#receive(event, (event as ClipboardEvent).clipboardData),
    );
  }

  get isUploading(): boolean {
    return this.#abort !== undefined;
  }

  /** Ends the upload, and with it the save; the picture and the other edits stay. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  /** The buttons below the photo URL. */
  render(view: EditorView): TemplateResult {
    this.#view = view;
    const { html, t, editor } = view;
    const isReady = editor.hasValues && !view.readonly.has('avatar');
    const hasPhoto = editor.draft.avatar !== '' || editor.pendingPhoto !== undefined;
    const canUndo = !hasPhoto && this.#removed !== undefined;
    const button = (key: Parameters<typeof t>[0], onClick: (event: Event) => void) => html`
      <button
        type="button"
        class="small"
        aria-disabled=${this.#isBusy ? 'true' : 'false'}
        @click=${onClick}
      >
        ${t(key)}
      </button>
    `;
    const mayUpload = isReady && this.#canUpload;
    return html`
      ${mayUpload ? button('changePhoto', () => this.#choose()) : undefined}
      ${mayUpload && mayHaveCamera() ? button('takePhoto', () => void this.#take()) : undefined}
      ${
        mayUpload && editor.pendingPhoto && this.#result
          ? button('editPhoto', () => void this.#edit(this.#result as AvatarResult))
          : undefined
      }
      ${
        isReady && (hasPhoto || canUndo)
          ? button(canUndo ? 'undo' : 'removePhoto', () =>
              canUndo ? this.#undo() : this.#remove(),
            )
          : undefined
      }
      ${
        mayUpload
          ? html`
              <input
                type="file"
                hidden
                accept=${avatarAccept}
                @change=${(event: Event) => this.#chosen(event.target as HTMLInputElement)}
              />
            `
          : undefined
      }
      ${
        mayUpload
          ? html`
              <span class="hint wide">${t('dropPhoto')}</span>
            `
          : undefined
      }
      <span class="error wide" part="error" aria-live="assertive">${this.#problem}</span>
    `;
  }

  get #canUpload(): boolean {
    const { avatarUploadUrl, uploadAvatar } = this.#host;
    return Boolean(avatarUploadUrl || uploadAvatar);
  }

  #takes(data: DataTransfer | null): boolean {
    const isLocked = this.#view?.readonly.has('avatar') || this.#view?.hidden.has('avatar');
    return this.#canUpload && !isLocked && hasFile(data);
  }

  #receive(event: Event, data: DataTransfer | null): void {
    if (!this.#takes(data)) return;
    event.preventDefault();
    const file = fileFrom(data);
    if (file) void this.#pick(file);
  }

  #choose(): void {
    if (!this.#isBusy)
      this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #chosen(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    if (file) void this.#pick(file);
  }

  #remove(): void {
    this.#removed = this.#view?.editor.draft.avatar;
    this.#view?.onEdit('avatar', '');
  }

  #undo(): void {
    this.#view?.onEdit('avatar', this.#removed ?? '');
    this.#removed = undefined;
  }

  async #take(): Promise<void> {
    const photo = await this.#busily(async (messages, pictures) =>
      pictures.takePhoto({ ...this.#dialogOptions(), messages }),
    );
    if (photo) await this.#pick(photo);
  }

  async #pick(source: Blob): Promise<void> {
    await this.#busily(async (messages, pictures) => {
      const { avatarSize: size } = this.#host;
      const result = await pictures.openAvatarEditor(source, {
        ...this.#dialogOptions(),
        messages,
        size,
      });
      this.#keep(result);
    });
  }

  /** Opens the dialog as it was left. */
  async #edit({ source, crop, isAnimated }: AvatarResult): Promise<void> {
    await this.#busily(async (messages, pictures) => {
      const { avatarSize: size } = this.#host;
      const options = { ...this.#dialogOptions(), messages, size, crop };
      this.#keep(
        await pictures.openAvatarEditor(source, { ...options, keepAnimation: isAnimated }),
      );
    });
  }

  #keep(result: AvatarResult | undefined): void {
    if (!result) return;
    if (this.#preview) URL.revokeObjectURL(this.#preview);
    this.#preview = URL.createObjectURL(result.image);
    this.#result = result;
    this.#view?.editor.attachPhoto(this.#preview);
  }

  #handleSave(event: ProfileSaveEvent): void {
    const view = this.#view;
    const result = this.#result;
    if (!view || !result || view.editor.pendingPhoto !== this.#preview) return;
    // By then every listener had its chance to stop the save.
    const upload = Promise.resolve().then(() =>
      event.defaultPrevented ? undefined : this.#upload(view, result),
    );
    event.waitUntil(upload);
  }

  async #upload(view: EditorView, { image, fileName }: AvatarResult): Promise<void> {
    const { editor } = view;
    const { avatarUploadUrl, uploadAvatar } = this.#host;
    const abort = new AbortController();
    this.#abort = abort;
    this.#progress = 0;
    this.#host.requestUpdate();
    try {
      const pictures = await loadPictures(view);
      const upload = uploadAvatar ?? pictures.formUploader(avatarUploadUrl);
      const uid = editor.profile?.uid ?? '';
      const url = await pictures.storePicture(upload, image, {
        uid,
        fileName,
        signal: abort.signal,
        onProgress: (loaded, total) => {
          this.#progress = total > 0 ? Math.min(1, loaded / total) : 0;
          this.#host.requestUpdate();
        },
      });
      // Another user's form, or another picture, may be there by now.
      const isCurrent = editor.profile?.uid === uid && editor.pendingPhoto === this.#preview;
      if (isCurrent) editor.edit('avatar', url);
    } finally {
      this.#abort = undefined;
      this.#host.requestUpdate();
    }
  }

  #dialogOptions() {
    const container = this.#host.renderRoot as ShadowRoot;
    const { language } = this.#localizer;
    const isRightToLeft = getComputedStyle(container.host).direction === 'rtl';
    const dir: 'ltr' | 'rtl' = this.#localizer.dir ?? (isRightToLeft ? 'rtl' : 'ltr');
    const returnFocus = container.querySelector<HTMLElement>('.photo button') ?? undefined;
    return { container, language, dir, returnFocus };
  }

  async #busily<T>(
    work: (
      messages: AvatarMessages,
      pictures: Awaited<ReturnType<typeof loadPictures>>,
    ) => Promise<T>,
  ): Promise<T | undefined> {
    const view = this.#view;
    if (this.#isBusy || !view) return undefined;
    this.#isBusy = true;
    this.#problem = undefined;
    this.#host.requestUpdate();
    let messages: AvatarMessages | undefined;
    try {
      const pictures = await loadPictures(view);
      messages = pictures.createAvatarMessages(
        await pictures.loadPhotoMessages(this.#localizer.language),
      );
      return await work(messages, pictures);
    } catch (error) {
      const problem = (error as { subject?: readonly string[] }).subject?.[0] ?? '';
      const texts: Readonly<Record<string, string>> = messages?.pictureProblems ?? {};
      this.#problem = texts[problem] ?? view.t('sdk-unavailable');
      view.editor.report(error, 'upload');
      return undefined;
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }
}
