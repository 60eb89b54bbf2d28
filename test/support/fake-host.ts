import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProfileEditorEventMap } from '../../src/events.js';

const eventNames: readonly (keyof ProfileEditorEventMap)[] = [
  'profile-loaded',
  'profile-change',
  'profile-save',
  'profile-saved',
  'profile-error',
  'profile-session-ended',
  'profile-conflict',
];

/** What a controller needs of an element, without the element. */
export class FakeHost extends EventTarget implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  /** The editor's events, oldest first. */
  readonly events: Event[] = [];
  updates = 0;
  isConnected = false;
  readonly #controllers = new Set<ReactiveController>();

  constructor() {
    super();
    for (const name of eventNames) this.addEventListener(name, (event) => this.events.push(event));
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.updates += 1;
  }

  attach(): void {
    this.isConnected = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  detach(): void {
    this.isConnected = false;
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Moves to another place of the document, which is a removal and an insertion in one go. */
  move(): void {
    this.detach();
    this.attach();
  }

  /** The names of the events since the last call. */
  takeEventNames(): string[] {
    return this.events.splice(0).map(({ type }) => type);
  }

  /** The last event of a kind. @throws {Error} where there was none */
  last<K extends keyof ProfileEditorEventMap>(type: K): ProfileEditorEventMap[K] {
    const found = this.events.findLast((event) => event.type === type);
    if (!found) throw new Error(`There was no ${type}`);
    return found as ProfileEditorEventMap[K];
  }
}
