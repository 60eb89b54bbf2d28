import { expect } from '@open-wc/testing';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { playgroundWorld } from '../../demo/sandbox/playground-world.js';
import type { CometChat as CometChatClass } from '@cometchat/chat-sdk-javascript';

type Sdk = typeof CometChatClass;

const sdkUrl = '/node_modules/@cometchat/chat-sdk-javascript/CometChat.js';

/** Loads the unmodified SDK the way a page does, as a classic script. */
async function loadSdk(): Promise<Sdk> {
  const script = document.createElement('script');
  script.src = sdkUrl;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return (globalThis as unknown as { CometChat: Sdk }).CometChat;
}

describe('sandbox: with the real SDK', () => {
  let sandbox: TestSandbox;
  let sdk: Sdk;
  let login: () => Promise<unknown>;
  before(async () => {
    sdk = await loadSdk();
  });
  beforeEach(async () => {
    sandbox = await createSandbox();
    const settings = new sdk.AppSettingsBuilder()
      .setRegion(sandbox.region)
      .autoEstablishSocketConnection(false)
      .build();
    await sdk.init(sandbox.appId, settings);
    login = () => sdk.login(sandbox.token('alice'));
  });
  afterEach(async () => {
    await sdk.logout().catch(() => undefined);
    await sandbox.dispose();
  });

  it('logs in, reads, saves and logs out', async () => {
    await login();
    const before = await sdk.getUser('alice');
    expect([before.getName(), before.getStatusMessage()]).to.deep.equal(['Alice', 'Here']);

    const patch = new sdk.User('alice');
    patch.setName('Ålice 👩‍💻');
    patch.setStatusMessage('');
    const saved = await sdk.updateCurrentUserDetails(patch);
    expect(saved.getName()).to.equal('Ålice 👩‍💻');
    expect((await sdk.getUser('alice')).getName()).to.equal('Ålice 👩‍💻');
    expect(await sandbox.user('alice')).to.include({ name: 'Ålice 👩‍💻', role: 'default' });
    expect(await sandbox.user('alice')).to.not.have.property('statusMessage');
    await sdk.logout();

    // The SDK reports its surroundings five seconds after a login, which a slow machine may reach.
    const requests = (await sandbox.requests()).filter(({ path }) => path !== '/user_sessions');
    const seen = requests.map(({ method, path, phase }) => `${method} ${path} ${phase}`);
    expect(seen).to.deep.equal([
      'PUT /me connect',
      'GET /users/alice load',
      'PUT /me save',
      'GET /users/alice load',
      'DELETE /me other',
    ]);
    const save = requests[2];
    expect(save?.url).to.equal(`https://${sandbox.appId}.apiclient-us.cometchat.io/v3.0/me`);
    expect(save?.headers).to.include({
      appid: sandbox.appId,
      authtoken: sandbox.token('alice'),
      sdk: 'javascript@4.2.0',
    });
    expect(save?.body).to.deep.equal({
      hasBlockedMe: false,
      blockedByMe: false,
      deactivatedAt: 0,
      uid: 'alice',
      name: 'Ålice 👩‍💻',
      statusMessage: '',
    });
  });

  it('gives the error of a revoked token', async () => {
    await sandbox.revoke(sandbox.token('alice'));
    const failed: unknown = await login().catch((error: unknown) => error);
    expect(failed).to.include({ code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' });
  });

  /** What the SDK rejects with: a plain object. */
  const rejectionOf = (calling: Promise<unknown>) =>
    calling.then(
      () => undefined,
      (error: unknown) => error as Record<string, unknown>,
    );
  const saveName = (name: string) => {
    const patch = new sdk.User('alice');
    patch.setName(name);
    return sdk.updateCurrentUserDetails(patch);
  };

  it('logs in with a token in CometChat’s format, and answers the uid in lower case', async () => {
    expect(sandbox.token('alice')).to.match(/^alice_\d{10}[\da-f]{30}$/);
    expect((await sdk.login(sandbox.token('alice')))?.getUid()).to.equal('alice');
    expect((await sdk.getUser('ALICE')).getUid()).to.equal('alice');
  });

  it('hands on code and message of an error, and details only where a field is at fault', async () => {
    await login();
    const unknown = await rejectionOf(sdk.getUser('nobody'));
    expect(unknown).to.have.all.keys('code', 'message');
    expect(unknown?.['code']).to.equal('ERR_UID_NOT_FOUND');
    const refused = await rejectionOf(saveName('x'.repeat(101)));
    expect(refused).to.have.all.keys('code', 'message', 'details');
    expect(refused?.['details']).to.have.all.keys('name');
  });

  it('gives the error of too many requests without a word of when to come back', async () => {
    await login();
    await sandbox.setFault({ kind: 'rate-limited', phase: 'load' });
    const refused = await rejectionOf(sdk.getUser('alice'));
    expect(refused).to.have.all.keys('code', 'message');
    expect(refused?.['code']).to.equal('ERR_TOO_MANY_REQUESTS');
  });

  it('logs in and saves for a role that may not read user details', async () => {
    await sandbox.setFault({ kind: 'details-denied' });
    await login();
    expect(await rejectionOf(sdk.getUser('alice'))).to.include({ code: 'ERR_PERMISSION_DENIED' });
    expect((await saveName('Alicia')).getName()).to.equal('Alicia');
    expect((await sandbox.user('alice'))?.name).to.equal('Alicia');
  });

  it('denies a save by an error, or by a success with the old values', async () => {
    await login();
    const denial = await sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
    expect(await rejectionOf(saveName('Alicia'))).to.include({ code: 'ERR_PERMISSION_DENIED' });
    await sandbox.clearFault(denial);
    await sandbox.setFault({ kind: 'silent-denial' });
    expect((await saveName('Alicia')).getName()).to.equal('Alice');
    expect((await sandbox.user('alice'))?.name).to.equal('Alice');
  });

  for (const [kind, code] of [
    ['no-access', 'AUTH_ERR_NO_ACCESS'],
    ['quota-exceeded', 'ERR_PLAN_QUOTA_RESTRICTION'],
  ] as const) {
    it(`gives ${code}`, async () => {
      await login();
      await sandbox.setFault({ kind });
      expect(await rejectionOf(saveName('Alicia'))).to.include({ code });
    });
  }

  it('gives the same error for a revoked token that a site hands out again', async () => {
    const ask = async () => {
      const response = await fetch(sandbox.tokenUrl('alice'), { method: 'POST' });
      return ((await response.json()) as { authToken: string }).authToken;
    };
    await sandbox.setFault({ kind: 'repeated-token' });
    const first = await ask();
    await sdk.login(first);
    await sandbox.revoke(first);
    const code = 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND';
    expect(await rejectionOf(sdk.getUser('alice'))).to.include({ code });
    const second = await ask();
    expect(second).to.equal(first);
    expect(await rejectionOf(sdk.login(second))).to.include({ code });
  });

  it('gives FAILED_TO_FETCH without a connection', async () => {
    await sandbox.setFault({ kind: 'offline', phase: 'connect' });
    const failed: unknown = await login().catch((error: unknown) => error);
    expect(failed).to.include({ code: 'FAILED_TO_FETCH' });
    expect(await sandbox.requests()).to.have.length(1);
  });

  it('never settles while an answer is lost, though the change is stored', async () => {
    await login();
    await sandbox.setFault({ kind: 'lost-answer', phase: 'save' });
    const patch = new sdk.User('alice');
    patch.setName('Stored');
    let outcome = 'pending';
    const saving = sdk.updateCurrentUserDetails(patch).then(
      () => (outcome = 'saved'),
      () => (outcome = 'failed'),
    );
    const lost = await sandbox.waitForRequest(({ phase, applied }) => phase === 'save' && applied);
    expect(lost.status).to.equal(null);
    expect((await sandbox.user('alice'))?.name).to.equal('Stored');
    expect((await sdk.getUser('alice')).getName()).to.equal('Stored');
    expect(outcome).to.equal('pending');
    await sandbox.clearFaults({ answer: true });
    await saving;
    expect(outcome).to.equal('saved');
  });

  it('reaches the app of the playground', async () => {
    const { appId, region } = playgroundWorld;
    const settings = new sdk.AppSettingsBuilder()
      .setRegion(region)
      .autoEstablishSocketConnection(false)
      .build();
    await sdk.init(appId, settings);
    const user = await sdk.login('sandbox-token-carol');
    expect(user?.getUid()).to.equal('carol');
  });
});
