import type { CSSResult, ReactiveController } from 'lit';
import type { EditorStateName } from '../editor/editor-state.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import { isTakingOver } from '../hydration.js';
import { importAgain } from '../import-again.js';
import type { Translate } from '../locales/messages.js';
import { nearest } from '../locales/nearest.js';
import { takesUploads } from '../photo/takes-uploads.js';
import type { LazyViews } from '../views/view.js';
import type { FormHost } from '../views/watch-form.js';
import type { FormParts } from './form-parts.js';
import type { PhotoHost } from './photo-picker.js';

const importLazy = importAgain(
  () => import('../lazy.js'),
  (module) => 'FormParts' in module,
  'after',
);

/** How long the form waits for its language before it shows itself in English, in milliseconds. */
const patience = 3_000;
const inTime = (resolve: () => void): unknown => setTimeout(resolve, patience);

/** Fetches what the form can do without for its first moments: words for failures, other languages, presets. */
export class LazyParts implements ReactiveController {
  readonly #host: FormHost & PhotoHost;
  readonly #editor: ProfileEditor;
  readonly #t: Translate;
  readonly #styles: readonly CSSResult[];
  #views: LazyViews | undefined | null;
  #parts: FormParts | undefined;
  #loading: Promise<void> | undefined;
  #initialLanguage: Promise<void> | undefined;
  #state: EditorStateName | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  constructor(
    host: FormHost & PhotoHost,
    editor: ProfileEditor,
    t: Translate,
    styles: readonly CSSResult[],
  ) {
    this.#host = host;
    this.#styles = styles;
    this.#editor = editor;
    this.#t = t;
    host.addController(this);
  }

  /** Undefined until they are there, null where they could not be fetched. */
  get views(): LazyViews | undefined | null {
    return this.#views;
  }

  get parts(): FormParts | undefined {
    return this.#parts;
  }

  /** Whether it has been connecting for a while, with nothing to show. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** What the first drawing waits for: a page in another language than English is not shown twice. */
  get initialLanguage(): Promise<void> | undefined {
    return this.#initialLanguage;
  }

  /** Settles once what is being fetched is there. */
  get loaded(): Promise<unknown> | undefined {
    return this.#loading?.then(() => this.#parts?.loaded);
  }

  hostConnected(): void {
    const language = nearest(this.#host, 'lang') ?? navigator.language;
    if (this.#parts || /^en/i.test(language)) return;
    // What a server wrote is in English, and is taken over as it is.
    if (isTakingOver()) void this.#host.updateComplete.then(() => this.load());
    else this.#initialLanguage = Promise.race([this.load(), new Promise<void>(inTime)]);
    // Ahead of what will ask for it.
    import('../locales/choose-language.js').catch(() => undefined);
  }

  hostUpdated(): void {
    const state = this.#editor.state.kind;
    // What could not be fetched is not fetched again with every update.
    if (state === this.#state) return;
    clearTimeout(this.#timer);
    // A region that comes with its first words does not say them, in Firefox; and who waits for a moment only need not know.
    if (state === 'connecting') this.#timer = setTimeout(this.#onSlow, 300);
    else if (state !== 'idle') void this.load(this.#isSlow);
    this.#state = state;
    this.#isSlow = false;
  }

  /**
   * Fetches them once the form is there, so that they are at hand when the network is not; again what could not be fetched.
   *
   * @param isLate whether somebody is told that the profile is being loaded
   */
  load(isLate = false): Promise<void> | undefined {
    if (!this.#views) this.#loading ??= this.#load(isLate);
    this.#parts?.loadAgain();
    const { settings } = this.#editor;
    // Ahead of what will ask for it.
    if (takesUploads(settings) || settings.preview) import('../optional.js').catch(() => undefined);
    return this.#loading;
  }

  readonly #onSlow = (): void => {
    this.#isSlow = !this.#editor.hasValues;
    this.#host.requestUpdate();
  };

  async #load(isLate: boolean): Promise<void> {
    const host = this.#host;
    try {
      const lazy = await importLazy();
      // Until all of this is there, it is not shown.
      const onLanguage = (): void => void (this.#views && host.requestUpdate());
      const styles = [...this.#styles, lazy.lazyStyles];
      const parts = new lazy.FormParts(host, this.#editor, this.#t, styles, onLanguage, isLate);
      parts.hostUpdated();
      await parts.started;
      this.#parts = parts;
      this.#views = lazy;
      parts.restyle();
    } catch {
      this.#views = null;
      this.#loading = undefined;
    }
    host.requestUpdate();
  }
}
