import { expect } from '@open-wc/testing';
import { askedOf, clearStorage, tagFor } from '../support/host-page.js';
import {
  importHostSdk,
  loadHostSdk,
  startHost,
  watchHost,
  watchLooks,
  type HostSdk,
} from '../support/host-sdk.js';
import { closePages, importInto, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('a host that initialises its SDK after the tag is there', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const put = (page: TestPage, attributes = ''): void => {
    page.document.body.innerHTML = tagFor(sandbox, attributes);
  };

  const tokenUrl = (): string => `auth-token-url="${sandbox.tokenUrl('alice')}"`;

  const start = (host: HostSdk, token?: string): Promise<void> =>
    startHost(host, { appId: sandbox.appId, token });

  const setLimits = async (page: TestPage, change: object): Promise<void> => {
    const address = '/src/session/deadline.ts';
    const { limits } = await importInto<typeof import('../../src/session/deadline.js')>(
      page.window,
      address,
    );
    Object.assign(limits, change);
  };

  const isStored = (storage: Storage): boolean =>
    storage.getItem(`${sandbox.appId}:common_store/user`) !== null;

  const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  const expectJoined = async ({ editor }: TestPage): Promise<void> => {
    const describe = (): string =>
      `the host is not joined: ${editor.state} ${editor.error?.message}`;
    await until(() => editor.matches(':state(shared-session)'), describe);
    await reach(editor, 'ready');
    expect(editor.profile?.uid).to.equal('alice');
  };

  const logins = async (): Promise<number> =>
    (await askedOf(sandbox)).filter((line) => line === 'PUT /me').length;

  describe('and has it on the page', () => {
    const isSecondLoaded = ({ window }: TestPage): boolean =>
      window.performance.getEntriesByType('resource').some(({ name }) => name.endsWith('?module'));

    it('is waited for, without a second SDK or login', async () => {
      const page = await openPage('');
      const host = await loadHostSdk(page.window);
      put(page, tokenUrl());
      await pass(1_500);
      expect(page.editor.state).to.equal('connecting');
      await start(host, await sandbox.issue('alice'));
      await expectJoined(page);
      expect(await logins()).to.equal(1);
      expect(isSecondLoaded(page)).to.equal(false);
    });

    it('gets time to log in by itself', async () => {
      const page = await openPage('');
      const host = await loadHostSdk(page.window);
      const { events } = watchHost(host);
      const watch = watchLooks(host);
      put(page, tokenUrl());
      // The editor has seen the SDK before it is initialised.
      await until(() => watch.looks > 0, 'nobody looks for the SDK');
      await start(host);
      await pass(300);
      await host.login(await sandbox.issue('alice'));
      await expectJoined(page);
      expect(await logins()).to.equal(1);
      expect(events).to.deep.equal(['login alice']);
    });

    for (const [attributes, code] of [
      ['', 'no-token'],
      ['auth-token-url', 'timeout'],
      ['sdk', 'invalid-config'],
    ] as const) {
      it(`is joined when it comes after the limit (${attributes || 'no token'})`, async () => {
        const page = await openPage('');
        await setLimits(page, { hostInit: 200, hostLook: 50 });
        const host = await loadHostSdk(page.window);
        put(page, attributes === 'auth-token-url' ? tokenUrl() : '');
        if (attributes === 'sdk') page.editor.sdk = host;
        await reach(page.editor, 'failed');
        expect(page.editor.error?.code).to.equal(code);
        await start(host, await sandbox.issue('alice'));
        await expectJoined(page);
        expect(await logins()).to.equal(1);
        expect(isSecondLoaded(page)).to.equal(false);
      });
    }

    it('is not waited for again, where the user tries again and the page has tokens', async () => {
      const page = await openPage('');
      await setLimits(page, { hostInit: 200 });
      await loadHostSdk(page.window);
      put(page, tokenUrl());
      await reach(page.editor, 'failed');
      await page.editor.reload();
      await reach(page.editor, 'ready');
      expect(page.editor.matches(':state(shared-session)')).to.equal(false);
    });
  });

  describe('and loads it late', () => {
    it('is joined, and hears of saves', async () => {
      const page = await openPage('');
      await setLimits(page, { hostLook: 50 });
      put(page, tokenUrl());
      await reach(page.editor, 'ready');
      screenOf(page.editor).type('Name', 'Alice Liddell');
      const host = await loadHostSdk(page.window);
      const { names } = watchHost(host);
      await start(host, await sandbox.issue('alice'));
      await expectJoined(page);
      expect(await page.editor.save()).to.equal(true);
      expect(names.at(-1)).to.equal('Alice Liddell');
      expect((await host.getLoggedinUser())?.getName()).to.equal('Alice Liddell');
    });

    it('is joined where nobody was signed in', async () => {
      const page = await openPage('');
      await setLimits(page, { hostLook: 50 });
      put(page);
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('no-token');
      await start(await loadHostSdk(page.window), await sandbox.issue('alice'));
      await expectJoined(page);
    });

    it('is left alone with another user', async () => {
      const page = await openPage('');
      await setLimits(page, { hostLook: 50 });
      put(page, tokenUrl());
      await reach(page.editor, 'ready');
      const host = await loadHostSdk(page.window);
      await start(host, sandbox.token('bob'));
      await pass(300);
      screenOf(page.editor).type('Name', 'Alice Liddell');
      expect(await page.editor.save()).to.equal(true);
      expect(page.editor.profile?.uid).to.equal('alice');
      expect((await host.getLoggedinUser())?.getUid()).to.equal('bob');
    });
  });

  describe('and is bundled with the editor', () => {
    const openApp = async (): Promise<{ page: TestPage; host: HostSdk }> => {
      const page = await openPage('');
      return { page, host: await importHostSdk(page.window) };
    };

    /** Leaves a login in the app's storage, as an earlier visit did. */
    const logInEarlier = async (): Promise<void> => {
      const { page, host } = await openApp();
      await start(host, sandbox.token('alice'));
      await until(() => isStored(localStorage), 'the login is not stored');
      page.close();
      await sandbox.clearRequests();
    };

    for (const attributes of ['', 'auth-token-url']) {
      it(`keeps the login of an earlier visit (${attributes || 'no token'})`, async () => {
        await logInEarlier();
        const { page, host } = await openApp();
        put(page, attributes && tokenUrl());
        await pass(300);
        await start(host);
        await expectJoined(page);
        expect((await host.getLoggedinUser())?.getUid()).to.equal('alice');
        expect(await logins()).to.equal(0);
        expect(isStored(localStorage)).to.equal(true);
        expect(isStored(sessionStorage)).to.equal(false);
      });
    }

    it('keeps that login where it is not initialised on this page at all', async () => {
      await logInEarlier();
      const { page, host } = await openApp();
      put(page, tokenUrl());
      await expectJoined(page);
      expect(await logins()).to.equal(0);
      // Later than anybody would expect.
      await start(host);
      expect((await host.getLoggedinUser())?.getUid()).to.equal('alice');
      expect(isStored(sessionStorage)).to.equal(false);
    });

    it('stores its first login where it wants to', async () => {
      const { page, host } = await openApp();
      await setLimits(page, { hostLook: 50 });
      put(page);
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('no-token');
      await start(host, sandbox.token('alice'));
      await expectJoined(page);
      expect(await logins()).to.equal(1);
      expect(isStored(localStorage)).to.equal(true);
      expect(isStored(sessionStorage)).to.equal(false);
    });

    it('is followed where the page has tokens', async () => {
      const { page, host } = await openApp();
      put(page, tokenUrl());
      await pass(300);
      await start(host, await sandbox.issue('alice'));
      await expectJoined(page);
      expect(await logins()).to.equal(1);
      expect(isStored(localStorage)).to.equal(true);
    });

    it('may log out of what it took over', async () => {
      const { page, host } = await openApp();
      await setLimits(page, { appStart: 50, hostLook: 50 });
      put(page, tokenUrl());
      await reach(page.editor, 'ready');
      await start(host);
      await expectJoined(page);
      await host.logout();
      await reach(page.editor, 'failed');
      expect(screenOf(page.editor).alert()).to.contain('You’ve been signed out.');
      expect(await host.getLoggedinUser()).to.equal(null);
    });
  });
});
