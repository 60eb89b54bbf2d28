const signals = ['online', 'pagehide', 'visibilitychange'];

/** Tells an editor of the page around it: back online, back in view, about to be left. */
export class PageSignals implements EventListenerObject {
  readonly #onReturn: (signal: 'online' | 'visible') => void;
  readonly #onHide: () => void;

  constructor(onReturn: (signal: 'online' | 'visible') => void, onHide: () => void) {
    this.#onReturn = onReturn;
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
    else if (type === 'online') this.#onReturn(type);
    else if (isShown) this.#onReturn('visible');
    else this.#onHide();
  }
}
