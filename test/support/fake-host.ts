import type { ProfileEditor } from '../../src/editor/profile-editor.js';
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

/** Puts an editor into a page and takes it out, as the element does, and notes its events. */
export class FakeHost {
  readonly #editor: ProfileEditor;
  /** The editor's events, oldest first. */
  readonly events: Event[] = [];
  updates = 0;
  isConnected = false;

  constructor(editor: ProfileEditor) {
    this.#editor = editor;
    for (const name of eventNames) {
      editor.addEventListener(name, (event) => this.events.push(event));
    }
    editor.addEventListener('update', () => (this.updates += 1));
  }

  addEventListener<K extends keyof ProfileEditorEventMap>(
    type: K,
    listener: (event: ProfileEditorEventMap[K]) => unknown,
    options?: AddEventListenerOptions,
  ): void {
    this.#editor.addEventListener(type, listener as (event: Event) => unknown, options);
  }

  attach(): void {
    this.isConnected = true;
    this.#editor.start();
  }

  detach(): void {
    this.isConnected = false;
    queueMicrotask(() => {
      if (!this.isConnected) this.#editor.stop();
    });
  }

  /** Ends the editor at once, as a page does that has one without the element. */
  stop(): void {
    this.isConnected = false;
    this.#editor.stop();
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
