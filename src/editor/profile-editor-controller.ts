import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProfileError, toProfileError, type ProfilePhase } from '../errors.js';
import {
  ProfileChangeEvent,
  ProfileConflictEvent,
  ProfileErrorEvent,
  ProfileLoadedEvent,
  ProfileSavedEvent,
  ProfileSaveEvent,
  ProfileSessionEndedEvent,
  type SessionEndReason,
} from '../events.js';
import {
  isEmpty,
  parseFields,
  profileFields,
  type Conflict,
  type InitialProfile,
  type Profile,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import type { FieldProblems } from '../rules.js';
import type { ProfileSession, SessionEvent, TokenReason } from '../session/session.js';
import { Connector } from './connector.js';
import { draftStore } from './draft-store.js';
import { defaultCollaborators, type Collaborators, type EditorConfig } from './editor-config.js';
import type { EditorState, SaveWait } from './editor-state.js';
import { Edits } from './edits.js';
import { PageSignals } from './page-signals.js';
import { runSave, type SaveContext } from './save-run.js';
import { Validation } from './validation.js';

/** How old what was read may be before a save, or a return to the page, reads again, in milliseconds. */
const freshness = 30_000;
/** How long typing pauses before the edits are kept for a reload, in milliseconds. */
const draftPause = 300;

interface Saving {
  readonly abort: AbortController;
  readonly result: Promise<boolean>;
}

const isOfSave = (state: EditorState): boolean =>
  state.kind === 'failed' && ['save', 'upload'].includes(state.phase);

/**
 * The editor without its look: one state, one draft, one save at a time. It dispatches the editor's events on its host
 * and asks it to update. What it shows as the profile is only ever what the server answered.
 */
export class ProfileEditorController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #with: Collaborators;
  readonly #edits = new Edits();
  readonly #validation: Validation;
  readonly #connector: Connector;
  readonly #signals: PageSignals;
  #config: EditorConfig | undefined;
  #initial: InitialProfile | null | undefined;
  #state: EditorState = { kind: 'idle' };
  #isStarted = false;
  #uid: string | undefined;
  #readAt = -Infinity;
  #opening: Promise<ProfileSession | undefined> | undefined;
  #ended: SessionEndReason | undefined;
  #saving: Saving | undefined;
  /** Another object for each user, so that a late answer is not taken for the wrong one. */
  #owner = {};
  #photo: string | undefined;
  #goOn: (() => void) | undefined;
  #cancelDraft: (() => void) | undefined;
  #hasStored = false;
  #isRestored = false;
  #notice: 'restored' | undefined;
  #failedDraft: ProfileValues | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, collaborators?: Partial<Collaborators>) {
    this.#host = host;
    this.#with = { ...defaultCollaborators, ...collaborators };
    this.#validation = new Validation(this.#with.loadsAsImage);
    this.#connector = new Connector(
      this.#with.connect,
      (event) => this.#hear(event),
      () => void this.#connect(),
    );
    this.#signals = new PageSignals(
      (signal) => this.#return(signal),
      () => this.#storeDraft(),
    );
    host.addController(this);
  }

  get state(): EditorState {
    return this.#state;
  }

  /** What the server last answered. */
  get profile(): Profile | undefined {
    return this.#edits.profile;
  }

  /** Whose profile it is, as far as that is known; else empty. */
  get uid(): string {
    return this.#uid ?? '';
  }

  /** The values as typed. */
  get draft(): ProfileValues {
    return this.#edits.draft;
  }

  /** The cleaned values that a save would send. */
  get changes(): ProfileChanges {
    return this.#edits.changes;
  }

  get hasUnsavedChanges(): boolean {
    return this.#photo !== undefined || this.#edits.isDirty;
  }

  /** An address to show a picture by whose upload is still to come. */
  get pendingPhoto(): string | undefined {
    return this.#photo;
  }

  /** Edited fields that were changed elsewhere; a save waits for the user's choice. */
  get conflicts(): readonly Conflict[] {
    return this.#edits.conflicts;
  }

  get error(): ProfileError | undefined {
    return this.#state.kind === 'failed' ? this.#state.error : undefined;
  }

  /** Whether the session lives in an SDK copy of the host. */
  get isShared(): boolean {
    return this.#connector.session?.shared ?? false;
  }

  /** Whether there is something to edit: the server's profile, or what was known before it was read. */
  get hasValues(): boolean {
    return this.#edits.hasValues;
  }

  /** The problems that are due to be shown: of fields that were left, or that a save was tried with. */
  get problems(): FieldProblems {
    return this.#validation.visible(this.changes);
  }

  /** Takes over the settings. Connects anew where they lead to another session. */
  configure(config: EditorConfig): void {
    const { initialProfile, hiddenFields, readonlyFields } = config;
    const isNew = initialProfile !== this.#initial;
    const knownUid = initialProfile && isNew && !this.profile ? initialProfile.uid : this.#uid;
    const isServers = this.profile !== undefined || !this.#initial;
    const isOtherApp = this.hasValues && isServers && this.#config?.appId !== config.appId;
    if (isOtherApp || (this.#uid !== undefined && this.#uid !== knownUid)) this.#putAway();
    this.#config = config;
    this.#initial = initialProfile;
    this.#edits.locked = parseFields(`${hiddenFields} ${readonlyFields}`);
    this.#validation.statusMaxLength = config.statusMaxLength;
    if (initialProfile && isNew && !this.profile) this.#prefill(initialProfile);
    if (this.#connector.setConfig(config) && this.#isStarted) void this.#connect();
  }

  /** Begins, or begins again after a removal. Called by Lit. */
  hostConnected(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#signals.start();
    this.#guardPage();
    if (this.#config) void this.#connect();
  }

  /** Ends after a real removal, not after a move. Called by Lit. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if ((this.#host as Partial<Node>).isConnected) return;
      this.#isStarted = false;
      this.#storeDraft();
      this.#signals.stop();
      this.#connector.close();
      this.#saving?.abort.abort();
      this.#goOn?.();
      this.#set({ kind: 'idle' });
    });
  }

  /**
   * Takes a picture in place of the photo, by an address to show it by. Whoever attaches one uploads it on `profile-save`
   * and then edits `avatar`.
   */
  attachPhoto(preview: string): void {
    this.#photo = preview;
    this.#edited();
  }

  /** Tells of something that failed without changing the state. */
  report(error: unknown, phase: ProfilePhase): void {
    this.#host.dispatchEvent(new ProfileErrorEvent(toProfileError(error), phase));
  }

  edit(field: ProfileField, value: string): void {
    if (field === 'avatar') this.#photo = undefined;
    this.#edits.edit(field, value);
    if (this.#state.kind === 'ready' && this.#state.notice) this.#state = { kind: 'ready' };
    this.#edited();
  }

  /** To be called when the user leaves a field: from then on its problem is shown. */
  touch(field: ProfileField): void {
    this.#validation.touch(field);
    this.#host.requestUpdate();
    if (field === 'avatar') void this.#checkPhoto();
  }

  checkValidity(): boolean {
    return isEmpty(this.#validation.problems(this.changes));
  }

  /** Shows every problem there is; true where there is none. */
  reportValidity(): boolean {
    this.#validation.touch(...profileFields);
    this.#host.requestUpdate();
    return this.checkValidity();
  }

  /** Saves the changed fields. Resolves to whether the server now holds them; a call during a save joins it. */
  save(): Promise<boolean> {
    if (this.#saving) {
      const { abort, result } = this.#saving;
      return abort.signal.aborted ? result.then(() => this.save()) : result;
    }
    if (!this.hasUnsavedChanges) return Promise.resolve(true);
    if (!this.#isStarted) return Promise.resolve(false);
    this.#validation.forgetPhoto();
    if (!this.reportValidity() || this.conflicts.length) return Promise.resolve(false);
    const event = new ProfileSaveEvent(this.changes);
    if (!this.#host.dispatchEvent(event)) return Promise.resolve(false);
    const abort = new AbortController();
    this.#ended = undefined;
    this.#set({ kind: 'saving' });
    const result = this.#save(event, abort.signal);
    this.#saving = { abort, result };
    return result;
  }

  /** Calls back a save that still waits for the network or a rate limit; the edits stay. */
  cancelSave(): void {
    if (this.#state.kind !== 'saving' || !this.#state.wait) return;
    this.#saving?.abort.abort();
    this.#goOn?.();
  }

  /** Discards the edits. */
  reset(): void {
    this.cancelSave();
    // What has gone out can't be called back.
    if (this.#saving && !(this.#state.kind === 'saving' && this.#state.wait)) return;
    this.#photo = undefined;
    this.#edits.reset();
    this.#validation.untouch();
    if (this.#state.kind === 'ready') this.#state = { kind: 'ready' };
    this.#edited();
    this.#storeDraft();
  }

  /** Reads the profile again, or connects where there is no session; edits stay. */
  async reload(): Promise<void> {
    if (this.#saving) return;
    if (this.#connector.session) await this.#reread(true);
    else await this.#connect();
  }

  /** Does again what failed. */
  async retry(): Promise<void> {
    if (isOfSave(this.#state) && this.hasUnsavedChanges) await this.save();
    else await this.reload();
  }

  /** Settles a conflict: `mine` keeps the edit, `theirs` drops it. */
  resolveConflict(field: ProfileField, choice: 'mine' | 'theirs'): void {
    this.#edits.resolve(field, choice);
    this.#edited();
  }

  async #connect(reason: TokenReason = 'connect'): Promise<void> {
    if (!this.#connector.isConfigured || !this.#isStarted) return;
    try {
      await this.#begin(reason);
    } catch {
      // Shown by `#begin`, or by the save that waits for the session.
    }
  }

  #begin(reason: TokenReason): Promise<ProfileSession | undefined> {
    this.#ended = undefined;
    // A save that waits goes on to say so.
    if (this.#state.kind !== 'saving') {
      this.#set({ kind: this.#saving ? 'saving' : 'connecting' });
    }
    const opening = this.#open(reason)
      .catch((error: unknown) => {
        const isLatest = this.#opening === opening;
        if (isLatest && !this.#saving) this.#fail(this.#connector.phase, toProfileError(error));
        throw error;
      })
      .finally(() => {
        if (this.#opening === opening) this.#opening = undefined;
      });
    this.#opening = opening;
    return opening;
  }

  async #open(reason: TokenReason): Promise<ProfileSession | undefined> {
    const { now } = this.#with;
    const expectedUid = reason === 'expired' ? this.#uid : this.#config?.initialProfile?.uid;
    let opened;
    try {
      opened = await this.#connector.open(reason, expectedUid, now());
    } catch (error) {
      const isExpired = toProfileError(error).code === 'session-expired';
      if (!isExpired || reason === 'expired' || !this.#connector.canRenew(now())) throw error;
      opened = await this.#connector.open('expired', this.#uid, now());
    }
    if (!opened) return undefined;
    this.#adopt(opened.profile);
    this.#host.dispatchEvent(new ProfileLoadedEvent(opened.profile));
    const notice = this.#notice;
    this.#notice = undefined;
    if (!this.#saving) this.#set({ kind: 'ready', ...(notice && { notice }) });
    return opened.session;
  }

  /** Shows what is known before the profile has been read. */
  #prefill(known: InitialProfile): void {
    this.#uid = known.uid;
    this.#edits.prefill(known);
    this.#host.requestUpdate();
  }

  /** Takes over what the server answered. */
  #adopt(profile: Profile, sent?: ProfileChanges): void {
    if (this.#uid !== undefined && this.#uid !== profile.uid) this.#putAway();
    this.#uid = profile.uid;
    this.#readAt = this.#with.now();
    for (const { field, mine, theirs } of this.#edits.adopt(profile, sent)) {
      const event = new ProfileConflictEvent(field, mine, theirs);
      if (!this.#host.dispatchEvent(event)) this.#edits.resolve(field, 'mine');
    }
    this.#restore();
    this.#changed();
  }

  /** Puts back the edits that an earlier visit of the user left, once. */
  #restore(): void {
    if (this.#isRestored || this.#uid === undefined || !this.#config) return;
    this.#isRestored = true;
    const { appId, noDraft } = this.#config;
    const stored = noDraft ? undefined : draftStore.load(appId, this.#uid);
    this.#hasStored = stored !== undefined;
    if (!stored || !this.#edits.restore(stored)) return;
    this.#notice = 'restored';
    this.#host.requestUpdate();
  }

  /** Keeps one user's edits for their return, before another's profile is shown. */
  #putAway(): void {
    this.#storeDraft();
    this.#owner = {};
    this.#uid = undefined;
    this.#isRestored = false;
    this.#notice = undefined;
    this.#photo = undefined;
    this.#edits.clear();
    this.#validation.untouch();
    this.#saving?.abort.abort();
    this.#goOn?.();
  }

  async #reread(isAsked: boolean): Promise<void> {
    const { session } = this.#connector;
    const readAt = this.#readAt;
    if (!session || this.#saving) return;
    try {
      const profile = await session.read();
      const isOvertaken = session !== this.#connector.session || readAt !== this.#readAt;
      if (isOvertaken || this.#saving) return;
      const { state } = this;
      this.#adopt(profile);
      if (state.kind === 'failed' && !(isOfSave(state) && this.hasUnsavedChanges)) {
        this.#set({ kind: 'ready', ...(state.stored === 'unknown' && { notice: 'saved' }) });
      }
      this.#host.dispatchEvent(new ProfileLoadedEvent(profile));
    } catch (cause) {
      const error = toProfileError(cause);
      if (session !== this.#connector.session) return;
      if (error.code === 'session-expired') this.#end('expired');
      else if (isAsked) this.#fail('load', error);
    }
  }

  async #save(event: ProfileSaveEvent, signal: AbortSignal): Promise<boolean> {
    const owner = this.#owner;
    try {
      const isAgreed = await this.#ask(event, signal);
      if (!isAgreed) return false;
      const result = await runSave(this.#saveContext(signal));
      if (result.type === 'stopped') return this.#rest();
      if (owner !== this.#owner) {
        this.#rest();
        if (result.type === 'failed') return false;
        this.#host.dispatchEvent(new ProfileSavedEvent(result.profile, result.sent));
        return true;
      }
      if (result.profile) this.#adopt(result.profile, result.sent);
      this.#storeDraft();
      if (result.type === 'failed') {
        if (result.stored === 'unknown') this.#readAt = -Infinity;
        if (result.error.code === 'session-expired') this.#end('expired');
        this.#saving = undefined;
        this.#fail('save', result.error, { stored: result.stored });
        return false;
      }
      this.#validation.untouch();
      this.#rest('saved');
      this.#host.dispatchEvent(new ProfileSavedEvent(result.profile, result.sent));
      return true;
    } finally {
      this.#saving = undefined;
    }
  }

  async #ask(event: ProfileSaveEvent, signal: AbortSignal): Promise<boolean> {
    try {
      await event.settled();
      return true;
    } catch (cause) {
      const { name, message } = Object(cause) as Partial<Error>;
      if (signal.aborted || name === 'AbortError') return this.#rest();
      this.#saving = undefined;
      const isUpload = name === 'ProfileError';
      const hostMessage = typeof cause === 'string' ? cause : message;
      const veto = new ProfileError('vetoed', { cause, hostMessage });
      this.#fail(isUpload ? 'upload' : 'save', isUpload ? toProfileError(cause) : veto, {
        stored: 'no',
      });
      return false;
    }
  }

  #saveContext(signal: AbortSignal): SaveContext {
    const uid = this.#uid;
    return {
      signal,
      changes: () => this.changes,
      isOnline: this.#with.isOnline,
      isStale: () => this.#with.now() - this.#readAt > freshness,
      session: async () => {
        for (;;) {
          signal.throwIfAborted();
          const { session } = this.#connector;
          if (session && uid !== undefined && session.uid !== uid) {
            throw new ProfileError('session-conflict');
          }
          if (session && !this.#opening) return session;
          if (this.#ended && this.#ended !== 'expired') throw new ProfileError('session-expired');
          if (!this.#connector.isConfigured) throw new ProfileError('invalid-config');
          await (this.#opening ?? this.#begin('connect'));
        }
      },
      renew: async () => {
        // A logout on purpose is not undone.
        if (this.#ended && this.#ended !== 'expired') return false;
        if (!this.#connector.canRenew(this.#with.now())) return false;
        this.#connector.close();
        void this.#connect('expired');
        return true;
      },
      adopt: (profile) => this.#adopt(profile),
      profile: () => this.profile,
      maySend: () => this.conflicts.length === 0 && this.checkValidity(),
      wait: (wait) => this.#wait(wait, signal),
      checkPhoto: () => this.#checkPhoto(),
    };
  }

  async #wait(wait: SaveWait, signal: AbortSignal): Promise<void> {
    this.#set({ kind: 'saving', wait });
    let cancelTimer: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      if (wait.for === 'rate-limit') {
        cancelTimer = this.#with.after(wait.until - this.#with.now(), resolve);
      }
    });
    cancelTimer?.();
    this.#goOn = undefined;
    signal.throwIfAborted();
    this.#set({ kind: 'saving' });
  }

  #hear(event: SessionEvent): void {
    switch (event.type) {
      case 'logged-in':
        if (!this.hasValues) this.#prefill(event.profile);
        break;
      case 'ended':
        this.#end(event.reason);
        break;
      case 'saved':
        this.#adopt(event.profile);
        this.#host.dispatchEvent(new ProfileLoadedEvent(event.profile));
        break;
      case 'changed-elsewhere':
        void this.#reread(false);
        break;
    }
  }

  #end(reason: SessionEndReason): void {
    if (!this.#connector.session) return;
    this.#connector.drop();
    this.#storeDraft();
    this.#ended = reason;
    this.#host.dispatchEvent(new ProfileSessionEndedEvent(reason));
    if (this.#saving) return;
    if (reason === 'expired' && this.#connector.canRenew(this.#with.now())) {
      void this.#connect('expired');
    } else {
      this.#showEnd();
    }
  }

  #showEnd(): boolean {
    const ended = this.#ended;
    if (!ended) return false;
    const code = ended === 'other-user' ? 'session-conflict' : 'session-expired';
    this.#set({ kind: 'failed', phase: 'connect', error: new ProfileError(code), ended });
    return true;
  }

  /** After a save: back to what the session is like. */
  #rest(notice?: 'saved'): false {
    this.#saving = undefined;
    if (!this.#isStarted) this.#set({ kind: 'idle' });
    else if (this.#showEnd()) return false;
    else if (this.#connector.session) this.#set({ kind: 'ready', ...(notice && { notice }) });
    else if (this.#opening) this.#set({ kind: 'connecting' });
    else void this.#connect();
    return false;
  }

  #return(signal: 'online' | 'visible'): void {
    const { state } = this;
    if (signal === 'online') {
      if (state.kind === 'saving' && state.wait?.for === 'online') this.#goOn?.();
      if (state.kind === 'failed' && state.error.code === 'network') {
        // What was typed since is not to be saved unasked.
        void (this.draft === this.#failedDraft ? this.retry() : this.reload());
      }
    } else if (this.#with.now() - this.#readAt > freshness) {
      void this.#reread(false);
    }
  }

  async #checkPhoto(): Promise<boolean> {
    const isImage = await this.#validation.checkPhoto(this.changes);
    this.#host.requestUpdate();
    return isImage;
  }

  #fail(
    phase: ProfilePhase,
    error: ProfileError,
    details: { readonly stored?: 'no' | 'unknown' } = {},
  ): void {
    const ended = this.#ended;
    this.#failedDraft = this.draft;
    this.#set({ kind: 'failed', phase, error, ...details, ...(ended && { ended }) });
    this.#host.dispatchEvent(new ProfileErrorEvent(error, phase));
  }

  /** After something that the user did. */
  #edited(): void {
    // A failed save is no news any more where nothing is left to save.
    const isSettled = isOfSave(this.#state) && !this.hasUnsavedChanges;
    if (isSettled && this.#connector.session) this.#state = { kind: 'ready' };
    this.#changed();
    const event = new ProfileChangeEvent(this.draft, this.changes, this.checkValidity());
    this.#host.dispatchEvent(event);
  }

  #changed(): void {
    this.#guardPage();
    this.#cancelDraft?.();
    this.#cancelDraft = this.#with.after(draftPause, () => this.#storeDraft());
    this.#host.requestUpdate();
  }

  #guardPage(): void {
    this.#signals.guard(this.#isStarted && this.hasUnsavedChanges);
  }

  #storeDraft(): void {
    this.#cancelDraft?.();
    this.#cancelDraft = undefined;
    // What was kept before is not to be overwritten unread.
    if (this.#edits.isDirty) this.#restore();
    if (this.#uid === undefined || !this.#config) return;
    const { base, draft, isDirty } = this.#edits;
    const isKept = isDirty && !this.#config.noDraft;
    // Another editor of the page may have put its own there.
    if (isKept || this.#hasStored) {
      draftStore.save(this.#config.appId, this.#uid, isKept ? { base, draft } : undefined);
    }
    this.#hasStored = isKept;
  }

  #set(state: EditorState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
