import { unlessAborted } from '../abort.js';
import { ProfileError, toProfileError } from '../errors.js';
import { ProfileSaveEvent } from '../events.js';
import { importAgain } from '../import-again.js';
import type { ChangeSender } from './change-sender.js';
import type { Dependencies } from './dependencies.js';
import type { Draft } from './draft.js';
import type { SaveWait } from './editor-state.js';
import type { SaveOutcome } from './save-outcome.js';
import { SaveRun, type SaveHost } from './save-run.js';
import type { SessionManager } from './session-manager.js';

const stopped: SaveOutcome = { type: 'stopped' };

// The form is there without it.
const importSender = importAgain(
  () => import('./saving.js'),
  (module) => 'ChangeSender' in module,
  'saving',
);

/** Carries one save at a time through: tells the page, and has the changes sent. */
export class Saver {
  readonly #draft: Draft;
  readonly #session: SessionManager;
  readonly #dependencies: Dependencies;
  readonly #host: SaveHost;
  #run: SaveRun | undefined;
  #sender: ChangeSender | undefined;
  #isPrepared = false;

  constructor(draft: Draft, session: SessionManager, dependencies: Dependencies, host: SaveHost) {
    this.#draft = draft;
    this.#session = session;
    this.#dependencies = dependencies;
    this.#host = host;
  }

  /** Fetches what a save needs, so that it is at hand when the network is not. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.#loadSender().catch(() => undefined);
  }

  /** Whether a photo URL loads as an image; undefined where that could not be tried. */
  async tryPhotoUrl(url: string): Promise<boolean | undefined> {
    const sender = await this.#loadSender().catch(() => undefined);
    return sender?.loadsAsImage(url);
  }

  /** The save that is under way; `isCalledBack` where it only still has to end. */
  get current(): { readonly result: Promise<boolean>; readonly isCalledBack: boolean } | undefined {
    const run = this.#run;
    return run && { result: run.result, isCalledBack: run.signal.aborted };
  }

  /** What the save waits for, if anything. */
  get wait(): SaveWait | undefined {
    return this.#run?.wait;
  }

  /** Begins a save. It is noted before the page is told, so that the page's own calls meet it. */
  start(): Promise<boolean> {
    let finish!: (isSaved: Promise<boolean>) => void;
    const result = new Promise<boolean>((resolve) => (finish = resolve));
    const run = new SaveRun(result, () => {
      if (this.#run === run) this.#host.onProgress();
    });
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
    this.#run?.abort();
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

  async #carryOut(run: SaveRun): Promise<boolean> {
    let outcome: SaveOutcome;
    try {
      outcome = await this.#save(run);
    } catch (cause) {
      const { phase } = run;
      outcome = run.signal.aborted
        ? stopped
        : { type: 'failed', phase, error: toProfileError(cause), stored: 'no' };
    }
    // By then another may have begun.
    if (this.#run === run) this.#run = undefined;
    return this.#host.onOutcome(outcome, run.isAbandoned);
  }

  async #save(run: SaveRun): Promise<SaveOutcome> {
    const { changes, photo } = this.#draft;
    const event = new ProfileSaveEvent(changes, photo?.blob);
    run.announced = changes;
    if (!this.#host.announce(event)) return { type: 'prevented' };
    const answer = event.isHeld ? event.settled() : undefined;
    // Who waits for it may still have to be fetched.
    answer?.catch(() => undefined);
    return (await this.#getSender(run)).send(run, answer);
  }

  async #getSender({ signal }: SaveRun): Promise<ChangeSender> {
    try {
      return await unlessAborted(signal, this.#loadSender());
    } catch (cause) {
      throw new ProfileError('sdk-unavailable', { cause });
    }
  }

  async #loadSender(): Promise<ChangeSender> {
    if (!this.#sender) {
      const { ChangeSender: Sender } = await importSender();
      this.#sender ??= new Sender(this.#draft, this.#session, this.#dependencies, this.#host);
    }
    return this.#sender;
  }
}
