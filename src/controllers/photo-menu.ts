import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The element around a menu. */
interface MenuHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Opens, closes and walks through the menu of the photo, as https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ has it. */
export class PhotoMenu implements ReactiveController {
  readonly #host: MenuHost;
  // The focus goes without a word where the page hides what is around the menu.
  readonly #watch = new ResizeObserver(([entry]) => {
    if (!entry?.target.getClientRects().length) this.#close();
  });
  #isOpen = false;

  constructor(host: MenuHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  hostDisconnected(): void {
    this.#close();
  }

  /** For the buttons that open it: a click. */
  readonly toggle = (): void => {
    if (this.#isOpen) this.#close();
    else this.#open(0);
  };

  /** For the button: the arrows open it, too. */
  readonly onButtonKey = (event: KeyboardEvent): void => {
    const index = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (index === undefined) return;
    event.preventDefault();
    this.#open(index);
  };

  /** For the menu: arrows, Home, End, first letters; Escape closes it, and nothing around it. */
  readonly onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key === 'Tab') {
      this.#close();
      return;
    }
    if (ctrlKey || metaKey || altKey) return;
    event.stopPropagation();
    if (key === 'Escape') {
      event.preventDefault();
      this.#close();
      this.#button?.focus();
      return;
    }
    const next = this.#itemFor(key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !this.#menu?.contains(relatedTarget as Node)) this.#close();
  };

  /** Closes the menu, and does what was chosen. */
  choose(act: () => void): void {
    this.#close();
    this.#button?.focus();
    act();
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[role=menu]');
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[aria-haspopup]');
  }

  get #items(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #itemFor(key: string): HTMLElement | undefined {
    const items = this.#items;
    const index = items.findIndex((item) => item.matches(':focus'));
    const { length } = items;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (index + 1) % length,
      ArrowUp: (Math.max(index, 0) + length - 1) % length,
      Home: 0,
      End: length - 1,
    };
    const place = places[key];
    if (place !== undefined) return items[place];
    if ([...key].length !== 1 || key === ' ') return undefined;
    const letter = key.toLocaleLowerCase();
    const inOrder = [...items.slice(index + 1), ...items.slice(0, index + 1)];
    return inOrder.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter));
  }

  #open(index: number): void {
    if (this.#button?.ariaDisabled === 'true') return;
    this.#isOpen = true;
    addEventListener('pointerdown', this.#onPointer, true);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#items.at(index)?.focus();
      if (this.#menu) this.#watch.observe(this.#menu);
    });
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#watch.disconnect();
    removeEventListener('pointerdown', this.#onPointer, true);
    this.#host.requestUpdate();
  }

  readonly #onPointer = (event: Event): void => {
    const path = event.composedPath();
    const isOurs = [
      ...this.#host.renderRoot.querySelectorAll('[role=menu], [aria-haspopup], .badge'),
    ];
    if (!isOurs.some((each) => path.includes(each))) this.#close();
  };
}
