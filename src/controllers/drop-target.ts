import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasFile } from '../photo/dropped.js';

/** Follows a picture that is dragged over the page, so that the form shows where it may be dropped. */
export class DropTarget implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #isDragging = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isDragging(): boolean {
    return this.#isDragging;
  }

  hostConnected(): void {
    addEventListener('dragenter', this.#onEnter);
    addEventListener('dragleave', this.#onLeave);
    addEventListener('drop', this.#onEnd, true);
    addEventListener('dragend', this.#onEnd, true);
  }

  hostDisconnected(): void {
    removeEventListener('dragenter', this.#onEnter);
    removeEventListener('dragleave', this.#onLeave);
    removeEventListener('drop', this.#onEnd, true);
    removeEventListener('dragend', this.#onEnd, true);
    this.#isDragging = false;
  }

  readonly #onEnter = ({ dataTransfer }: DragEvent): void => {
    if (hasFile(dataTransfer)) this.#set(true);
  };

  readonly #onLeave = ({ relatedTarget }: DragEvent): void => {
    // To another part of the page it is no leaving.
    if (!relatedTarget) this.#set(false);
  };

  readonly #onEnd = (): void => this.#set(false);

  #set(isDragging: boolean): void {
    if (isDragging === this.#isDragging) return;
    this.#isDragging = isDragging;
    this.#host.requestUpdate();
  }
}
