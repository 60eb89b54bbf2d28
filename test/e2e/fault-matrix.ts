import { faults } from '../../demo/sandbox/faults.js';
import type { RecordedRequest } from '../../demo/sandbox/types.js';
import { holdTime, type Clock } from '../support/clock.js';
import {
  describeOutcome,
  outcomeOf,
  requestPhases,
  type Occasion,
} from '../support/fault-outcomes.js';
import { clearStorage } from '../support/host-page.js';
import { loadHostSdk, startHost, type HostSdk } from '../support/host-sdk.js';
import { closePages, openPage, reach, until } from '../support/page.js';
import { createSandbox, defaultUsers, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import {
  checkOutcome,
  checkRecovery,
  edits,
  type Case,
  type Copy,
  type Stage,
  timeLimit,
} from './fault-checks.js';

/** When what was read counts as out of date. */
const freshness = 30_000;

/** Every fault of the sandbox on some occasions, with one kind of SDK copy. */
export function testFaults(copy: Copy, some: readonly Occasion[]): void {
  for (const occasion of some) {
    describe(`faults: ${copy} copy, ${occasion}`, () => {
      for (const fault of faults) {
        const outcome = outcomeOf(fault, occasion);
        if (!outcome) continue;
        const words = describeOutcome(outcome, occasion);
        it(`${fault.kind}: ${words}`, () => testFault({ fault, occasion, copy, outcome }));
      }
    });
  }
}

async function testFault(each: Case): Promise<void> {
  const sandbox = await createSandbox();
  try {
    const stage = await setUp(each, sandbox);
    await trigger(each, stage);
    await checkOutcome(each, stage);
    await checkRecovery(each, stage);
  } finally {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  }
}

/** A page up to the moment before the fault: on the first two occasions, before the tag is there. */
async function setUp({ fault, occasion, copy }: Case, sandbox: TestSandbox): Promise<Stage> {
  const token = sandbox.token('alice');
  let clock: Clock | undefined;
  let host: HostSdk | undefined;
  const page = await openPage('', {
    before: async (window) => {
      clock = holdTime(window);
      if (copy === 'own') return;
      host = await loadHostSdk(window);
      // A host that is logged in leaves the editor no login that could fail.
      await startHost(host, {
        appId: sandbox.appId,
        token: occasion === 'connect' ? undefined : token,
      });
    },
  });
  await sandbox.clearRequests();
  const arm = () => sandbox.setFault({ kind: fault.kind, phase: requestPhases[occasion], ms: 20 });
  const isFirst = occasion === 'connect' || occasion === 'load';
  if (isFirst) await arm();

  const editor = page.document.createElement('cometchat-profile-editor');
  editor.setAttribute('app-id', sandbox.appId);
  editor.setAttribute('region', 'us');
  editor.setAttribute('auth-token', token);
  editor.setAttribute('initial-profile', JSON.stringify(defaultUsers[0]));
  const events: Event[] = [];
  for (const type of ['profile-error', 'profile-saved', 'profile-session-ended']) {
    page.document.addEventListener(type, (event) => events.push(event));
  }
  page.document.body.append(editor);
  await editor.updateComplete;
  const screen = screenOf(editor);
  if (!isFirst) await reach(editor, 'ready');
  screen.type('Name', edits.name);
  screen.type('Status message', edits.statusMessage);
  if (!isFirst) {
    await sandbox.clearRequests();
    await arm();
  }
  if (!clock) throw new Error('The page was not prepared');
  return { sandbox, editor, clock, host, events };
}

/** Does what meets the fault, and lets the time limit pass where only that can end it. */
async function trigger({ fault, occasion, outcome }: Case, stage: Stage): Promise<void> {
  const { editor, sandbox, clock } = stage;
  if (occasion === 'stale-save') clock.pass(freshness + 1);
  let done: Promise<unknown> = Promise.resolve();
  if (occasion === 'reload') done = editor.reload();
  else if (occasion === 'save' || occasion === 'stale-save') done = editor.save();
  const isHit = (request: RecordedRequest): boolean =>
    request.fault === fault.kind &&
    (fault.answers === 'never' ? request.applied === fault.stores : request.status !== null);
  await sandbox.waitForRequest(isHit);
  if (outcome.timesOut) clock.pass(timeLimit);
  if (outcome.state === 'saving') {
    await until(() => screenOf(editor).hasButton('Cancel'), 'the save does not wait');
    return;
  }
  await done;
  await reach(editor, outcome.state);
}
