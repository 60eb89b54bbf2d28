import { createSandbox } from '../support/sandbox.js';
import { checks, readProfile, type Account } from './contract.js';
import { restoreProfile } from './restore.js';

/** What the runner calls in the page. What goes in and out is plain data. */
const live = {
  /** An account of a sandbox, to try the check itself. */
  async openSandbox(photo: string): Promise<Account> {
    const sandbox = await createSandbox();
    const { appId, region } = sandbox;
    return { appId, region, authToken: sandbox.token('alice'), photo };
  },
  names: (): Promise<string[]> => Promise.resolve(checks.map(({ name }) => name)),
  read: readProfile,
  async check(account: Account, name: string): Promise<void> {
    await checks.find((check) => check.name === name)?.run(account);
  },
  restore: restoreProfile,
};

Object.assign(window, { live });
