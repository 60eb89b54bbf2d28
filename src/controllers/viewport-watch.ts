import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far from the viewport a lazy editor begins. */
const rootMargin = '200px';

/** Knows whether an element has ever been near the viewport; looks only once it is asked. */
export class ViewportWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #observer: IntersectionObserver | undefined;
  #hasBeenNear = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get hasBeenNear(): boolean {
    return this.#hasBeenNear;
  }

  /** Begins to look; the element updates once it is near. */
  watch(): void {
    if (this.#hasBeenNear || this.#observer || !this.#host.isConnected) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#hasBeenNear = true;
        this.hostDisconnected();
        this.#host.requestUpdate();
      },
      { rootMargin },
    );
    // A page may give the tag itself no box.
    this.#observer.observe(this.#host.shadowRoot?.querySelector('form') as Element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
