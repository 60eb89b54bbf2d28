import { html, type TemplateResult } from 'lit';
import { photoAccept, fileFrom, hasFile, mayHaveCamera } from '../photo/accept.js';
import type { DeskHost, PhotoDesk } from '../photo/photo-desk.js';
import type { ProfileSaveEvent } from '../events.js';
import type { Localizer } from '../locales/localizer.js';
import type { EditorView } from './view.js';

/** Offers the ways to pick a picture; what happens to it then is fetched with the first one. */
export class PhotoPicker {
  readonly #host: DeskHost & EventTarget;
  readonly #localizer: Localizer;
  readonly #shown = new Set<string | undefined>();
  #view: EditorView | undefined;
  #desk: PhotoDesk | undefined;
  #isBusy = false;
  #problem: string | undefined;
  #removed: { readonly uid: string; readonly url: string; readonly pending?: string } | undefined;

  constructor(host: DeskHost & EventTarget, localizer: Localizer) {
    this.#host = host;
    this.#localizer = localizer;
    const { renderRoot: root } = host;
    host.addEventListener('profile-save', (event) => this.#desk?.join(event as ProfileSaveEvent));
    root.addEventListener('dragover', (event) => {
      if (this.#takes((event as DragEvent).dataTransfer)) event.preventDefault();
    });
    root.addEventListener('drop', (event) =>
      this.#receive(event, (event as DragEvent).dataTransfer),
    );
    root.addEventListener('paste', (event) => {
      const { clipboardData: data, target } = event as ClipboardEvent;
      // Office programs copy a text as a picture, too: a text field wants the text.
      const isText =
        data?.types.includes('text/plain') && (target as Element).matches('input, textarea');
      if (!isText) this.#receive(event, data);
    });
  }

  get isUploading(): boolean {
    return Boolean(this.#desk?.isUploading);
  }

  /** Ends the upload, and with it the save; the picture and the other edits stay. */
  cancel(): void {
    this.#desk?.cancel();
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#desk?.progress ?? 0;
  }

  /** The buttons below the photo URL. */
  render(view: EditorView): TemplateResult {
    this.#view = view;
    this.#shown.add(view.photo);
    this.#desk?.follow(view.photo);
    const { t, editor } = view;
    const isReady = editor.hasValues && !view.readonly.has('avatar');
    const hasPhoto = editor.draft.avatar !== '' || editor.pendingPhoto !== undefined;
    const canUndo = !hasPhoto && this.#removed?.uid === editor.uid;
    const mayUpload = isReady && this.#canUpload;
    const button = (
      isThere: unknown,
      key: Parameters<typeof t>[0],
      onClick: () => void,
    ): TemplateResult | undefined =>
      isThere
        ? html`
            <button
              type="button"
              class="small"
              aria-disabled=${this.#isBusy ? 'true' : 'false'}
              @click=${onClick}
            >
              ${t(key)}
            </button>
          `
        : undefined;
    return html`
      ${button(mayUpload, 'changePhoto', () => this.#choose())}
      ${button(mayUpload && mayHaveCamera(), 'takePhoto', () => void this.#work((desk) => desk.take()))}
      ${button(
        mayUpload && editor.pendingPhoto,
        'editPhoto',
        () => void this.#work((desk) => desk.cropAgain()),
      )}
      ${button(isReady && (hasPhoto || canUndo), canUndo ? 'undo' : 'removePhoto', () =>
        canUndo ? this.#undo() : this.#remove(),
      )}
      ${
        mayUpload
          ? html`
              <input
                type="file"
                hidden
                accept=${photoAccept}
                @change=${(event: Event) => this.#chosen(event.target as HTMLInputElement)}
              />
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
    this.#pick(fileFrom(data));
  }

  #choose(): void {
    if (!this.#isBusy)
      this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #chosen(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    this.#pick(file);
  }

  #pick(file: File | undefined): void {
    if (file) void this.#work((desk) => desk.pick(file));
  }

  #remove(): void {
    if (!this.#view) return;
    const { uid, draft, pendingPhoto: pending } = this.#view.editor;
    this.#removed = { uid, url: draft.avatar, ...(pending !== undefined && { pending }) };
    this.#view.onEdit('avatar', '');
  }

  #undo(): void {
    if (!this.#view || !this.#removed) return;
    const { url, pending } = this.#removed;
    this.#view.onEdit('avatar', url);
    if (pending !== undefined) this.#view.editor.attachPhoto(pending);
    this.#removed = undefined;
  }

  async #work(work: (desk: PhotoDesk) => Promise<void>): Promise<void> {
    const view = this.#view;
    if (this.#isBusy || !view) return;
    const { editor, t } = view;
    this.#isBusy = true;
    this.#problem = undefined;
    this.#host.requestUpdate();
    try {
      const { PhotoDesk } = await import('../photo/photo-desk.js');
      this.#desk ??= new PhotoDesk(this.#host, editor, this.#localizer, this.#shown);
      await work(this.#desk);
    } catch (error) {
      this.#problem = this.#desk?.describe(error) ?? t('sdk-unavailable');
      editor.report(error, 'upload');
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }
}
