/** Tells an editor of the page around it: back online, back in view, about to be left. */
export class PageSignals {
  readonly #onReturn: (signal: 'online' | 'visible') => void;
  readonly #onHide: () => void;
  #isGuarding = false;

  constructor(onReturn: (signal: 'online' | 'visible') => void, onHide: () => void) {
    this.#onReturn = onReturn;
    this.#onHide = onHide;
  }

  start(): void {
    addEventListener('online', this.#handleOnline);
    addEventListener('pagehide', this.#onHide);
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  stop(): void {
    this.guard(false);
    removeEventListener('online', this.#handleOnline);
    removeEventListener('pagehide', this.#onHide);
    document.removeEventListener('visibilitychange', this.#handleVisibility);
  }

  /** Whether the browser asks before the page is left. The listener bars the back/forward cache, so it exists only while needed. */
  guard(isDirty: boolean): void {
    if (isDirty === this.#isGuarding) return;
    this.#isGuarding = isDirty;
    if (isDirty) addEventListener('beforeunload', this.#handleBeforeUnload);
    else removeEventListener('beforeunload', this.#handleBeforeUnload);
  }

  readonly #handleOnline = (): void => this.#onReturn('online');

  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#onReturn('visible');
    else this.#onHide();
  };

  readonly #handleBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
}
