import { unlessAborted } from '../abort.js';
import { isOfNetwork, isProfileError, ProfileError, toProfileError } from '../errors.js';
import { ProfileSaveEvent } from '../events.js';
import { isAbortError, messageOf } from '../foreign-errors.js';
import { importAgain } from '../import-again.js';
import { loadsAsImage, type LoadsAsImage } from '../photo/load-image.js';
import { isEmpty, profileFields, type Profile } from '../profile.js';
import type { Dependencies } from './dependencies.js';
import type { Draft } from './draft.js';
import type { PickedPhoto } from './draft-types.js';
import type { SaveWait } from './editor-state.js';
import { noteReplaced } from './last-save.js';
import { compareAnswer, type SaveOutcome } from './save-outcome.js';
import type { SaveHost, SaveRun } from './save-run.js';
import type { SessionManager } from './session-manager.js';

/** How long the page, or a photo URL, may take before the form says that it waits, in milliseconds. */
const waitDelay = 1_000;

/** How often a save waits for a rate limit to pass before it gives up. */
const maxPauses = 3;

/** How often the page is told of what was edited while a save waited, before that is given up. */
const maxAnnouncements = 10;

const importUpload = importAgain(
  () => import('./upload-photo.js'),
  (module) => 'uploadPhoto' in module,
  'photo-dialogs',
);

const stopped: SaveOutcome = { type: 'stopped' };

/** Uploads, sends, waits where it must, and finds out what became of a save. It is fetched with the first edit. */
export class ChangeSender {
  readonly #draft: Draft;
  readonly #session: SessionManager;
  readonly #dependencies: Dependencies;
  readonly #host: SaveHost;
  /** Whether a photo URL loads as an image. */
  readonly loadsAsImage: LoadsAsImage;
  /** The latest write, be it of a save that was abandoned. */
  #sending: Promise<Profile> | undefined;

  constructor(draft: Draft, session: SessionManager, dependencies: Dependencies, host: SaveHost) {
    this.#draft = draft;
    this.#session = session;
    this.#dependencies = dependencies;
    this.#host = host;
    this.loadsAsImage = dependencies.loadsAsImage ?? loadsAsImage;
  }

  /** Sends once the page's answer allows it, until the server has answered, or the save was called back. */
  async send(run: SaveRun, answer: Promise<void> | undefined): Promise<SaveOutcome> {
    return (answer && (await this.#ask(answer, run))) ?? this.#send(run);
  }

  async #ask(answer: Promise<void>, run: SaveRun): Promise<SaveOutcome | undefined> {
    try {
      await this.#waitFor(run, { for: 'page' }, () => answer);
      return undefined;
    } catch (cause) {
      if (run.signal.aborted || isAbortError(cause)) return stopped;
      const error = isProfileError(cause)
        ? cause
        : new ProfileError('vetoed', { cause, hostMessage: messageOf(cause) });
      return { type: 'failed', phase: 'save', error, stored: 'no' };
    }
  }

  async #send(run: SaveRun): Promise<SaveOutcome> {
    const { signal } = run;
    let pauses = 0;
    let hasRenewed = false;
    for (;;) {
      try {
        const outcome = await this.#attempt(run);
        if (outcome.type !== 'saved') return outcome;
        return { ...outcome, replaced: noteReplaced(this.#draft.base, outcome.sent) };
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

  async #attempt(run: SaveRun): Promise<SaveOutcome> {
    const { signal } = run;
    const refused = await this.#announce(run);
    if (refused) return refused;
    if (!(await this.#checkPhotoUrl(run))) return stopped;
    await this.#prepare(run);
    // Whoever is there by now: the wait may have ended another session than it began in.
    const session = await this.#session.get(this.#host.uid, signal);
    if (!this.#host.maySend) return stopped;
    // What was typed or picked meanwhile goes along, but not unannounced.
    if (this.#draft.photo || !this.#isAnnounced(run)) return this.#attempt(run);
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

  /** Tells the page of what it has not been told of yet; says what becomes of the save where the page refuses. */
  async #announce(run: SaveRun): Promise<SaveOutcome | undefined> {
    if (this.#isAnnounced(run)) return undefined;
    const { changes, photo } = this.#draft;
    const event = new ProfileSaveEvent(changes, photo?.blob);
    run.announced = changes;
    run.announcements += 1;
    // A handler that edits in answer to every save would go on for ever.
    if (run.announcements > maxAnnouncements || !this.#host.announce(event)) {
      return { type: 'prevented' };
    }
    return event.isHeld ? this.#ask(event.settled(), run) : undefined;
  }

  /** Whether the page has been told of all that would go out now. */
  #isAnnounced({ announced }: SaveRun): boolean {
    const { changes, storedPhoto } = this.#draft;
    return profileFields.every((field) => {
      const value = changes[field];
      const isUploaded = field === 'avatar' && value === storedPhoto?.url;
      return [undefined, announced[field]].includes(isUploaded ? storedPhoto?.preview : value);
    });
  }

  /** Lets a former user's write end, reads what may be out of date, and uploads a picked photo. */
  async #prepare(run: SaveRun): Promise<void> {
    const { signal } = run;
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
  async #checkPhotoUrl(run: SaveRun): Promise<boolean> {
    const url = this.#draft.photoUrl;
    if (url === undefined) return true;
    const load = (): Promise<boolean> => this.loadsAsImage(url, run.signal);
    const isImage = await this.#waitFor(run, { for: 'photo' }, load);
    // The address or the network may be at fault: a reading tells, for it fails without a network.
    if (!isImage && !this.#dependencies.isOnline()) await this.#read(run);
    this.#draft.judgePhoto(url, isImage);
    return isImage;
  }

  async #read({ signal }: SaveRun): Promise<void> {
    const session = await this.#session.get(this.#host.uid, signal);
    const profile = await unlessAborted(signal, session.read());
    if (session === this.#session.session) this.#host.adopt(profile);
  }

  /** Puts the photo's final address in its place. */
  async #upload(photo: PickedPhoto, uid: string, run: SaveRun): Promise<void> {
    const { signal } = run;
    run.phase = 'upload';
    const { uploadPhoto } = await unlessAborted(signal, importUpload()).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw new ProfileError('sdk-unavailable', { cause });
    });
    const upload = (): Promise<string> =>
      uploadPhoto(photo, uid, run, this.#host.settings, this.loadsAsImage);
    const url = await this.#waitFor(run, { for: 'upload', progress: 0 }, upload);
    run.phase = 'save';
    this.#draft.placePhoto(photo, url);
  }

  /** Waits for what `begin` starts, and has the form say so. */
  async #waitFor<T>(run: SaveRun, wait: SaveWait, begin: () => Promise<T>): Promise<T> {
    const isQuick = wait.for === 'page' || wait.for === 'photo';
    const show = (): void => run.setWait(wait);
    const stop = isQuick ? this.#dependencies.after(waitDelay, show) : show();
    try {
      return await unlessAborted(run.signal, begin());
    } finally {
      stop?.();
      run.resume = undefined;
      if (run.wait) run.setWait(undefined);
    }
  }

  // What the browser says of the network is a hint, and wrong for some: only a try that failed makes it one to go by.
  #isOffline(error: ProfileError): boolean {
    const isLost = isOfNetwork(error) || error.subject[0] === 'network';
    return isLost && !this.#dependencies.isOnline();
  }

  async #waitForNetwork(run: SaveRun): Promise<void> {
    const begin = (): Promise<void> => new Promise((resolve) => (run.resume = resolve));
    await this.#waitFor(run, { for: 'online' }, begin);
  }

  async #pause(until: number, run: SaveRun): Promise<void> {
    const { after, now } = this.#dependencies;
    let stop: (() => void) | undefined;
    const isOver = new Promise<void>((resolve) => (stop = after(until - now(), resolve)));
    try {
      await this.#waitFor(run, { for: 'rate-limit', until }, () => isOver);
    } finally {
      stop?.();
    }
  }
}
