import { unlessAborted } from '../abort.js';
import {
  ProfileError,
  isAbortError,
  isProfileError,
  messageOf,
  toProfileError,
} from '../errors.js';
import { ProfileSaveEvent } from '../events.js';
import type { UploadContext } from '../photo/photo-uploader.js';
import { isEmpty, type Profile } from '../profile.js';
import type { Dependencies } from './dependencies.js';
import type { Draft, PickedPhoto } from './draft.js';
import type { SaveWait } from './editor-state.js';
import { compareAnswer, type SaveOutcome } from './save-outcome.js';
import type { SessionManager } from './session-manager.js';
import type { ProfileEditorSettings } from './settings.js';

/** What a save needs of the editor around it. */
export interface SaveHost {
  readonly settings: ProfileEditorSettings;
  readonly uid: string | undefined;
  /** Whether the edits may go out: none is invalid, and none waits for a choice. */
  readonly maySend: boolean;
  /** Tells the page; false where it stopped the save. */
  announce(event: ProfileSaveEvent): boolean;
  /** The save goes on, or waits for something else. */
  onProgress(): void;
  /** Takes over a profile that was read. */
  adopt(profile: Profile): void;
  /** The save is over. Says whether the server now holds the changes. */
  onOutcome(outcome: SaveOutcome, isAbandoned: boolean): boolean;
}

/** One save, from the click to the answer. */
interface Run {
  readonly abort: AbortController;
  readonly result: Promise<boolean>;
  phase: 'save' | 'upload';
  /** Whether it has gone out, and can't be called back any more. */
  isSent: boolean;
  isAbandoned: boolean;
  wait?: SaveWait | undefined;
  /** Ends the wait for the network. */
  resume?: (() => void) | undefined;
}

/** How long the page, or a photo URL, may take before the form says that it waits, in milliseconds. */
const waitDelay = 1_000;
/** How often a save waits for a rate limit to pass before it gives up. */
const maxPauses = 3;

const stopped: SaveOutcome = { type: 'stopped' };

/** Carries one save at a time through: asks the page, uploads, waits, sends, and finds out what became of it. */
export class Saver {
  readonly #draft: Draft;
  readonly #session: SessionManager;
  readonly #dependencies: Dependencies;
  readonly #host: SaveHost;
  #run: Run | undefined;
  /** The latest write, be it of a save that was abandoned. */
  #sending: Promise<Profile> | undefined;

  constructor(draft: Draft, session: SessionManager, dependencies: Dependencies, host: SaveHost) {
    this.#draft = draft;
    this.#session = session;
    this.#dependencies = dependencies;
    this.#host = host;
  }

  /** The save that is under way; `isCalledBack` where it only still has to end. */
  get current(): { readonly result: Promise<boolean>; readonly isCalledBack: boolean } | undefined {
    const run = this.#run;
    return run && { result: run.result, isCalledBack: run.abort.signal.aborted };
  }

  /** What the save waits for, if anything. */
  get wait(): SaveWait | undefined {
    return this.#run?.wait;
  }

  /** Begins a save. It is noted before the page is told, so that the page's own calls meet it. */
  start(): Promise<boolean> {
    let finish!: (isSaved: Promise<boolean>) => void;
    const result = new Promise<boolean>((resolve) => (finish = resolve));
    const abort = new AbortController();
    const run: Run = { abort, result, phase: 'save', isSent: false, isAbandoned: false };
    this.#run = run;
    finish(this.#carryOut(run));
    return result;
  }

  /** Calls the save back where nothing has gone out; the edits stay. Says whether none is under way any more. */
  callBack(): boolean {
    if (this.#run?.isSent) return false;
    this.abort();
    return true;
  }

  /** Ends the save as soon as that is possible. */
  abort(): void {
    this.#run?.abort.abort();
  }

  /** Leaves a save to itself: another user's profile is shown by now. */
  abandon(): void {
    if (this.#run) this.#run.isAbandoned = true;
    this.abort();
    this.#run = undefined;
  }

  /** The network is back. */
  resume(): void {
    this.#run?.resume?.();
  }

  async #carryOut(run: Run): Promise<boolean> {
    let outcome: SaveOutcome;
    try {
      outcome = await this.#save(run);
    } catch (cause) {
      const { phase } = run;
      outcome = run.abort.signal.aborted
        ? stopped
        : { type: 'failed', phase, error: toProfileError(cause), stored: 'no' };
    }
    // By then another may have begun.
    if (this.#run === run) this.#run = undefined;
    return this.#host.onOutcome(outcome, run.isAbandoned);
  }

  async #save(run: Run): Promise<SaveOutcome> {
    const { changes, photo } = this.#draft;
    const event = new ProfileSaveEvent(changes, photo?.blob);
    if (!this.#host.announce(event)) return { type: 'prevented' };
    return (await this.#ask(event, run)) ?? (await this.#sendUntilAnswered(run));
  }

  async #ask(event: ProfileSaveEvent, run: Run): Promise<SaveOutcome | undefined> {
    if (!event.isHeld) return undefined;
    try {
      await this.#waitFor({ for: 'page' }, () => event.settled(), run);
      return undefined;
    } catch (cause) {
      if (run.abort.signal.aborted || isAbortError(cause)) return stopped;
      const error = isProfileError(cause)
        ? cause
        : new ProfileError('vetoed', { cause, hostMessage: messageOf(cause) });
      return { type: 'failed', phase: 'save', error, stored: 'no' };
    }
  }

  async #sendUntilAnswered(run: Run): Promise<SaveOutcome> {
    const { signal } = run.abort;
    let pauses = 0;
    let hasRenewed = false;
    for (;;) {
      try {
        return await this.#attempt(run);
      } catch (cause) {
        if (signal.aborted) return stopped;
        const error = toProfileError(cause);
        const { retryAt } = error;
        if (error.code === 'session-expired' && !hasRenewed && this.#session.renew()) {
          hasRenewed = true;
        } else if (retryAt !== undefined && pauses < maxPauses) {
          pauses += 1;
          await this.#pause(retryAt, run);
        } else if (this.#isOffline(error)) {
          await this.#waitForNetwork(run);
        } else {
          return { type: 'failed', phase: run.phase, error, stored: 'no' };
        }
      }
    }
  }

  async #attempt(run: Run): Promise<SaveOutcome> {
    const { signal } = run.abort;
    if (!(await this.#checkPhotoUrl(run))) return stopped;
    await this.#prepare(run);
    // Whoever is there by now: the wait may have ended another session than it began in.
    const session = await this.#session.get(this.#host.uid, signal);
    if (!this.#host.maySend) return stopped;
    const { edits: sent, profile } = this.#draft;
    if (profile && isEmpty(sent)) return { type: 'saved', profile, sent };
    run.isSent = true;
    try {
      this.#sending = session.save(sent);
      return compareAnswer(await this.#sending, sent);
    } catch (cause) {
      const error = toProfileError(cause);
      // The answer was lost or made no sense: the write may have been applied all the same.
      const isLost = ['network', 'timeout', 'unknown'].includes(error.code);
      if (!isLost || signal.aborted) throw error;
      try {
        return compareAnswer(await session.read(), sent, error);
      } catch {
        if (this.#isOffline(error)) throw error;
        return { type: 'failed', phase: 'save', error, stored: 'unknown' };
      }
    } finally {
      run.isSent = false;
    }
  }

  /** Lets a former user's write end, reads what may be out of date, and uploads a picked photo. */
  async #prepare(run: Run): Promise<void> {
    const { signal } = run.abort;
    if (this.#sending)
      await unlessAborted(
        signal,
        this.#sending.catch(() => undefined),
      );
    const session = await this.#session.get(this.#host.uid, signal);
    if (this.#session.isStale) await this.#read(run);
    const { photo } = this.#draft;
    if (photo && this.#host.maySend) await this.#upload(photo, session.uid, run);
  }

  /** Tries an edited photo URL; false where it does not load, which the field then says. */
  async #checkPhotoUrl(run: Run): Promise<boolean> {
    const url = this.#draft.photoUrl;
    if (url === undefined) return true;
    const { loadsAsImage } = this.#dependencies;
    const load = (): Promise<boolean> => loadsAsImage(url, run.abort.signal);
    const isImage = await this.#waitFor({ for: 'photo' }, load, run);
    // The address or the network may be at fault: a reading tells, for it fails without a network.
    if (!isImage && !this.#dependencies.isOnline()) await this.#read(run);
    this.#draft.judgePhoto(url, isImage);
    return isImage;
  }

  async #read({ abort: { signal } }: Run): Promise<void> {
    const session = await this.#session.get(this.#host.uid, signal);
    const profile = await unlessAborted(signal, session.read());
    if (session === this.#session.session) this.#host.adopt(profile);
  }

  /** Puts the photo's final address in its place. */
  async #upload(photo: PickedPhoto, uid: string, run: Run): Promise<void> {
    const { uploadAvatar, avatarUploadUrl } = this.#host.settings;
    const { signal } = run.abort;
    run.phase = 'upload';
    const { storePhoto } = await unlessAborted(signal, import('../photo/store-photo.js'));
    const context: UploadContext = {
      uid,
      fileName: photo.fileName,
      signal,
      onProgress: (loaded, total) => {
        const share = loaded / total;
        const progress = share >= 0 ? Math.min(1, share) : 0;
        if (run.wait?.for === 'upload') this.#setWait(run, { for: 'upload', progress });
      },
    };
    const upload = uploadAvatar ?? avatarUploadUrl;
    const store = (): Promise<string> => storePhoto(upload, photo.blob, context);
    const url = await this.#waitFor({ for: 'upload', progress: 0 }, store, run);
    run.phase = 'save';
    this.#draft.placePhoto(photo, url);
  }

  // What the browser says of the network is a hint, and wrong for some: only a try that failed makes it one to go by.
  #isOffline({ code, subject }: ProfileError): boolean {
    const isLost = ['network', 'sdk-unavailable'].includes(code) || subject[0] === 'network';
    return isLost && !this.#dependencies.isOnline();
  }

  async #waitForNetwork(run: Run): Promise<void> {
    const begin = (): Promise<void> => new Promise((resolve) => (run.resume = resolve));
    await this.#waitFor({ for: 'online' }, begin, run);
  }

  async #pause(until: number, run: Run): Promise<void> {
    const { after, now } = this.#dependencies;
    let stop: (() => void) | undefined;
    const isOver = new Promise<void>((resolve) => (stop = after(until - now(), resolve)));
    try {
      await this.#waitFor({ for: 'rate-limit', until }, () => isOver, run);
    } finally {
      stop?.();
    }
  }

  async #waitFor<T>(wait: SaveWait, begin: () => Promise<T>, run: Run): Promise<T> {
    const isQuick = wait.for === 'page' || wait.for === 'photo';
    const show = (): void => this.#setWait(run, wait);
    const stop = isQuick ? this.#dependencies.after(waitDelay, show) : show();
    try {
      return await unlessAborted(run.abort.signal, begin());
    } finally {
      stop?.();
      run.resume = undefined;
      if (run.wait) this.#setWait(run, undefined);
    }
  }

  #setWait(run: Run, wait: SaveWait | undefined): void {
    run.wait = wait;
    if (this.#run === run) this.#host.onProgress();
  }
}
