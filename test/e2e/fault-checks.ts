import { expect } from '@open-wc/testing';
import type { FaultDescription } from '../../demo/sandbox/types.js';
import type { ProfileErrorEvent } from '../../src/events.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import type { Clock } from '../support/clock.js';
import { requestPhases, type FaultOutcome, type Occasion } from '../support/fault-outcomes.js';
import { askedOf } from '../support/host-page.js';
import type { HostSdk } from '../support/host-sdk.js';
import { reach } from '../support/page.js';
import type { TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { texts } from '../support/texts.js';

/** Whose SDK the editor works with. */
export type Copy = 'own' | 'shared';

/** The edits of every case: a new name, and the status message cleared. */
export const edits = { name: 'Alice Liddell', statusMessage: '' };

/** The time limit of one request, in milliseconds. */
export const timeLimit = 15_000;
/** How long a rate limit is waited for, in milliseconds. */
const rateLimitPause = 30_000;

/** One fault on one occasion. */
export interface Case {
  readonly fault: FaultDescription;
  readonly occasion: Occasion;
  readonly copy: Copy;
  readonly outcome: FaultOutcome;
}

/** The page of a case. */
export interface Stage {
  readonly sandbox: TestSandbox;
  readonly editor: CometChatProfileEditor;
  readonly clock: Clock;
  readonly host: HostSdk | undefined;
  readonly events: readonly Event[];
}

/** Compares everything that can be seen of the editor with what the contract promises. */
export async function checkOutcome(each: Case, stage: Stage): Promise<void> {
  const { fault, occasion, outcome } = each;
  const { editor, sandbox, events } = stage;
  const screen = screenOf(editor);
  const { state, code, ends, stored } = outcome;
  expect(editor.state).to.equal(state);
  expect(editor.error?.code).to.equal(code);

  // The edits: in the form, whatever happened, and unsaved as far as they are not stored.
  expect(screen.textbox('Name').value).to.equal(edits.name);
  expect(screen.textbox('Status message').value).to.equal(edits.statusMessage);
  const { statusMessage } = edits;
  const unsaved = { all: {}, 'not-cleared': { statusMessage }, none: edits }[stored];
  expect(editor.changes).to.deep.equal(unsaved);
  const user = await sandbox.user('alice');
  expect(user?.name).to.equal(stored === 'none' ? 'Alice' : edits.name);
  expect(user?.statusMessage).to.equal(stored === 'all' ? undefined : 'Here');

  // The words.
  expectWords(each, stage);
  const isSave = occasion === 'save' || occasion === 'stale-save';
  if (state === 'ready')
    expect(screen.status()).to.equal(isSave ? 'Profile saved' : texts.unsavedChanges);
  if (state === 'saving') expect(screen.status()).to.match(/Too many requests.+\d:\d\d:\d\d/);

  // The events.
  const types = events.map(({ type }) => type);
  expect(types.includes('profile-session-ended')).to.equal(ends);
  expect(types.includes('profile-saved')).to.equal(state === 'ready' && isSave);
  const failures = events.filter(({ type }) => type === 'profile-error') as ProfileErrorEvent[];
  const isTold = state === 'failed' && !(ends && !isSave);
  const phase = isSave ? 'save' : requestPhases[occasion];
  expect(failures.map((event) => [event.phase, event.error.code])).to.deep.equal(
    isTold ? [[phase, code]] : [],
  );
  for (const { error } of failures) expectNoSecrets(describeError(error), sandbox);

  expect(await askedOf(sandbox)).to.deep.equal(expectedRequests(each));
  if (stage.host && fault.kind !== 'expired-token' && occasion !== 'connect') {
    expect((await stage.host.getLoggedinUser())?.getUid()).to.equal('alice');
    expect(stage.host.authToken).to.equal(sandbox.token('alice'));
  }
}

function expectedRequests({ fault, occasion, copy, outcome }: Case): readonly string[] {
  const login = 'PUT /me';
  const read = 'GET /users/alice';
  const save = 'PUT /me';
  const isOk = outcome.state === 'ready';
  switch (occasion) {
    case 'connect':
      // Without its token in the answer, the SDK logs in a second time.
      return [login, ...(fault.kind === 'no-auth-token' ? [login] : []), ...(isOk ? [read] : [])];
    case 'load':
      return copy === 'own' ? [login, read] : [read];
    case 'save':
      return outcome.rereads ? [save, read] : [save];
    case 'reload':
      return [read];
    case 'stale-save':
      return isOk ? [read, save] : [read];
  }
}

function expectWords({ occasion, fault, outcome }: Case, { editor, sandbox }: Stage): void {
  const { state, code, ends } = outcome;
  const screen = screenOf(editor);
  const alert = screen.alert();
  if (state !== 'failed' || !code) {
    expect(alert).to.equal('');
    return;
  }
  const isSave = occasion === 'save' || occasion === 'stale-save';
  const [start = ''] = texts[code].split('{');
  // What took too long may still arrive.
  const notSaved =
    occasion === 'save' && code === 'timeout' ? texts.failedSaveUnknown : texts.failedSave;
  const kept = isSave ? notSaved : texts.failedLoad;
  if (ends) expect(alert).to.contain(`${texts['session-expired']} ${texts.endedKept}`);
  else if (code === 'not-applied') expect(alert).to.contain(start);
  else expect(alert).to.contain(`${kept} ${start}`);
  expect(alert).to.match(/Try again$/);
  expectNoSecrets(alert, sandbox);

  // What became of single fields is said beside them.
  const isRefused = fault.kind === 'bad-request';
  const isDenied = code === 'not-applied' && !fault.stores;
  expect(screen.description('Name').includes(texts.fieldRejected)).to.equal(isRefused);
  expect(screen.description('Name').includes(texts['not-applied'])).to.equal(isDenied);
  expect(screen.description('Status message').includes(texts['not-applied'])).to.equal(
    code === 'not-applied',
  );
}

/** No token, no code and no text of the SDK or of the server. */
function expectNoSecrets(text: string, sandbox: TestSandbox): void {
  expect(text).to.not.contain(sandbox.token('alice'));
  expect(text).to.not.match(
    /not exist|validate|do not have permission|operation failed|undefined|\[object/,
  );
}

/** Everything that a page could read of an error. */
function describeError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message = '', stack = '', cause = '' } = error as Record<string, unknown>;
  return `${String(message)} ${String(stack)} ${JSON.stringify(error)} ${describeError(cause)}`;
}

/** Once the fault is lifted, "Try again" does; a save that waits goes out by itself. */
export async function checkRecovery({ occasion, outcome }: Case, stage: Stage): Promise<void> {
  const { editor, sandbox, clock, events } = stage;
  const screen = screenOf(editor);
  const before = (await askedOf(sandbox)).length;
  await sandbox.clearFaults();
  if (outcome.state === 'saving') clock.pass(rateLimitPause);
  // A save whose answer never comes is waited for twice as long before the next goes out.
  if (outcome.timesOut) clock.pass(timeLimit);
  if (outcome.state === 'failed') screen.click('Try again');
  await reach(editor, 'ready');
  expect(screen.alert()).to.equal('');
  if (editor.hasUnsavedChanges) {
    expect(screen.textbox('Name').value).to.equal(edits.name);
    expect(occasion).to.be.oneOf(['connect', 'load', 'reload']);
    expect(await editor.save()).to.equal(true);
  }
  expect(screen.status()).to.equal('Profile saved');
  expect(editor.hasUnsavedChanges).to.equal(false);
  expect(events.filter(({ type }) => type === 'profile-saved')).to.have.length(1);
  const user = await sandbox.user('alice');
  expect(user?.name).to.equal(edits.name);
  expect(user?.statusMessage).to.equal(undefined);
  // At most a login, a read, another read before the save, and the save.
  expect((await askedOf(sandbox)).length - before).to.be.at.most(4);
}
