import { canonicalTag } from './language-tag.js';
import { languages, loaders } from './loaders.js';
import { isRightToLeft, matchLanguage } from './match.js';
import type { Messages } from './messages.js';
import { nearest } from './nearest.js';
import { findRegistered, onRegister, registeredTexts } from './registry.js';

/** How long the form waits for its language before it shows itself in English, in milliseconds. */
const patience = 3_000;
/** When texts that could not be fetched are tried again at first, and at most, in milliseconds. */
const firstRetry = 5_000;
const lastRetry = 300_000;

/** The catalogue that needs nobody to fetch it. */
const builtIn = 'en-us';

/** A language and how it is shown. */
interface Choice {
  readonly code: string;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl' | undefined;
}

/** Fetches the texts of a language, as it is shown; undefined for English (US). Rejects where they cannot be fetched. */
export type LoadTexts = (code: string, language: string) => Promise<Partial<Messages> | undefined>;

/** Follows the language of the page around an element: the nearest `lang`, else the browser's. */
export class Localizer {
  readonly #host: Element;
  readonly #onChange: () => void;
  readonly #load: LoadTexts;
  readonly #observer = new MutationObserver(() => void this.follow());
  #choice: Choice | undefined;
  #isMissing = false;
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
    // What is missing is asked for again at the next start.
    if (this.#isMissing) this.#choice = undefined;
  }

  /** Looks at the language anew. */
  async follow(): Promise<void> {
    const choice = this.#choose();
    const { code, language, dir } = choice;
    const last = this.#choice;
    if (last && code === last.code && language === last.language && dir === last.dir) return;
    this.#choice = choice;
    this.#endRetry();
    let texts: Partial<Messages> | undefined;
    let isMissing = false;
    try {
      if (code !== builtIn) texts = await this.#load(code, language);
    } catch {
      isMissing = true;
    }
    // Meanwhile the page may have changed to yet another.
    if (this.#choice !== choice) return;
    this.#isMissing = isMissing;
    this.texts = texts;
    // English is read out, and laid out, as English.
    this.language = isMissing ? 'en' : language;
    this.dir = isMissing ? 'ltr' : dir;
    if (isMissing) this.#beginRetry();
    else this.#retryDelay = firstRetry;
    this.#onChange();
  }

  #choose(): Choice {
    const page = canonicalTag(nearest(this.#host, 'lang') ?? '');
    const tags = page ? [page] : navigator.languages.map((each) => canonicalTag(each) ?? '');
    const tag = tags.find((each) => codeFor(each)) ?? 'en';
    const code = codeFor(tag) ?? builtIn;
    // A relative's texts are not in the language of the tag: `nn` is shown Bokmål.
    const isSame = tag.split('-')[0] === code.split('-')[0];
    const language = isSame ? tag : (canonicalTag(code) ?? 'en');
    const given = nearest(this.#host, 'dir')?.toLowerCase();
    const own = isRightToLeft(code) ? 'rtl' : 'ltr';
    // Said again inside: Chromium's `:dir()` misses it where a page changes its own.
    const dir = given === undefined ? own : given === 'rtl' || given === 'ltr' ? given : undefined;
    return { code, language, dir };
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

/** The catalogue for a language tag: the page's own first. */
function codeFor(tag: string): string | undefined {
  return findRegistered(tag) ?? matchLanguage(tag, languages);
}

async function loadTexts(code: string, language: string): Promise<Partial<Messages> | undefined> {
  // What the page only corrects is completed from what is there for the country, or the script: `pt` from `pt-pt` in Portugal.
  const base = await loaders[matchLanguage(language, languages) ?? '']?.();
  return { ...base?.messages, ...registeredTexts(code) };
}

/** The trees around an element, innermost first: a change inside a shadow root is not seen from outside. */
function rootsOf(start: Element): Node[] {
  const roots: Node[] = [];
  for (let root: Node = start.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}
