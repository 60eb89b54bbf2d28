import type { CSSResult, ReactiveController } from 'lit';
import type { ProfileEditor } from '../editor/profile-editor.js';
import { isTakingOver } from '../hydration.js';
import { importAgain } from '../import-again.js';
import type { Localizer } from '../locales/localizer.js';
import type { Translate } from '../locales/messages.js';
import { nearest } from '../locales/nearest.js';
import type { LazyViews, PhotoTools } from '../views/view.js';
import type { FormHost } from '../views/watch-form.js';
import type { PhotoHost, PhotoPicker } from './photo-picker.js';

const importLazy = importAgain(
  () => import('../lazy.js'),
  (module) => 'Localizer' in module,
  'after',
);
const importTools = importAgain(
  () => import('../photo-tools.js'),
  (module) => 'createPhotoTools' in module,
  'photo-tools',
);

/** How long the form waits for its language before it shows itself in English, in milliseconds. */
const patience = 3_000;
const inTime = (resolve: () => void): unknown => setTimeout(resolve, patience);

/** Fetches what the form can do without for its first moments: words for failures, other languages, photos, presets. */
export class LazyParts implements ReactiveController {
  readonly #host: FormHost & PhotoHost;
  readonly #editor: ProfileEditor;
  readonly #t: Translate;
  readonly #styles: CSSResult[];
  #views: LazyViews | undefined | null;
  #tools: PhotoTools | undefined | null;
  #loadingTools: Promise<void> | undefined;
  #localizer: Localizer | undefined;
  #picker: PhotoPicker | undefined;
  #loading: Promise<void> | undefined;
  #initialLanguage: Promise<void> | undefined;

  constructor(
    host: FormHost & PhotoHost,
    editor: ProfileEditor,
    t: Translate,
    styles: readonly CSSResult[],
  ) {
    this.#host = host;
    this.#styles = [...styles];
    this.#editor = editor;
    this.#t = t;
    host.addController(this);
  }

  /** Undefined until they are there, null where they could not be fetched. */
  get views(): LazyViews | undefined | null {
    return this.#views;
  }

  /** What a page that takes uploads needs besides. */
  get tools(): PhotoTools | undefined | null {
    return this.#tools;
  }

  get localizer(): Localizer | undefined {
    return this.#localizer;
  }

  get picker(): PhotoPicker | undefined {
    return this.#picker;
  }

  /** What the first drawing waits for: a page in another language than English is not shown twice. */
  get initialLanguage(): Promise<void> | undefined {
    return this.#initialLanguage;
  }

  /** Settles once what is being fetched is there. */
  get loaded(): Promise<unknown> {
    return Promise.all([this.#loading, this.#loadingTools]);
  }

  hostConnected(): void {
    if (this.#localizer) {
      void this.#localizer.start();
      return;
    }
    const language = nearest(this.#host, 'lang') ?? navigator.language;
    if (/^en/i.test(language)) return;
    // What a server wrote is in English, and is taken over as it is.
    if (isTakingOver()) void this.#host.updateComplete.then(() => this.load());
    else this.#initialLanguage = Promise.race([this.load(), new Promise<void>(inTime)]);
    // Ahead of what will ask for it.
    import('../locales/choose-language.js').catch(() => undefined);
  }

  hostDisconnected(): void {
    this.#localizer?.stop();
  }

  hostUpdated(): void {
    const { avatarUploadUrl, uploadAvatar } = this.#editor.settings;
    const isNeeded = this.#loading && Boolean(avatarUploadUrl || uploadAvatar);
    if (isNeeded) this.#loadingTools ??= this.#loadTools();
  }

  /** Fetches them once the form is there, so that they are at hand when the network is not; again what could not be fetched. */
  load(): Promise<void> {
    if (!this.#views) this.#loading ??= this.#load();
    if (this.#tools === null) this.#loadingTools = undefined;
    this.hostUpdated();
    return this.#loading ?? Promise.resolve();
  }

  async #load(): Promise<void> {
    const host = this.#host;
    try {
      const lazy = await importLazy();
      // Until all of this is there, it is not shown.
      const onChange = (): void => void (this.#views && host.requestUpdate());
      this.#localizer = new lazy.Localizer(host, onChange);
      if (host.isConnected) await this.#localizer.start();
      this.#picker = new lazy.PhotoPicker(host, this.#editor, this.#localizer, this.#t);
      lazy.watchForm(host);
      this.#views = lazy;
      this.#addStyles(lazy.lazyStyles);
    } catch {
      this.#views = null;
      this.#loading = undefined;
    }
    host.requestUpdate();
  }

  /** Fetches what a page that takes uploads needs besides, once there is such a page. */
  async #loadTools(): Promise<void> {
    try {
      const { createPhotoTools, photoMenuStyles } = await importTools();
      this.#addStyles(photoMenuStyles);
      this.#tools = createPhotoTools(this.#host);
      this.#host.requestUpdate();
    } catch {
      this.#tools = null;
      this.#host.requestUpdate();
    }
  }

  /** To be called where the element has come to another document. */
  restyle(): void {
    const { shadowRoot } = this.#host;
    if (shadowRoot) this.#views?.dress(shadowRoot, this.#styles);
  }

  #addStyles(styles: CSSResult): void {
    this.#styles.push(styles);
    this.restyle();
  }
}
