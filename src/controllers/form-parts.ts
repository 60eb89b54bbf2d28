import type { CSSResult, ReactiveController } from 'lit';
import { dress, sheetFor } from '../dress.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import { importAgain } from '../import-again.js';
import { enExtras } from '../locales/en-us-extras.js';
import { Localizer } from '../locales/localizer.js';
import type { Messages, Translate } from '../locales/messages.js';
import { takesUploads } from '../photo/takes-uploads.js';
import { isEmpty } from '../profile.js';
import { kit } from '../views/kit.js';
import type { EditingViews, EditorView, OptionalViews } from '../views/view.js';
import { watchForm, type FormHost } from '../views/watch-form.js';
import { catchDrops } from './drop-catcher.js';
import type { PhotoHost, PhotoPicker } from './photo-picker.js';
import { PhotoRemover } from './photo-remover.js';
import { Piece } from './piece.js';

const importOptional = importAgain(
  () => import('../optional.js'),
  (module) => 'createOptional' in module,
  'optional',
);

const importEditing = importAgain(
  () => import('../editing.js'),
  (module) => 'createEditing' in module,
  'editing',
);

/** What the form works with once it is fetched; and what it fetches once there is a need for it. */
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
  readonly #optional: Piece<OptionalViews>;
  readonly #editing: Piece<EditingViews>;
  /** Whether somebody was told that the profile is being loaded, and is to be told that it is there. */
  #isLate: boolean;

  constructor(
    host: FormHost & PhotoHost,
    editor: ProfileEditor,
    t: Translate,
    styles: readonly CSSResult[],
    onLanguage: () => void,
    isLate: boolean,
  ) {
    this.#isLate = isLate;
    this.#host = host;
    this.#editor = editor;
    this.#t = t;
    this.#styles = [...styles];
    this.localizer = new Localizer(host, onLanguage);
    this.remover = new PhotoRemover(host, editor);
    const update = (): void => host.requestUpdate();
    this.#optional = new Piece(() => this.#fetchOptional(), update);
    this.#editing = new Piece(() => this.#fetchEditing(), update);
    watchForm(host);
    catchDrops(host.renderRoot, editor, () => this.#fetchPicker());
    // Before anything is typed, so that what is then to be said need not be waited for.
    for (const type of ['pointerover', 'focusin']) {
      host.renderRoot.addEventListener(type, () => void this.#editing.load());
    }
    host.addController(this);
  }

  /** What a drawing gets from it. */
  get view(): Pick<EditorView, 'dir' | 'editing' | 'isLate' | 'language' | 'optional' | 'remover'> {
    const { language, dir } = this.localizer;
    const { remover } = this;
    return {
      language,
      dir,
      remover,
      isLate: this.#isLate,
      editing: this.#editing.value,
      optional: this.#optional.value,
    };
  }

  /** Settles once what is being fetched is there. */
  get loaded(): Promise<unknown> {
    return Promise.all([this.#optional.loading, this.#editing.loading]);
  }

  hostConnected(): void {
    this.started = this.localizer.start();
    addEventListener('online', this.loadAgain);
  }

  hostDisconnected(): void {
    this.localizer.stop();
    removeEventListener('online', this.loadAgain);
  }

  hostUpdated(): void {
    const { settings } = this.#editor;
    if (takesUploads(settings) || settings.preview) void this.#optional.load();
    // Looked for until it is fetched, and not with every key after that.
    if (!this.#editing.loading && this.#hasSomethingToSay()) void this.#editing.load();
  }

  /** Fetches what could not be fetched. */
  readonly loadAgain = (): void => {
    this.#optional.loadAgain();
    this.#editing.loadAgain();
    this.hostUpdated();
  };

  /** To be called where the element has come to another document. */
  restyle(): void {
    const { shadowRoot } = this.#host;
    if (shadowRoot) dress(shadowRoot, this.#styles);
  }

  /** Puts styles after the form's own; those of a dialog, which may be open by then, stay the last. */
  #addStyles(styles: CSSResult): void {
    const { shadowRoot } = this.#host;
    if (shadowRoot) {
      const sheets = [...shadowRoot.adoptedStyleSheets];
      sheets.splice(this.#styles.length, 0, sheetFor(shadowRoot, styles));
      shadowRoot.adoptedStyleSheets = sheets;
    }
    this.#styles.push(styles);
  }

  #hasSomethingToSay(): boolean {
    const { draft, hasUnsavedChanges, problems, settings, state } = this.#editor;
    const isQuiet = ['idle', 'connecting', 'ready'].includes(state.kind) && isEmpty(problems);
    const hasHint = settings.readonlyFields && settings.messages['readonlyHint'];
    // Initials in place of a photo, which the form then tells of.
    const { renderRoot } = this.#host;
    const isLost = draft.avatar && renderRoot.querySelector('div.avatar');
    const isConnecting = state.kind === 'connecting';
    if (isConnecting && renderRoot.querySelector('.say')?.textContent.trim()) this.#isLate = true;
    // What the profile comes with is not to wait for this.
    const isThere = this.#isLate && !isConnecting;
    return hasUnsavedChanges || !isQuiet || isThere || Boolean(hasHint || isLost);
  }

  async #fetchEditing(): Promise<EditingViews> {
    // What saves goes with it, so that it is at hand when the network is not.
    import('../editor/saving.js').catch(() => undefined);
    const { createEditing, editingStyles, follow, texts } = await importEditing();
    Object.assign(this.texts, texts);
    this.#addStyles(editingStyles);
    follow(this.#host);
    return createEditing(kit);
  }

  async #fetchOptional(): Promise<OptionalViews> {
    const { localizer, remover } = this;
    const { createOptional, optionalStyles, texts } = await importOptional();
    Object.assign(this.texts, texts);
    this.#addStyles(optionalStyles);
    return createOptional({
      host: this.#host,
      editor: this.#editor,
      localizer,
      remover,
      t: this.#t,
    });
  }

  /** For something that is dropped, on any page. */
  async #fetchPicker(): Promise<PhotoPicker | undefined> {
    this.loadAgain();
    await Promise.all([this.#optional.load(), this.#editing.load()]);
    return this.#optional.value?.picker;
  }
}
