import type { ProfileEditor } from '../editor/profile-editor.js';

/** What is wrong with something that was picked as a photo, in words that go with their cause. */
export class PhotoComplaint {
  readonly #editor: ProfileEditor;
  #describe: (() => string | undefined) | undefined;
  #cause: readonly unknown[] = [];
  #wasDirty = false;

  constructor(editor: ProfileEditor) {
    this.#editor = editor;
  }

  /** The words, for a person. */
  get text(): string | undefined {
    return this.#describe?.();
  }

  /** Says something, in the language of the moment in which it is read; undefined takes it back. */
  say(describe: (() => string | undefined) | undefined): void {
    this.#describe = describe;
    this.#cause = this.#place;
  }

  /** Ends what is over: another photo or person is there, or all edits are saved or discarded. */
  follow(): void {
    const { hasUnsavedChanges } = this.#editor;
    const place = this.#place;
    const isOver = this.#wasDirty && !hasUnsavedChanges;
    this.#wasDirty = hasUnsavedChanges;
    if (isOver || this.#cause.some((each, index) => each !== place[index])) this.say(undefined);
  }

  get #place(): readonly unknown[] {
    const { person, photo, draft } = this.#editor;
    return [person, photo, draft.avatar];
  }
}
