import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLocalPage } from '../editor/draft.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import type { Localizer } from '../locales/localizer.js';
import type { MessageKey, Translate } from '../locales/messages.js';
import { addressIn, mayHaveCamera, pictureIn } from '../photo/accept.js';
import { hasFile, type Dropped } from '../photo/dropped.js';
import type { DialogPlace, PhotoDialogs } from '../photo/photo-dialogs.js';
import type { PhotoResult } from '../photo/photo-editor.js';
import { takesUploads } from '../photo/takes-uploads.js';
import { checkPhotoUrl, cleanPhotoUrl } from '../rules.js';
import { importDialogs } from './import-dialogs.js';
import { PhotoComplaint } from './photo-complaint.js';
import type { PhotoRemover } from './photo-remover.js';

/**
 * How long a photo waits once the dialog has gone, in milliseconds. Chromium tells a screen reader nothing of what changes
 * while it takes the page behind a modal dialog back into its tree: "Save changes" was then heard as unavailable (Orca 43).
 */
const afterDialog = 150;

/** How long a dialog from the menu may take to come before the button, which has the focus, is unavailable, in milliseconds. */
const tooLong = 300;

/** The element around a picker. */
export interface PhotoHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What a picker works with. */
export interface PickerParts {
  readonly host: PhotoHost;
  readonly editor: ProfileEditor;
  readonly localizer: Localizer;
  readonly remover: PhotoRemover;
  readonly t: Translate;
}

/** What is open for a person: whoever else takes over in the meantime gets nothing of it. */
interface Work {
  readonly person: object;
  readonly abort: AbortController;
  /** Whether its dialog is awaited for so long that this is to be seen. */
  isAwaited: boolean;
}

/** Takes photos that are chosen, dropped, pasted or taken, and hands them to the editor once they are cropped. */
export class PhotoPicker implements ReactiveController {
  readonly #host: PhotoHost;
  readonly #editor: ProfileEditor;
  readonly #localizer: Localizer;
  readonly #remover: PhotoRemover;
  readonly #t: Translate;
  readonly #complaint: PhotoComplaint;
  #dialogs: PhotoDialogs | undefined;
  #work: Work | undefined;
  #result: PhotoResult | undefined;
  #preview: string | undefined;
  #language = '';
  #isAddressOpen = false;
  #person: object | undefined;

  constructor({ host, editor, localizer, remover, t }: PickerParts) {
    this.#host = host;
    this.#editor = editor;
    this.#localizer = localizer;
    this.#remover = remover;
    this.#t = t;
    this.#complaint = new PhotoComplaint(editor);
    const { renderRoot: root } = host;
    root.addEventListener('paste', (event) => {
      const { clipboardData: data, target } = event as ClipboardEvent;
      // Office programs copy a text as a picture, too: a text field wants the text.
      const isText =
        data?.types.includes('text/plain') && (target as Element).matches('input, textarea');
      if (isText || !this.mayUpload || !hasFile(data)) return;
      event.preventDefault();
      this.#pick(data?.files);
    });
    host.addController(this);
  }

  /**
   * Whether a dialog is on its way, and takes its time. Nobody can press what is behind one that is there, and what gets the
   * focus from the menu, or back from the dialog, would be read as unavailable although it is not.
   */
  get isBusy(): boolean {
    return this.#work?.isAwaited ?? false;
  }

  /** Whether something is being picked. */
  get isOpen(): boolean {
    return this.#work !== undefined;
  }

  /** What is wrong with what was picked, for a person. */
  get problem(): string | undefined {
    return this.#complaint.text;
  }

  get mayUpload(): boolean {
    return this.#remover.isReady && takesUploads(this.#editor.settings);
  }

  get mayTake(): boolean {
    return this.mayUpload && mayHaveCamera();
  }

  get mayCropAgain(): boolean {
    return this.mayUpload && this.#editor.photo !== undefined && this.#result !== undefined;
  }

  get mayRemove(): boolean {
    return this.#remover.mayRemove;
  }

  /** Whether the person wants to give a photo by its address, although one may be uploaded. */
  get isAddressOpen(): boolean {
    return this.#isAddressOpen;
  }

  /** Shows the field for the photo's address. */
  openAddress(): void {
    this.#isAddressOpen = true;
    this.#host.requestUpdate();
    const { renderRoot } = this.#host;
    void this.#host.updateComplete.then(() =>
      renderRoot.querySelector<HTMLElement>('#avatar')?.focus(),
    );
  }

  /** Opens the system's dialog for files. */
  choose(): void {
    if (this.#work) return;
    this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  /** To be called when a file was chosen. */
  onChosen(input: HTMLInputElement): void {
    const files = Array.from(input.files ?? []);
    // The same file may be chosen again.
    input.value = '';
    this.#pick(files);
  }

  take(): void {
    void this.#open((dialogs, place) => dialogs.take(place), tooLong);
  }

  cropAgain(): void {
    const result = this.#result;
    if (result) void this.#open((dialogs, place) => dialogs.cropAgain(result, place), tooLong);
  }

  remove(): void {
    this.#remover.remove();
  }

  /** Takes what was dropped on the form. */
  drop(dropped: Dropped): void {
    const { files } = dropped;
    if (files && this.mayUpload) this.#pick(files);
    else if (this.#remover.isReady) this.#takeAddress(addressIn(dropped));
  }

  hostUpdate(): void {
    const { person } = this.#editor;
    if (person !== this.#person) this.#isAddressOpen = false;
    this.#person = person;
    if (this.#remover.isReady) this.#complaint.follow();
    else this.#complaint.say(undefined);
    const { language } = this.#localizer;
    if ((this.problem || this.#work) && language !== this.#language) void this.#translate();
    this.#language = language;
  }

  hostUpdated(): void {
    if (this.#work && !this.#isWanted(this.#work)) this.#work.abort.abort();
  }

  /** A camera does not stay on for an editor that is gone; a move is none of that. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#work?.abort.abort();
    });
  }

  #takeAddress(address: string): void {
    const code = this.#refuse(address);
    this.#complaint.say(code && (() => this.#t(code)));
    if (!code) {
      this.#editor.edit('avatar', address);
      this.#editor.touch('avatar');
    }
    this.#host.requestUpdate();
  }

  /** What is wrong with an address that was dropped. */
  #refuse(address: string): MessageKey | undefined {
    if (this.#editor.settings.noPhotoUrl) return 'image-unreadable';
    return address ? checkPhotoUrl(cleanPhotoUrl(address), isLocalPage)?.code : 'photoNotUrl';
  }

  #pick(files: ArrayLike<File> = []): void {
    const file = pictureIn(files);
    if (file) void this.#open((dialogs, place) => dialogs.crop(file, place));
  }

  async #open(
    open: (dialogs: PhotoDialogs, place: DialogPlace) => Promise<PhotoResult | undefined>,
    patience = 0,
  ): Promise<void> {
    if (this.#work || !this.mayUpload) return;
    const { person } = this.#editor;
    const work: Work = { person, abort: new AbortController(), isAwaited: patience === 0 };
    this.#work = work;
    this.#complaint.say(undefined);
    this.#host.requestUpdate();
    const setAwaited = (isAwaited: boolean): void => {
      clearTimeout(timer);
      work.isAwaited = isAwaited;
      this.#host.requestUpdate();
    };
    const timer = work.isAwaited ? undefined : setTimeout(setAwaited, patience, true);
    try {
      this.#dialogs ??= await importDialogs();
      const onShown = (): void => setAwaited(false);
      const place = this.#place(work.abort.signal);
      const result = await open(this.#dialogs, { ...place, onShown });
      if (result) await new Promise((resolve) => setTimeout(resolve, afterDialog));
      if (result && this.#isWanted(work)) this.#keep(result);
    } catch (error) {
      if (!this.#isWanted(work)) return;
      this.#complaint.say(() => this.#dialogs?.describe(error) ?? this.#t('sdk-unavailable'));
      this.#editor.report(error, 'upload');
    } finally {
      this.#work = undefined;
      setAwaited(false);
    }
  }

  /** Whether what is open is still for the person who is there, and for a photo that they may change. */
  #isWanted({ person, abort }: Work): boolean {
    return !abort.signal.aborted && person === this.#editor.person && this.mayUpload;
  }

  #keep(result: PhotoResult): void {
    const isStored = this.#preview === this.#editor.storedPhoto?.preview;
    if (this.#preview && !isStored) URL.revokeObjectURL(this.#preview);
    const preview = URL.createObjectURL(result.image);
    this.#preview = preview;
    this.#result = result;
    this.#editor.pickPhoto({ blob: result.image, fileName: result.fileName, preview });
  }

  /** What is said of a photo, and an open dialog, follow the page's language. */
  async #translate(): Promise<void> {
    await this.#dialogs?.follow(this.#place(new AbortController().signal));
    this.#host.requestUpdate();
  }

  #place(signal: AbortSignal): DialogPlace {
    const container = this.#host.renderRoot as ShadowRoot;
    const { language } = this.#localizer;
    const isRightToLeft = getComputedStyle(container.host).direction === 'rtl';
    const dir = this.#localizer.dir ?? (isRightToLeft ? 'rtl' : 'ltr');
    const { avatarSize: size, messages } = this.#editor.settings;
    return { container, language, dir, messages, size, signal };
  }
}
