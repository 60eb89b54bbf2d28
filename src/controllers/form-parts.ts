import type { CSSResult, ReactiveController } from 'lit';
import { dress } from '../dress.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import { importAgain } from '../import-again.js';
import { enExtras } from '../locales/en-us-extras.js';
import { Localizer } from '../locales/localizer.js';
import type { Messages, Translate } from '../locales/messages.js';
import { takesUploads } from '../photo/takes-uploads.js';
import type { OptionalViews } from '../views/view.js';
import { watchForm, type FormHost } from '../views/watch-form.js';
import { catchDrops } from './drop-catcher.js';
import type { PhotoHost, PhotoPicker } from './photo-picker.js';
import { PhotoRemover } from './photo-remover.js';

const importOptional = importAgain(
  () => import('../optional.js'),
  (module) => 'createOptional' in module,
  'optional',
);

/** What the form works with once it is fetched; and what only some pages need, once there is such a page. */
export class FormParts implements ReactiveController {
  readonly localizer: Localizer;
  readonly remover: PhotoRemover;
  /** The texts of all that is there, in English. */
  readonly texts: Partial<Messages> = { ...enExtras };
  /** Settles once the language is there. */
  started: Promise<void> | undefined;
  readonly #host: FormHost & PhotoHost;
  readonly #editor: ProfileEditor;
  readonly #t: Translate;
  readonly #styles: CSSResult[];
  #optional: OptionalViews | undefined | null;
  #loading: Promise<void> | undefined;

  constructor(
    host: FormHost & PhotoHost,
    editor: ProfileEditor,
    t: Translate,
    styles: readonly CSSResult[],
    onLanguage: () => void,
  ) {
    this.#host = host;
    this.#editor = editor;
    this.#t = t;
    this.#styles = [...styles];
    this.localizer = new Localizer(host, onLanguage);
    this.remover = new PhotoRemover(host, editor);
    watchForm(host);
    catchDrops(host.renderRoot, editor, () => this.#fetchPicker());
    host.addController(this);
  }

  /** What only some pages need; undefined on others, or until it is there; null where it could not be fetched. */
  get optional(): OptionalViews | undefined | null {
    return this.#optional;
  }

  /** Settles once what is being fetched is there. */
  get loaded(): Promise<void> | undefined {
    return this.#loading;
  }

  hostConnected(): void {
    this.started = this.localizer.start();
  }

  hostDisconnected(): void {
    this.localizer.stop();
  }

  hostUpdated(): void {
    const { settings } = this.#editor;
    if (takesUploads(settings) || settings.preview) this.#loading ??= this.#load();
  }

  /** Fetches what could not be fetched. */
  loadAgain(): void {
    if (this.#optional === null) this.#loading = undefined;
    this.hostUpdated();
  }

  addStyles(styles: CSSResult): void {
    this.#styles.push(styles);
    this.restyle();
  }

  /** To be called where the element has come to another document. */
  restyle(): void {
    const { shadowRoot } = this.#host;
    if (shadowRoot) dress(shadowRoot, this.#styles);
  }

  async #load(): Promise<void> {
    const { localizer, remover } = this;
    try {
      const { createOptional, optionalStyles, texts } = await importOptional();
      Object.assign(this.texts, texts);
      this.#optional = createOptional({
        host: this.#host,
        editor: this.#editor,
        localizer,
        remover,
        t: this.#t,
      });
      this.addStyles(optionalStyles);
    } catch {
      this.#optional = null;
    }
    this.#host.requestUpdate();
  }

  /** For something that is dropped, on any page. */
  async #fetchPicker(): Promise<PhotoPicker | undefined> {
    this.loadAgain();
    await (this.#loading ??= this.#load());
    return this.#optional?.picker;
  }
}
