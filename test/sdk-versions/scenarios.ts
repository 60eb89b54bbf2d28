import { expect } from '@open-wc/testing';
import { askedOf } from '../support/host-page.js';
import { importHostSdk } from '../support/host-sdk.js';
import { nextEvent, reach, until } from '../support/page.js';
import type { Stage } from './stage.js';

/** Makes one thing happen in a page, and gives the code that the user or the site met; nothing where all went well. */
export type Scenario = (stage: Stage) => Promise<string | void>;

/** The first version that has all that an own copy needs. */
export const ownCopyFrom = '4.1.3';

/** How long the SDK may take to answer, in milliseconds. */
const timeLimit = 15_000;

const logins = async ({ sandbox }: Stage): Promise<number> =>
  (await askedOf(sandbox)).filter((line) => line === 'PUT /me').length;

/** Edits the name, and meets a failure of the save. */
async function failToSave(stage: Stage): Promise<string> {
  const { editor, screen } = stage;
  screen.type('Name', 'Alice Liddell');
  expect(await editor.save(), 'saved').to.equal(false);
  const code = await stage.expectFailure();
  expect(screen.textbox('Name').value, 'the edit').to.equal('Alice Liddell');
  expect((await stage.sandbox.user('alice'))?.name).to.equal('Alice');
  return code;
}

/** Logs in anew after a session has ended, and saves the edits that the form has kept. */
async function comeBack(stage: Stage): Promise<void> {
  const { sandbox, screen } = stage;
  if (stage.hasHost) await stage.host.login(await sandbox.issue('alice'));
  else screen.click('Try again');
  await stage.expectForm();
  expect(screen.textbox('Name').value, 'the edit').to.equal('Alice Liddell');
  await stage.expectSaved();
  expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
}

const connect: Scenario = async (stage) => {
  const { sandbox, page } = stage;
  if (stage.hasHost) await stage.startHost();
  await sandbox.clearRequests();
  const global = page.window.CometChat;
  const settings = stage.hasHost ? stage.host.appSettings : undefined;
  stage.put();
  await stage.expectForm();
  const { name, statusMessage } = stage.editor.profile ?? {};
  expect([name, statusMessage]).to.deep.equal(['Alice', 'Here']);
  const read = 'GET /users/alice';
  expect(await askedOf(sandbox)).to.deep.equal(stage.hasHost ? [read] : ['PUT /me', read]);
  expect(page.window.CometChat, 'the global').to.equal(global);
  expect(stage.sockets).to.have.length(0);
  if (stage.hasHost) {
    expect(stage.host.appSettings).to.equal(settings);
    return;
  }
  const own = await importHostSdk(page.window);
  expect(own.SDKHeader.sdkVersion, 'the version of the SDK').to.equal(stage.version);
};

const save: Scenario = async (stage) => {
  const { sandbox } = stage;
  await stage.showForm();
  const { screen } = stage;
  screen.type('Name', 'Alice Liddell');
  screen.type('Status message', 'At tea');
  await stage.expectSaved();
  expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
  const user = await sandbox.user('alice');
  expect([user?.name, user?.statusMessage]).to.deep.equal(['Alice Liddell', 'At tea']);
  if (!stage.hasHost) return;
  const stored = await stage.host.getLoggedinUser();
  expect([stored?.getName(), stored?.getStatusMessage()]).to.deep.equal([
    'Alice Liddell',
    'At tea',
  ]);
  expect(stage.watch.names).to.deep.equal(['Alice', 'Alice Liddell']);
};

const clear: Scenario = async (stage) => {
  const { sandbox } = stage;
  await stage.showForm();
  const { screen } = stage;
  screen.type('Status message', '');
  screen.click('Remove photo');
  await stage.expectSaved();
  const user = await sandbox.user('alice');
  expect([user?.name, user?.statusMessage, user?.avatar]).to.deep.equal([
    'Alice',
    undefined,
    undefined,
  ]);
  const { statusMessage, avatar } = stage.editor.profile ?? {};
  expect([statusMessage || '', avatar || '']).to.deep.equal(['', '']);
  if (stage.hasHost) {
    expect((await stage.host.getLoggedinUser())?.getStatusMessage() || '').to.equal('');
  }
};

const unknownToken: Scenario = async (stage) => {
  await stage.showForm();
  await stage.sandbox.setFault({ kind: 'expired-token', phase: 'save' });
  const ended = nextEvent(stage.editor, 'profile-session-ended');
  const code = await failToSave(stage);
  expect((await ended).reason).to.equal('expired');
  await stage.sandbox.clearFaults();
  await comeBack(stage);
  return code;
};

const hang: Scenario = async (stage) => {
  const { sandbox, clock } = stage;
  await stage.showForm();
  await sandbox.setFault({ kind: 'hang', phase: 'save' });
  const failing = failToSave(stage);
  await sandbox.waitForRequest(({ phase }) => phase === 'save');
  clock.pass(timeLimit);
  const code = await failing;
  await sandbox.clearFaults();
  // The next save waits as long again for the one that is not answered.
  clock.pass(timeLimit);
  await stage.expectSaved();
  expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
  return code;
};

const denied: Scenario = async (stage) => {
  await stage.showForm();
  await stage.sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
  const code = await failToSave(stage);
  expect(await stage.storedUid()).to.equal('alice');
  await stage.sandbox.clearFaults();
  await stage.expectSaved();
  return code;
};

const logOut: Scenario = async (stage) => {
  await stage.showForm();
  stage.screen.type('Name', 'Alice Liddell');
  const ended = nextEvent(stage.editor, 'profile-session-ended');
  await stage.logOut();
  const { reason } = await ended;
  await stage.expectFailure();
  expect(await stage.storedUid()).to.equal(undefined);
  await comeBack(stage);
  return reason;
};

const logOutWhileSaving: Scenario = async (stage) => {
  const { sandbox } = stage;
  await stage.showForm();
  const { editor, screen } = stage;
  screen.type('Name', 'Alice Liddell');
  const ended = nextEvent(editor, 'profile-session-ended');
  await sandbox.setFault({ kind: 'lost-answer', phase: 'save' });
  const saving = editor.save();
  await sandbox.waitForRequest(({ phase, applied }) => phase === 'save' && applied);
  await stage.logOut();
  await sandbox.clearFaults({ answer: true });
  await saving;
  const { reason } = await ended;
  await stage.expectFailure();
  await until(async () => (await stage.storedUid()) === undefined, 'the session is back');
  if (stage.hasHost) expect(stage.watch.events).to.deep.equal(['login alice', 'logout']);
  return reason;
};

const badToken: Scenario = async (stage) => {
  const { sandbox } = stage;
  if (stage.hasHost) await stage.initHost();
  const token = `alice_1700000000${'0'.repeat(30)}`;
  stage.put(`auth-token="${token}"`);
  const code = await stage.expectFailure();
  expect(stage.screen.alert()).to.not.contain(token);
  expect(await stage.storedUid()).to.equal(undefined);
  if (stage.hasHost) await stage.host.login(await sandbox.issue('alice'));
  else stage.editor.authToken = sandbox.token('alice');
  await stage.expectForm();
  return code;
};

/** The app has logged somebody else in; without an app, the site's token is somebody else's now. */
const otherUser: Scenario = async (stage) => {
  const { sandbox } = stage;
  if (!stage.hasHost) {
    await stage.showForm();
    stage.editor.authToken = sandbox.token('bob');
    await until(() => stage.editor.profile?.uid === 'bob', 'the form stays alice’s');
    await reach(stage.editor, 'ready');
    expect(await stage.storedUid()).to.equal('bob');
    return 'ok';
  }
  await stage.startHost(sandbox.token('bob'));
  await sandbox.clearRequests();
  stage.put(stage.tokenOf('alice'));
  const code = await stage.expectFailure();
  expect(await askedOf(sandbox)).to.deep.equal([]);
  expect(await stage.storedUid()).to.equal('bob');
  await stage.host.login(sandbox.token('alice'));
  await stage.expectForm();
  return code;
};

/** The app initialises its SDK and logs in while the editor waits for that; one without a copy imports the editor's class. */
const hostLate: Scenario = async (stage) => {
  await stage.beSlow();
  if (!stage.hasHost) await stage.loadHost();
  stage.put(`auth-token-url="${stage.sandbox.tokenUrl('alice')}"`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(stage.editor.state).to.equal('connecting');
  expect(await logins(stage)).to.equal(0);
  await stage.startHost();
  await stage.expectForm(true);
  expect(await logins(stage)).to.equal(1);
  expect(stage.watch.events).to.deep.equal(['login alice']);
};

/** The app and the editor begin in the same moment; without an app, two editors do. */
const race: Scenario = async (stage) => {
  if (stage.hasHost) {
    stage.put(stage.tokenOf('alice'));
    await stage.startHost();
    await stage.expectForm();
  } else {
    stage.put();
    const second = stage.editor.cloneNode();
    stage.editor.after(second);
    await stage.expectForm();
    await reach(second as typeof stage.editor, 'ready');
  }
  expect(await logins(stage)).to.equal(1);
};

const remove: Scenario = async (stage) => {
  const { sandbox, page } = stage;
  await stage.showForm();
  const { editor } = stage;
  const global = page.window.CometChat;
  editor.remove();
  await until(() => editor.state === 'idle', 'the editor goes on');
  expect(page.window.CometChat, 'the global').to.equal(global);
  expect(await stage.storedUid()).to.equal('alice');
  expect(stage.sockets).to.have.length(0);
  if (stage.hasHost) {
    await until(() => stage.watch.listeners.size === 1, 'the editor still listens');
    expect(stage.watch.events).to.deep.equal(['login alice']);
  }
  expect(await askedOf(sandbox)).to.deep.equal([]);
  stage.put();
  await stage.expectForm();
  expect(await logins(stage), 'a second login').to.equal(0);
};

/** A column of the table. */
interface Column {
  readonly name: string;
  /** What it is to end with, where that is not a success. */
  readonly code?: string;
  /** The same on an own copy, where it is another. */
  readonly ownCode?: string;
  readonly run: Scenario;
}

export const scenarios: readonly Column[] = [
  { name: 'connect', run: connect },
  { name: 'save', run: save },
  { name: 'clear', run: clear },
  { name: '401 in a save', code: 'session-expired', run: unknownToken },
  { name: 'save hangs', code: 'timeout', run: hang },
  { name: '403 in a save', code: 'permission-denied', run: denied },
  { name: 'logout', code: 'logged-out', run: logOut },
  { name: 'logout in a save', code: 'logged-out', run: logOutWhileSaving },
  { name: 'bad token', code: 'invalid-credentials', run: badToken },
  { name: 'other user', code: 'session-conflict', ownCode: 'ok', run: otherUser },
  { name: 'host late', run: hostLate },
  { name: 'race', run: race },
  { name: 'tag removed', run: remove },
];

/** What an own copy of an SDK that is too old says instead of connecting. */
export const tooOld: Scenario = async (stage) => {
  stage.put();
  expect(await stage.expectFailure()).to.equal('sdk-unavailable');
  const message = stage.editor.error?.message;
  expect(message).to.contain(`chat-sdk-javascript ${stage.version}: ${ownCopyFrom} or newer`);
  expect(stage.sockets).to.have.length(0);
  return `needs ${ownCopyFrom}`;
};
