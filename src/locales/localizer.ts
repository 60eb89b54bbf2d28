import { builtIn, isBuiltIn } from './built-in.js';
import type { ChosenLanguage } from './choose-language.js';
import { importLanguages } from './import-languages.js';
import type { Messages } from './messages.js';
import { nearest } from './nearest.js';
import { onRegister } from './registry.js';

/** How long the form waits for its language before it shows itself in English, in milliseconds. */
const patience = 3_000;
/** When texts that could not be fetched are tried again at first, and at most, in milliseconds. */
const firstRetry = 5_000;
const lastRetry = 300_000;

/** A language and how it is shown. */
type Choice = Omit<ChosenLanguage, 'dir'> & { readonly dir: Localizer['dir'] };

/** Fetches the texts of a language. Rejects where they cannot be fetched. */
export type LoadTexts = (choice: ChosenLanguage) => Promise<Partial<Messages>>;

/** Follows the language of the page around an element: the nearest `lang`, else the browser's. */
export class Localizer {
  readonly #host: Element;
  readonly #onChange: () => void;
  readonly #load: LoadTexts;
  readonly #observer = new MutationObserver(() => void this.follow());
  #choice: Choice | undefined;
  #turn: object | undefined;
  #stopListening: (() => void) | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #retryDelay = firstRetry;

  /** The texts in the language; undefined for English (US), which is built in and stands in for what is missing. */
  texts: Partial<Messages> | undefined;
  /** BCP 47, in the form that `Intl` takes: the language that is shown, for numbers, dates and lists. */
  language = 'en';
  /** The direction that the page says, else that of the language; undefined where the page leaves it to the texts. */
  dir: 'ltr' | 'rtl' | undefined;

  constructor(host: Element, onChange: () => void, load: LoadTexts = loadTexts) {
    this.#host = host;
    this.#onChange = onChange;
    this.#load = load;
  }

  /** Begins, or begins again where the element was moved to. Settles when the texts are there. */
  async start(): Promise<void> {
    this.stop();
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, {
        attributes: true,
        attributeFilter: ['lang', 'dir'],
        subtree: true,
      });
    }
    this.#stopListening = onRegister(this.#retry);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([this.follow(), timeout]);
    clearTimeout(timer);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#stopListening?.();
    this.#endRetry();
  }

  /** Looks at the language anew. */
  async follow(): Promise<void> {
    const turn = (this.#turn = {});
    let choice: Choice = { code: '', language: 'en', dir: 'ltr' };
    let texts: Partial<Messages> | undefined;
    let isMissing = false;
    try {
      const chosen = await this.#choose();
      choice = { ...chosen, dir: this.#directionFor(chosen) };
      if (turn !== this.#turn || this.#isShown(choice)) return;
      this.#endRetry();
      if (choice.code !== builtIn) texts = await this.#load(chosen);
    } catch {
      isMissing = true;
      // English is read out, and laid out, as English.
      choice = { code: '', language: 'en', dir: 'ltr' };
    }
    // Meanwhile the page may have changed to yet another.
    if (turn !== this.#turn) return;
    this.#endRetry();
    this.#choice = choice;
    this.texts = texts;
    this.language = choice.language;
    this.dir = choice.dir;
    if (isMissing) this.#beginRetry();
    else this.#retryDelay = firstRetry;
    this.#onChange();
  }

  /** Where it is in American English, nothing has to be fetched to find that out. */
  async #choose(): Promise<ChosenLanguage> {
    const page = nearest(this.#host, 'lang')?.trim();
    const language = page || (navigator.languages[0] ?? 'en');
    if (!isBuiltIn(language)) return (await importLanguages()).chooseLanguage(page ?? '');
    return { code: builtIn, language: language.length > 2 ? 'en-US' : 'en', dir: 'ltr' };
  }

  /** Said again inside: Chromium's `:dir()` misses it where a page changes its own. */
  #directionFor({ dir }: ChosenLanguage): Localizer['dir'] {
    const given = nearest(this.#host, 'dir')?.toLowerCase();
    if (given === undefined) return dir;
    return given === 'rtl' || given === 'ltr' ? given : undefined;
  }

  #isShown({ code, language, dir }: Choice): boolean {
    const last = this.#choice;
    return code === last?.code && language === last.language && dir === last.dir;
  }

  #beginRetry(): void {
    this.#retryTimer = setTimeout(this.#retry, this.#retryDelay);
    this.#retryDelay = Math.min(this.#retryDelay * 2, lastRetry);
    addEventListener('online', this.#retry);
  }

  readonly #retry = (): void => {
    this.#choice = undefined;
    void this.follow();
  };

  #endRetry(): void {
    clearTimeout(this.#retryTimer);
    removeEventListener('online', this.#retry);
  }
}

async function loadTexts(choice: ChosenLanguage): Promise<Partial<Messages>> {
  return (await importLanguages()).loadTexts(choice);
}

/** The trees around an element, innermost first: a change inside a shadow root is not seen from outside. */
function rootsOf(start: Element): Node[] {
  const roots: Node[] = [];
  for (let root = start.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    roots.push(root);
    // Of whichever document: `instanceof` knows that of the script only.
    if (!('host' in root)) return roots;
  }
}
