import { ProfileError } from '../errors.js';
import { writeChanges } from './write-changes.js';
import type { Profile, ProfileChanges } from '../profile.js';
import { importHost } from './import-host.js';
import { SaveGuard } from './save-guard.js';
import type { SharedSdk, Subscriber } from './shared-sdk.js';

/** One save of one editor. */
export interface Save {
  readonly uid: string;
  readonly changes: ProfileChanges;
  /** Whether the host's own listeners hear of it. */
  readonly hostSync: boolean;
  readonly by: Subscriber;
  /** Keeps a save that has not gone out from doing so. */
  readonly signal: AbortSignal;
}

/** The saves of all editors that share an SDK copy, one after another. */
export class SaveQueue {
  readonly #shared: SharedSdk;
  #saves: Promise<unknown> = Promise.resolve();
  #update: Promise<unknown> | undefined;

  constructor(shared: SharedSdk) {
    this.#shared = shared;
  }

  add(save: Save): Promise<Profile> {
    const result = this.#saves.then(() => this.#run(save));
    this.#saves = result.catch(() => undefined);
    return result;
  }

  async #run({ uid, changes, hostSync, by, signal }: Save): Promise<Profile> {
    const shared = this.#shared;
    const { sdk } = shared;
    await this.#update;
    // The SDK sends every save for whoever is logged in, whatever uid the argument carries.
    await shared.requireUser(uid);
    if (signal.aborted) throw new ProfileError('session-expired');
    const user = new sdk.User(uid);
    writeChanges(user, changes);
    const guard = new SaveGuard(shared);
    const unobserve = shared.observe(guard);
    const update = (async () => sdk.updateCurrentUserDetails(user))();
    void endGuard(update, guard).finally(unobserve);
    // One that is late may still be applied: the next waits for it, though not for ever.
    this.#update = shared.outlast(update);
    let profile: Profile;
    try {
      profile = await shared.ask('save', uid, () => update);
    } catch (error) {
      update.then(
        () => shared.notify(uid, { type: 'changed-elsewhere' }),
        () => undefined,
      );
      throw error;
    }
    shared.notify(uid, { type: 'saved', profile }, by);
    shared.announce(uid);
    if (shared.shared && hostSync && !guard.hasChanged) {
      const host = await importHost().catch(() => undefined);
      await host?.refreshHost(shared).catch(() => undefined);
    }
    return profile;
  }
}

async function endGuard(update: Promise<unknown>, guard: SaveGuard): Promise<void> {
  try {
    await update;
    await guard.repair();
  } catch {
    // Whoever waits for the save hears of it by its own promise.
  }
}
