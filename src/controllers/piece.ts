/** A piece of the form that is fetched once it is wanted. */
export class Piece<Value> {
  readonly #fetch: () => Promise<Value>;
  readonly #onSettled: () => void;
  #value: Value | undefined | null;
  #loading: Promise<void> | undefined;

  constructor(fetch: () => Promise<Value>, onSettled: () => void) {
    this.#fetch = fetch;
    this.#onSettled = onSettled;
  }

  /** Undefined until it is there, null where it could not be fetched. */
  get value(): Value | undefined | null {
    return this.#value;
  }

  /** Settles once it is there, or could not be fetched; undefined until it is wanted. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  /** Fetches it, unless that was tried. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** Fetches what could not be fetched. */
  loadAgain(): void {
    if (this.#value === null) this.#loading = this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.#value = await this.#fetch();
    } catch {
      this.#value = null;
    }
    this.#onSettled();
  }
}
