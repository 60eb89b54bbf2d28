import { languages, loaders } from './loaders.js';
import { isRightToLeft, matchLanguage } from './match.js';
import type { Messages } from './messages.js';

/** How long the form waits for its language before it shows itself in English, in milliseconds. */
const patience = 3_000;

/** Follows the language of the page around an element: the nearest `lang`, else the browser's. */
export class Localizer {
  readonly #host: Element;
  readonly #onChange: () => void;
  readonly #observer = new MutationObserver(() => void this.follow());
  #code = 'en-us';

  /** The texts in the language; undefined for English (US), which is built in. */
  texts: Messages | undefined;
  /** BCP 47, for numbers, dates and lists. */
  language = 'en';
  /** The direction of the language, where the page itself says none. */
  dir: 'ltr' | 'rtl' | undefined;

  constructor(host: Element, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([this.follow(), timeout]);
    clearTimeout(timer);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Looks at the language anew. */
  async follow(): Promise<void> {
    const given = nearest(this.#host, 'lang');
    let found: string | undefined;
    const tag = [given ?? navigator.languages]
      .flat()
      .find((each) => (found = matchLanguage(each, languages)));
    const code = found ?? 'en-us';
    const hasDirection = nearest(this.#host, 'dir') !== undefined;
    const dir = hasDirection ? undefined : isRightToLeft(code) ? 'rtl' : 'ltr';
    if (code === this.#code && tag === this.language && dir === this.dir) return;
    this.#code = code;
    // What is built in needs nobody to fetch it.
    const texts = code === 'en-us' ? undefined : await loadTexts(code);
    // Meanwhile the page may have changed to yet another.
    if (this.#code !== code) return;
    this.texts = texts;
    this.language = tag ?? 'en';
    this.dir = dir;
    this.#onChange();
  }
}

async function loadTexts(code: string): Promise<Messages | undefined> {
  try {
    return (await loaders[code]?.())?.messages;
  } catch {
    return undefined;
  }
}

/** The nearest value of an attribute, through shadow roots. */
function nearest(start: Element, attribute: string): string | undefined {
  for (let element: Element | undefined = start; element;) {
    const found: Element | null = element.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute) || undefined;
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}

/** The trees around an element, innermost first: a change inside a shadow root is not seen from outside. */
function rootsOf(start: Element): Node[] {
  const roots: Node[] = [];
  for (let root: Node = start.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}
