import type { Pacer } from './pacer.js';

const signals = ['online', 'pagehide', 'visibilitychange'];

/** Tells an editor of the page around it: back online, back in view, about to be left. */
export class PageSignals implements EventListenerObject {
  readonly #pacer: Pacer;
  readonly #onOnline: () => void;
  readonly #onShow: () => void;
  readonly #onHide: () => void;

  constructor(pacer: Pacer, onOnline: () => void, onShow: () => void, onHide: () => void) {
    this.#pacer = pacer;
    this.#onOnline = onOnline;
    this.#onShow = onShow;
    this.#onHide = onHide;
  }

  start(): void {
    for (const type of signals) addEventListener(type, this);
  }

  stop(): void {
    this.guard(false);
    for (const type of signals) removeEventListener(type, this);
  }

  /** Whether the browser asks before the page is left. The listener bars the back/forward cache, so it exists only while needed. */
  guard(isDirty: boolean): void {
    if (isDirty) addEventListener('beforeunload', this);
    else removeEventListener('beforeunload', this);
  }

  handleEvent(event: Event): void {
    const { type } = event;
    const isShown = type === 'visibilitychange' && document.visibilityState === 'visible';
    if (type === 'beforeunload') event.preventDefault();
    else if (type === 'online') this.#pacer.run(this.#onOnline);
    else if (isShown) this.#pacer.run(this.#onShow);
    else this.#onHide();
  }
}
