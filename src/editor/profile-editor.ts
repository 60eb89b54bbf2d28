import { ProfileError, toProfileError, type ProfilePhase } from '../errors.js';
import { parseFields } from '../fields.js';
import {
  cleanUid,
  isEmpty,
  type Conflict,
  type Profile,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import type { FieldProblems } from '../rules.js';
import { defaultDependencies, type Dependencies } from './dependencies.js';
import type { PickedPhoto, StoredPhoto } from './draft-types.js';
import { EditorMachine } from './editor-machine.js';
import type { EditorState } from './editor-state.js';
import { takeSnapshot } from './read-settings.js';
import { meansSameSession, type ProfileEditorSettings, type SoundSettings } from './settings.js';

/** How an editor is made. */
export interface ProfileEditorOptions extends Partial<Dependencies> {
  /** Where the `profile-…` events are dispatched; the editor itself by default. */
  readonly target?: EventTarget;
}

/**
 * The editor without its look, and without Lit. What it shows as the profile is only ever what the server answered.
 *
 * @fires update - Something that a form shows has changed.
 * @fires profile-loaded, profile-change, profile-save, profile-saved, profile-error, profile-session-ended,
 *   profile-conflict - As the element's.
 */
export class ProfileEditor extends EventTarget {
  readonly #machine: EditorMachine;

  constructor({ target, ...dependencies }: ProfileEditorOptions = {}) {
    super();
    const all = { ...defaultDependencies, ...dependencies };
    this.#machine = new EditorMachine(all, {
      tell: (event) => (target ?? this).dispatchEvent(event),
      update: () => this.dispatchEvent(new Event('update')),
    });
  }

  get state(): EditorState {
    return Object.freeze(this.#machine.state);
  }

  /** What the server last answered. */
  get profile(): Profile | undefined {
    const { profile } = this.#machine.draft;
    return profile && Object.freeze(profile);
  }

  /** Whose profile it is, as far as that is known; else empty. */
  get uid(): string {
    return this.#machine.keeper.uid ?? '';
  }

  /** Another object for each person of each app, to tell whether somebody else has taken over since. */
  get person(): object {
    return this.#machine.keeper.person;
  }

  /** The values as typed; of a field that may not be changed, the stored one. */
  get draft(): ProfileValues {
    return Object.freeze(this.#machine.draft.shown);
  }

  /** The cleaned values that a save would send; a picked photo by the `blob:` address that it is shown by. */
  get changes(): ProfileChanges {
    return Object.freeze(this.#machine.draft.changes);
  }

  get hasUnsavedChanges(): boolean {
    return this.#machine.draft.isDirty;
  }

  /** The photo that was picked, and is uploaded with the next save. */
  get photo(): PickedPhoto | undefined {
    return this.#machine.draft.photo;
  }

  /** The last photo that was uploaded. */
  get storedPhoto(): StoredPhoto | undefined {
    return this.#machine.draft.storedPhoto;
  }

  /** The last photo address that did not load as an image. */
  get brokenPhoto(): string | undefined {
    return this.#machine.draft.brokenPhoto;
  }

  /** Edited fields that were changed elsewhere; a save waits for the user's choice. */
  get conflicts(): readonly Conflict[] {
    return this.#machine.draft.conflicts;
  }

  get error(): ProfileError | undefined {
    const { state } = this.#machine;
    return state.kind === 'failed' ? state.error : undefined;
  }

  /** Whether the session lives in an SDK copy of the host. */
  get isShared(): boolean {
    return this.#machine.session.session?.shared ?? false;
  }

  /** Whether there is something to edit: the server's profile, or what was known before it was read. */
  get hasValues(): boolean {
    return this.#machine.draft.hasValues;
  }

  /** Fields of which nothing is known any more, and which nobody can edit: their user was signed out. */
  get unknownFields(): readonly ProfileField[] {
    return this.#machine.draft.unknown;
  }

  /** The problems that are due to be shown: of fields that were left, or that a save was tried with. */
  get problems(): FieldProblems {
    return this.#machine.draft.visibleProblems;
  }

  /** The settings as they are understood. */
  get settings(): SoundSettings {
    return this.#machine.settings;
  }

  /** Takes over the settings as they are now. Connects anew where they lead to another session. */
  configure(settings: Partial<ProfileEditorSettings>): void {
    const { draft, keeper, session, settings: before } = this.#machine;
    const next = takeSnapshot(settings);
    const { initialProfile, hiddenFields, readonlyFields, statusMaxLength, noPhotoUrl } = next;
    // What the server said goes with the app; what only a session knows of the person, with that.
    const { profile } = this;
    const isOtherApp = before.appId !== next.appId && (profile || before.appId !== '');
    const isGone =
      isOtherApp || !(profile || before.initialProfile || meansSameSession(before, next));
    const isNew = initialProfile !== before.initialProfile && (isOtherApp || !profile);
    const known = isNew && initialProfile;
    const isOthers = known && this.uid !== '' && this.uid !== cleanUid(known.uid);
    if ((this.hasValues && isGone) || isOthers) keeper.putAway();
    this.#machine.settings = next;
    const locked = parseFields(`${hiddenFields} ${readonlyFields}`);
    draft.setRules({ locked, statusMaxLength, noPhotoUrl });
    keeper.isAllowed = !next.noDraft;
    keeper.setApp(next.appId);
    if (known) keeper.prefill(known, next.appId);
    session.configure(next);
    const { ignored } = next;
    if (ignored.length > 0 && ignored.join() !== before.ignored.join()) {
      this.report(new ProfileError('invalid-config', { subject: ignored }), 'connect');
    }
    this.#update();
  }

  /** Begins: connects, and follows the page around it. */
  start(): void {
    if (!this.#machine.session.isStarted) this.#machine.start();
  }

  /** Ends; logs nobody out. Edits are kept, also for another `start`. */
  stop(): void {
    if (this.#machine.session.isStarted) this.#machine.stop();
  }

  edit(field: ProfileField, value: string): void {
    this.#machine.draft.edit(field, value);
    this.#machine.onEdit();
  }

  /** Takes a photo in place of the stored one; the next save uploads it. */
  pickPhoto(photo: PickedPhoto): void {
    this.#machine.draft.pickPhoto(photo);
    this.#machine.onEdit();
  }

  /** To be called when the user leaves a field: from then on its problem is shown. */
  touch(field: ProfileField): void {
    this.#machine.draft.touch(field);
    this.#update();
    if (field === 'avatar') void this.#tryPhotoUrl();
  }

  /** Notes whether a photo that is shown loads. */
  judgePhoto(url: string, isImage: boolean): void {
    this.#machine.draft.judgePhoto(url, isImage);
    this.#update();
  }

  /** Tells of something that failed without changing the state. */
  report(error: unknown, phase: ProfilePhase): void {
    this.#machine.report(toProfileError(error), phase);
  }

  checkValidity(): boolean {
    return isEmpty(this.#machine.draft.problems);
  }

  /** Shows every problem; true where there is none. */
  reportValidity(): boolean {
    this.#machine.draft.touchAll();
    this.#update();
    return this.checkValidity();
  }

  /** Saves the changed fields. Resolves to whether the server now holds them; a call during a save joins it. */
  save(): Promise<boolean> {
    return this.#machine.save();
  }

  /** Whether {@link undo} has something to put back. */
  get canUndo(): boolean {
    return this.#machine.former !== undefined;
  }

  /**
   * Puts the values that the last save replaced back, by one more save; possible until the next edit, and only for values
   * that nobody has changed since. Resolves to whether the server now holds them. Where it fails, they stay as edits.
   */
  undo(): Promise<boolean> {
    return this.#machine.undo();
  }

  /** Calls back a save of which nothing has gone out; the edits stay. */
  cancelSave(): void {
    this.#machine.saver.callBack();
  }

  /** Discards the edits. What has gone out can't be called back: then they stay. */
  reset(): void {
    if (!this.#machine.saver.callBack()) return;
    this.#machine.draft.reset();
    this.#machine.onEdit();
    this.#machine.keeper.keep();
  }

  /** Reads the profile again, or connects where there is no session; edits stay. */
  reload(): Promise<void> {
    return this.#machine.reload();
  }

  /** Does again what failed. */
  retry(): Promise<void> {
    return this.#machine.retry();
  }

  /** Settles a conflict: `mine` keeps the edit, `theirs` drops it. */
  resolveConflict(field: ProfileField, choice: 'mine' | 'theirs'): void {
    this.#machine.draft.resolve(field, choice);
    this.#machine.onEdit();
  }

  async #tryPhotoUrl(): Promise<void> {
    const { draft, saver } = this.#machine;
    const url = draft.photoUrl;
    if (!url) return;
    const isImage = await saver.tryPhotoUrl(url);
    if (isImage !== undefined) this.judgePhoto(url, isImage);
  }

  #update(): void {
    this.dispatchEvent(new Event('update'));
  }
}
