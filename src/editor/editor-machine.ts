import { isOfNetwork, type ProfileError, type ProfilePhase } from '../errors.js';
import {
  ProfileChangeEvent,
  ProfileConflictEvent,
  ProfileErrorEvent,
  ProfileLoadedEvent,
  ProfileSavedEvent,
  ProfileSessionEndedEvent,
  type ProfileSaveEvent,
  type SessionEndReason,
} from '../events.js';
import { isEmpty, type Conflict, type Profile, type ProfileChanges } from '../profile.js';
import type { KnownUser } from '../session/session.js';
import type { Dependencies } from './dependencies.js';
import { DraftKeeper } from './draft-keeper.js';
import { Draft } from './draft.js';
import type { EditorListener } from './editor-listener.js';
import { failedState, isFailedSave, isSignedOut, stateOf } from './editor-state.js';
import type { EditorState, StoredAnswer } from './editor-state.js';
import type { Replaced } from './last-save.js';
import { Pacer } from './pacer.js';
import { PageSignals } from './page-signals.js';
import type { DoneSave, FailedSave, SaveOutcome } from './save-outcome.js';
import type { SaveHost } from './save-run.js';
import { Saver } from './saver.js';
import { SessionManager, type SessionObserver } from './session-manager.js';
import { defaultSettings } from './settings.js';

/**
 * The one state of the editor, and what makes it change: the session, the save, the page and the person. Whatever it tells
 * the page, it tells once its own state has changed.
 */
export class EditorMachine implements SessionObserver, SaveHost {
  readonly #listener: EditorListener;
  readonly #signals: PageSignals;
  #state: EditorState = { kind: 'idle' };
  #replaced: Replaced | undefined;
  readonly draft = new Draft();
  readonly keeper: DraftKeeper;
  readonly session: SessionManager;
  readonly saver: Saver;
  settings = defaultSettings;

  constructor(dependencies: Dependencies, listener: EditorListener) {
    this.#listener = listener;
    this.keeper = new DraftKeeper(this.draft, dependencies.after, () => {
      this.saver.abandon();
      this.#replaced = undefined;
      this.#settle();
    });
    const pacer = new Pacer(dependencies.after);
    this.session = new SessionManager(dependencies, this, pacer);
    this.saver = new Saver(this.draft, this.session, dependencies, this);
    this.#signals = new PageSignals(
      pacer,
      () => this.#onOnline(),
      () => this.session.refresh(),
      () => this.keeper.keep(),
    );
  }

  get state(): EditorState {
    return this.#state;
  }

  get uid(): string | undefined {
    return this.keeper.uid;
  }

  get isSaving(): boolean {
    return this.saver.current !== undefined;
  }

  get maySend(): boolean {
    return this.draft.conflicts.length === 0 && isEmpty(this.draft.problems);
  }

  start(): void {
    this.#signals.start();
    this.session.start();
    this.#settle();
    this.#onDraft();
  }

  stop(): void {
    this.keeper.keep();
    this.#signals.stop();
    this.session.stop();
    this.saver.abort();
    this.#settle();
  }

  /** Does again what failed. */
  async retry(): Promise<void> {
    await (isFailedSave(this.#state) && this.draft.isDirty ? this.save() : this.reload());
  }

  /** Saves, where there is something to save that may be saved; a call during a save joins it. */
  async save(): Promise<boolean> {
    const { current } = this.saver;
    if (current?.isCalledBack) return current.result.then(() => this.save());
    if (current) return current.result;
    if (!this.draft.isDirty) return true;
    if (!this.session.isStarted) return false;
    this.draft.forgetBrokenPhoto();
    this.draft.touchAll();
    this.#listener.update();
    if (!this.maySend) return false;
    this.session.forgetEnd();
    return this.saver.start();
  }

  /** What the last save replaced and nobody has changed since; undefined once something was edited. */
  get former(): ProfileChanges | undefined {
    return this.session.isStarted ? this.#replaced?.(this.draft) : undefined;
  }

  /** Puts back what the last save replaced, by one more save. */
  async undo(): Promise<boolean> {
    if (!this.former) return false;
    this.draft.putBack(this.former);
    this.onEdit();
    // What is taken back is what this person saved, and not what came from elsewhere since.
    this.session.noteReading(false);
    return this.save();
  }

  /** Reads the profile again, or connects where there is no session. */
  async reload(): Promise<void> {
    if (this.isSaving) return;
    this.draft.forgetBrokenPhoto();
    if (this.session.status.kind === 'open') await this.session.reread(true);
    else await this.session.connect();
  }

  /** To be called after something that the person did to the draft. */
  onEdit(): void {
    this.saver.prepare();
    const state = this.#state;
    this.#replaced = undefined;
    // A failed save is no news any more where nothing is left to save.
    const isOver = isFailedSave(state) && !this.draft.isDirty && this.session.session;
    if (isOver || (state.kind === 'ready' && state.notice)) this.#settle();
    this.#onDraft();
    const { values, changes, problems } = this.draft;
    this.#listener.tell(new ProfileChangeEvent(values, changes, isEmpty(problems)));
  }

  /** Tells of something that failed without changing the state. */
  report(error: ProfileError, phase: ProfilePhase): void {
    this.#listener.tell(new ProfileErrorEvent(error, phase));
  }

  onOpening(): void {
    this.#settle();
  }

  onKnown(user: KnownUser, appId: string): void {
    this.keeper.meet(user, appId);
    this.#onDraft();
  }

  onProfile(profile: Profile, how: 'opened' | 'read' | 'saved'): void {
    const conflicts = this.#takeOver(profile);
    const state = this.#state;
    if (how === 'opened') {
      this.#settle(this.keeper.takeNews() ? 'restored' : undefined);
    } else if (how === 'read' && state.kind === 'failed') {
      const isStillToSave = isFailedSave(state) && this.draft.isDirty;
      if (!isStillToSave) this.#settle(state.stored === 'unknown' ? 'saved' : undefined);
    }
    this.#tellConflicts(conflicts);
    if (this.draft.profile === profile) this.#listener.tell(new ProfileLoadedEvent(profile));
  }

  onEnded(reason: SessionEndReason): void {
    this.keeper.keep();
    this.#settle();
    this.#listener.tell(new ProfileSessionEndedEvent(reason));
  }

  onFailed(phase: ProfilePhase, error: ProfileError): void {
    // A save that waits for the session says so itself.
    if (!this.isSaving) this.#fail(phase, error);
  }

  announce(event: ProfileSaveEvent): boolean {
    const before = this.#state;
    this.#settle();
    const during = this.#state;
    const isLetThrough = this.#listener.tell(event);
    if (!isLetThrough && this.#state === during) this.#set(before);
    return isLetThrough;
  }

  onProgress(): void {
    this.#settle();
  }

  adopt(profile: Profile): void {
    this.#tellConflicts(this.#takeOver(profile));
  }

  onOutcome(outcome: SaveOutcome, isAbandoned: boolean): boolean {
    switch (outcome.type) {
      case 'prevented':
        if (this.#state.kind === 'saving') this.#settle();
        return false;
      case 'stopped':
        if (!isAbandoned) this.#settle();
        return false;
      case 'failed':
        if (!isAbandoned) this.#onFailedSave(outcome);
        return false;
      case 'saved':
        if (!isAbandoned) this.#onSaved(outcome);
        this.#listener.tell(new ProfileSavedEvent(outcome.profile, outcome.sent));
        return true;
    }
  }

  #onSaved({ profile, sent, replaced }: DoneSave): void {
    this.#replaced = replaced;
    const conflicts = this.#takeOver(profile, sent);
    this.keeper.keep();
    this.draft.untouch();
    this.#settle('saved');
    this.#tellConflicts(conflicts);
  }

  #onFailedSave({ phase, error, stored, profile, sent }: FailedSave): void {
    const conflicts = profile ? this.#takeOver(profile, sent) : [];
    this.keeper.keep();
    if (stored === 'unknown') this.session.noteReading(false);
    if (error.code === 'session-expired') this.session.end('expired', false);
    this.#tellConflicts(conflicts);
    this.#fail(phase, error, stored);
  }

  #onOnline(): void {
    this.draft.forgetBrokenPhoto();
    this.#listener.update();
    this.saver.resume();
    if (this.#state.kind !== 'failed' || !isOfNetwork(this.#state.error)) return;
    // What was typed since is not to be saved unasked.
    void (this.#state.draft === this.draft.values ? this.retry() : this.reload());
  }

  /** Takes over what the server answered; the conflicts are to be told once the state fits. */
  #takeOver(profile: Profile, sent?: ProfileChanges): readonly Conflict[] {
    this.session.noteReading();
    const appId = this.session.session?.appId || this.settings.appId;
    const conflicts = this.keeper.adopt(profile, appId, sent);
    this.#onDraft();
    return conflicts;
  }

  #tellConflicts(conflicts: readonly Conflict[]): void {
    for (const { field, mine, theirs } of conflicts) {
      if (this.#listener.tell(new ProfileConflictEvent(field, mine, theirs))) continue;
      this.draft.resolve(field, 'mine');
      this.#listener.update();
    }
  }

  #onDraft(): void {
    this.#signals.guard(this.session.isStarted && this.draft.isDirty);
    this.keeper.keepSoon();
    this.#listener.update();
  }

  #fail(phase: ProfilePhase, error: ProfileError, stored?: StoredAnswer): void {
    const { status, isStarted } = this.session;
    if (isStarted) this.#set(failedState(status, this.draft.values, phase, error, stored));
    this.report(error, phase);
  }

  /** Back to the state that follows from the save and the session. */
  #settle(notice?: 'saved' | 'restored'): void {
    const { status, isStarted } = this.session;
    if (this.isSaving && isStarted) {
      const { wait } = this.saver;
      this.#set({ kind: 'saving', ...(wait && { wait }) });
    } else {
      const state = stateOf(status, this.draft.values);
      this.#set(state.kind === 'ready' && notice ? { ...state, notice } : state);
    }
  }

  #set(state: EditorState): void {
    this.#state = state;
    // What the page itself knew of the person, it may go on showing.
    const isKnown = !this.draft.profile && this.settings.initialProfile;
    if (isSignedOut(state) && !this.session.session && !isKnown) {
      this.#replaced = undefined;
      this.draft.forgetProfile();
    }
    this.#listener.update();
  }
}
