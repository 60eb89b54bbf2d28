import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
// What a save fetches is there from the start: how long that takes is no part of the model.
import '../../src/editor/saving.js';
import { ProfileEditor } from '../../src/editor/profile-editor.js';
import { defaultSettings, type ProfileEditorSettings } from '../../src/editor/settings.js';
import { cleanField } from '../../src/fields.js';
import { draftStore } from '../../src/editor/draft-store.js';
import {
  profileFields,
  type Profile,
  type ProfileChanges,
  type ProfileField,
} from '../../src/profile.js';
import type { ProfileSaveEvent } from '../../src/events.js';
import { createDeferred, settled, type Deferred } from '../support/deferred.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeHost } from '../support/fake-host.js';
import { FakeBackend, makeUser, type HeldCall } from '../support/fake-session.js';

/** Events that the page may answer by doing something. */
export const handledEvents = [
  'profile-loaded',
  'profile-save',
  'profile-saved',
  'profile-error',
  'profile-session-ended',
  'profile-conflict',
] as const;

type HandledEvent = (typeof handledEvents)[number];

/** Begins the values that the rules refuse. At an end of a value its mark would be dropped, and the value be right. */
export const unsafeStart = 'x\u202E';

/** What the user typed and has neither saved nor discarded, by field. */
type Pending = Map<ProfileField, string>;

/** An app's server that remembers everything that it ever held, and what was typed for it. */
class RememberingBackend extends FakeBackend {
  readonly past = new Map<string, Profile[]>();
  /** What each user ever typed, as it would be sent. */
  readonly typed = new Map<string, Set<string>>();
  readonly pending = new Map<string, Pending>();
  seenSaves = 0;

  constructor(...users: readonly Profile[]) {
    super(...users);
    for (const profile of users) {
      this.past.set(profile.uid, [profile]);
      this.typed.set(profile.uid, new Set());
      this.pending.set(profile.uid, new Map());
    }
  }

  override patch(uid: string, changes: ProfileChanges): Profile {
    const profile = super.patch(uid, changes);
    this.past.get(uid)?.push(profile);
    return profile;
  }
}

/** The editor, its surroundings, and what a person who watches knows. */
export class World {
  /** Two apps, in which the same ids are other people. */
  readonly apps: ReadonlyMap<string, RememberingBackend> = new Map([
    ['app', new RememberingBackend(makeUser('alice'), makeUser('bob'))],
    [
      'other',
      new RememberingBackend(
        makeUser('alice', { name: 'other alice' }),
        makeUser('bob', { name: 'other bob' }),
      ),
    ],
  ]);
  readonly clock = new FakeClock();
  readonly held: HeldCall[] = [];
  readonly editor: ProfileEditor;
  readonly host: FakeHost;
  config = defaultSettings;
  isOnline = true;
  readonly #saves = new Set<Promise<boolean>>();
  /** What the page does in answer to the next event of a kind. */
  readonly #handlers = new Map<string, (event: Event) => void>();
  /** What ends each wait for the page. */
  readonly #waits: Deferred<void>[] = [];
  #counter = 0;

  constructor() {
    this.editor = new ProfileEditor({
      connect: async (config, listener) => this.#server(config.appId).connect(config, listener),
      loadsAsImage: async () => true,
      now: this.clock.now,
      after: this.clock.after,
      isOnline: () => this.isOnline,
    });
    this.host = new FakeHost(this.editor);
    for (const type of handledEvents) {
      this.host.addEventListener(type, (event) => {
        const handle = this.#handlers.get(type);
        this.#handlers.delete(type);
        handle?.(event);
      });
    }
  }

  /** The server of the app that is set. */
  get backend(): RememberingBackend {
    return this.#server(this.config.appId);
  }

  /** Has the page do something in answer to the next event of a kind. */
  onNext(type: HandledEvent, handle: (event: Event) => void): void {
    this.#handlers.set(type, handle);
  }

  /** Has the page hold a save until it decides. */
  hold(event: Event): void {
    const answer = createDeferred();
    this.#waits.push(answer);
    (event as ProfileSaveEvent).waitUntil(answer.promise);
  }

  /** The page decides about what it has held first. */
  decide(isRight: boolean): void {
    const answer = this.#waits.shift();
    if (isRight) answer?.resolve();
    else answer?.reject(new Error('No.'));
  }

  /** Whose form is shown. */
  get shownUid(): string | undefined {
    return this.editor.uid || this.config.initialProfile?.uid;
  }

  /** A value that nobody ever had. */
  newValue(field: ProfileField): string {
    this.#counter += 1;
    return field === 'avatar' ? `https://x.example/${this.#counter}` : `v${this.#counter}`;
  }

  configure(change: Partial<ProfileEditorSettings>): void {
    this.config = { ...this.config, ...change };
    this.editor.configure(this.config);
  }

  edit(field: ProfileField, value: string): void {
    const uid = this.shownUid;
    // Nobody can type there.
    const isOpen =
      !this.config.readonlyFields.includes(field) && !this.editor.unknownFields.includes(field);
    if (uid === undefined || !isOpen || !this.editor.hasValues) return;
    this.backend.typed.get(uid)?.add(`${field}=${cleanField(field, value)}`);
    this.backend.pending.get(uid)?.set(field, cleanField(field, value));
    this.editor.edit(field, value);
  }

  save(): void {
    this.#note(this.editor.save());
  }

  reset(): void {
    this.editor.reset();
    const uid = this.shownUid;
    if (uid !== undefined && !this.editor.hasUnsavedChanges) this.backend.pending.get(uid)?.clear();
  }

  undo(): void {
    const uid = this.shownUid;
    if (uid === undefined || !this.editor.canUndo) return;
    const typed = this.backend.typed.get(uid);
    // What was there before is asked for now.
    for (const profile of this.backend.past.get(uid) ?? []) {
      for (const field of profileFields) typed?.add(`${field}=${profile[field]}`);
    }
    this.#note(this.editor.undo());
  }

  resolve(field: ProfileField, choice: 'mine' | 'theirs'): void {
    const uid = this.shownUid;
    const open = this.editor.conflicts.find((conflict) => conflict.field === field);
    if (!open || uid === undefined) return;
    if (choice === 'theirs') {
      this.backend.pending.get(uid)?.delete(field);
      // Their own save may be under way, and put back what they decide against here: then it is an edit.
      this.backend.typed.get(uid)?.add(`${field}=${open.theirs}`);
    }
    this.editor.resolveConflict(field, choice);
  }

  /** Lets run what can run, and checks what must be true whatever happened. */
  async check(): Promise<void> {
    await settled();
    this.#checkSaves();
    this.#checkState();
    this.#checkEdits();
  }

  /** Puts everything right, and expects the shown user's edits to get to the server. */
  async recover(): Promise<void> {
    const { backend, editor } = this;
    for (const server of this.apps.values()) {
      server.clearFaults();
      server.isExpired = false;
    }
    this.#handlers.clear();
    while (this.#waits.length > 0) this.decide(true);
    while (this.held.length > 0) this.held.shift()?.answer();
    await settled();
    this.isOnline = true;
    dispatchEvent(new Event('online'));
    this.clock.advance(60_000);
    await settled();
    if (!this.host.isConnected) this.host.attach();
    const uid = this.shownUid ?? 'alice';
    this.configure({
      authToken: `token-${uid}`,
      getAuthToken: undefined,
      readonlyFields: '',
    });
    await this.check();
    if (editor.state.kind === 'failed') await editor.retry();
    await this.check();
    for (const field of profileFields) {
      const isRefused = editor.draft[field].includes(unsafeStart);
      if (isRefused) this.edit(field, this.newValue(field));
    }
    let wanted = {};
    let isSaved = false;
    // The read before a save may find that more has changed elsewhere.
    for (let attempt = 0; attempt < 3 && !isSaved; attempt += 1) {
      for (const field of profileFields) this.resolve(field, 'mine');
      wanted = { ...editor.changes };
      isSaved = await editor.save();
    }
    expect(isSaved, `saved after all, not ${editor.error?.code}`).to.equal(true);
    await this.check();
    expect(editor.state.kind).to.equal('ready');
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(backend.user(editor.profile?.uid ?? '')).to.include(wanted);
    expect(this.#saves.size, 'every save was answered').to.equal(0);
  }

  /** Leaves nothing to the next world. */
  async abandon(): Promise<void> {
    this.host.detach();
    // What is still typed is kept with the end.
    await settled();
    sessionStorage.clear();
  }

  async end(): Promise<void> {
    this.host.detach();
    await settled();
    expect(this.#sum(({ openSessions }) => openSessions)).to.equal(0);
    expect(this.clock.pending).to.equal(0);
    expect(this.editor.state.kind).to.equal('idle');
    sessionStorage.clear();
  }

  #note(save: Promise<boolean>): void {
    this.#saves.add(save);
    void save.finally(() => this.#saves.delete(save));
  }

  #server(appId: string): RememberingBackend {
    const server = this.apps.get(appId || 'app');
    if (!server) throw new Error(`There is no app ${appId}`);
    return server;
  }

  #sum(count: (server: RememberingBackend) => number): number {
    return [...this.apps.values()].reduce((sum, server) => sum + count(server), 0);
  }

  #checkSaves(): void {
    for (const [appId, server] of this.apps) {
      expect(server.mostSavesInFlight, 'saves at the same time').to.be.at.most(1);
      for (const { uid, changes } of server.saves.slice(server.seenSaves)) {
        expect(Object.keys(changes), 'an empty save').not.to.deep.equal([]);
        for (const [field, value] of Object.entries(changes)) {
          expect(profileFields).to.include(field);
          expect(value, 'an invalid value').not.to.include(unsafeStart);
          const isTyped = server.typed.get(uid)?.has(`${field}=${value}`);
          expect(isTyped, `${uid} of ${appId} never typed ${field} "${value}"`).to.equal(true);
        }
      }
      server.seenSaves = server.saves.length;
    }
  }

  #checkState(): void {
    const { editor, backend, host } = this;
    const { state, profile, conflicts, changes } = editor;
    const sessions = this.#sum(({ openSessions }) => openSessions);
    expect(sessions, 'sessions').to.be.at.most(1);
    expect(editor.error !== undefined).to.equal(state.kind === 'failed');
    if (!host.isConnected) expect(state.kind).to.equal('idle');
    if (state.kind === 'idle') expect(sessions).to.equal(0);
    if (state.kind === 'ready') {
      expect(backend.openSessions).to.equal(1);
      expect(profile).not.to.equal(undefined);
    }
    const isSending = state.kind === 'saving' && !state.wait && this.#waits.length === 0;
    const isBusy = state.kind === 'connecting' || isSending;
    const held = this.#sum(({ heldCalls }) => heldCalls);
    if (isBusy) expect(held, `calls while ${state.kind}`).to.be.above(0);
    if (profile) expect(backend.past.get(profile.uid)).to.deep.include(profile);
    for (const { field } of conflicts) expect(changes).to.have.property(field);
  }

  #checkEdits(): void {
    for (const [appId, server] of this.apps) {
      for (const [uid, pending] of server.pending) {
        for (const [field, value] of pending) {
          // What was typed comes back once it may be edited again.
          if (this.config.readonlyFields.includes(field)) continue;
          const isStored = server.past.get(uid)?.some((profile) => profile[field] === value);
          const message = `${field} of ${uid} of ${appId} is lost`;
          if (isStored) pending.delete(field);
          else expect(this.#whatIsKept(appId, uid, field), message).to.include(value);
        }
      }
    }
  }

  #whatIsKept(appId: string, uid: string, field: ProfileField): readonly string[] {
    const isShown = this.backend === this.#server(appId) && uid === this.shownUid;
    const stored = draftStore.load(appId, uid)?.draft;
    // What was put away comes back with the profile, not before.
    const drafts = [
      ...(isShown ? [this.editor.draft] : []),
      ...(this.editor.profile && isShown ? [] : [stored]),
    ];
    return drafts.map((draft) => cleanField(field, draft?.[field] ?? ''));
  }
}

/** A failure by its code; a rate limit ends five seconds from `now`. */
export function makeError(code: ProfileError['code'], now: number): ProfileError {
  return new ProfileError(code, { retryAt: code === 'rate-limited' ? now + 5_000 : undefined });
}
