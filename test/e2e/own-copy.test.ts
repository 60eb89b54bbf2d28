import { expect } from '@open-wc/testing';
import { askedOf, clearStorage, openHost, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { openSandboxedFrame } from '../support/sandboxed-frame.js';
import { screenOf } from '../support/screen.js';

describe('the editor’s own SDK copy', () => {
  let sandbox: TestSandbox;
  let another: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
    another = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    clearStorage(another);
    await sandbox.dispose();
    await another.dispose();
  });

  /** Edits, saves, and fails to save. */
  async function work({ editor }: TestPage): Promise<void> {
    await reach(editor, 'ready');
    screenOf(editor).type('Name', 'Alice Liddell');
    expect(await editor.save()).to.equal(true);
    await sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
    screenOf(editor).type('Name', 'Somebody');
    expect(await editor.save()).to.equal(false);
  }

  it('is never seen as window.CometChat', async () => {
    const seen: unknown[] = [];
    let value: unknown;
    const page = await openPage(tagFor(sandbox), {
      before: (window) => {
        Object.defineProperty(window, 'CometChat', {
          configurable: true,
          get: () => value,
          set: (next: unknown) => {
            seen.push(next);
            value = next;
          },
        });
      },
    });
    const { window } = page;
    const watching = window.setInterval(() => {
      if (window.CometChat !== undefined) seen.push(window.CometChat);
    });
    await work(page);
    window.clearInterval(watching);
    expect(seen).to.deep.equal([]);
    expect(window.CometChat).to.equal(undefined);
  });

  it('puts nothing on a page’s window and nothing lasting into its storage', async () => {
    const page = await openPage('');
    const before = Object.keys(page.window);
    const stored = Object.keys(localStorage);
    page.document.body.innerHTML = tagFor(sandbox);
    await work(page);
    expect(Object.keys(page.window).filter((key) => !before.includes(key))).to.deep.equal([]);
    expect(Object.keys(localStorage)).to.deep.equal(stored);
  });

  it('opens no socket, unless presence asks for one', async () => {
    for (const [attribute, count] of [
      ['', 0],
      ['presence', 1],
    ] as const) {
      const { page, sockets } = await openHost(another, { starts: false });
      delete page.window.CometChat;
      page.document.body.innerHTML = tagFor(
        sandbox,
        `auth-token="${sandbox.token('alice')}" ${attribute}`,
      );
      await reach(page.editor, 'ready');
      await page.editor.reload();
      if (count) await until(() => sockets.length === count, 'there is no socket');
      expect(sockets).to.have.length(count);
      page.close();
    }
  });

  it('works beside a host’s copy for another app, which it leaves alone', async () => {
    const token = another.token('bob');
    const { page, host, watch } = await openHost(another, { token, socket: true });
    const { window } = page;
    const storage = () =>
      Object.entries(localStorage).filter(([key]) => key.includes(another.appId));
    const { appSettings } = host;
    const before = storage();
    expect(before.length).to.be.greaterThan(0);

    page.document.body.innerHTML = tagFor(sandbox);
    await work(page);
    expect(page.editor.matches(':state(shared-session)')).to.equal(false);
    expect(window.CometChat).to.equal(host);
    expect(host.appSettings).to.equal(appSettings);
    expect(host.authToken).to.equal(token);
    expect((await host.getLoggedinUser())?.getUid()).to.equal('bob');
    expect(storage()).to.deep.equal(before);
    expect([...watch.listeners]).to.deep.equal(['host']);
    expect(watch.events).to.deep.equal(['login bob']);
    expect(await askedOf(another)).to.deep.equal([]);
    expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
  });

  it('says at once that a sandboxed frame may not store anything', async () => {
    const { code, alert } = await openSandboxedFrame(tagFor(sandbox));
    expect(code).to.equal('storage-unavailable');
    expect(alert).to.contain('Your browser blocks storage on this page');
    expect(await askedOf(sandbox)).to.deep.equal([]);
  });

  it('says at once that a page with blocked storage may not store anything', async () => {
    const page = await openPage(tagFor(sandbox), {
      before: (window) => {
        const get = (): never => {
          throw new window.DOMException('Access is denied', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get });
        Object.defineProperty(window, 'sessionStorage', { get });
      },
    });
    await reach(page.editor, 'failed');
    expect(page.editor.error?.code).to.equal('storage-unavailable');
    expect(await askedOf(sandbox)).to.deep.equal([]);
  });
});
