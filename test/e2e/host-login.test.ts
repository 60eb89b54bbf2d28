import { expect } from '@open-wc/testing';
import { clearStorage, tagFor } from '../support/host-page.js';
import { loadHostSdk, startHost } from '../support/host-sdk.js';
import { closePages, openPage, reach, until } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { texts } from '../support/texts.js';

describe('a host that logs out and in again', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  it('gets the form back by itself, with the edits', async () => {
    const page = await openPage('');
    const host = await loadHostSdk(page.window);
    await startHost(host, { appId: sandbox.appId, token: sandbox.token('alice') });
    page.document.body.innerHTML = `<cometchat-profile-editor app-id="${sandbox.appId}"
      region="us"></cometchat-profile-editor>`;
    await reach(page.editor, 'ready');
    const screen = screenOf(page.editor);
    screen.type('Name', 'Alice in Wonderland');

    await host.logout();
    await reach(page.editor, 'failed');
    expect(screen.alert()).to.contain('You’ve been signed out.');
    expect(screen.textbox('Name').value).to.equal('Alice in Wonderland');

    await host.login(await sandbox.issue('alice'));
    await reach(page.editor, 'ready');
    expect(screen.textbox('Name').value).to.equal('Alice in Wonderland');
    expect(await page.editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.name).to.equal('Alice in Wonderland');
  });

  for (const phase of ['save', 'load'] as const) {
    it(`gets it back where a ${phase} has met the end of the session`, async () => {
      const page = await openPage('');
      const host = await loadHostSdk(page.window);
      await startHost(host, { appId: sandbox.appId, token: sandbox.token('alice') });
      page.document.body.innerHTML = tagFor(sandbox, '');
      await reach(page.editor, 'ready');
      const screen = screenOf(page.editor);
      screen.type('Name', 'Alice in Wonderland');

      await sandbox.setFault({ kind: 'expired-token', phase });
      await (phase === 'save' ? page.editor.save() : page.editor.reload());
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('session-expired');
      await sandbox.clearFaults();

      await host.login(await sandbox.issue('alice'));
      await reach(page.editor, 'ready');
      expect(screen.textbox('Name').value).to.equal('Alice in Wonderland');
      expect(await page.editor.save()).to.equal(true);
    });
  }

  it('gets it back where the page had cleared the storage, and is told the truth', async () => {
    const page = await openPage('');
    const host = await loadHostSdk(page.window);
    await startHost(host, { appId: sandbox.appId, token: sandbox.token('alice') });
    page.document.body.innerHTML = tagFor(sandbox);
    await reach(page.editor, 'ready');
    const screen = screenOf(page.editor);
    screen.type('Name', 'Alice in Wonderland');

    // By the page itself, as it hears nothing of that.
    clearStorage(sandbox, page.window);
    expect(await host.getLoggedinUser()).to.equal(null);
    expect(await page.editor.save()).to.equal(false);
    expect(screen.alert()).to.contain(texts['session-expired']);
    screen.click('Try again');
    const isTold = (): boolean => page.editor.error?.code === 'invalid-credentials';
    await until(isTold, () => `another error: ${page.editor.error?.message}`);
    await page.editor.updateComplete;
    expect(screen.alert()).to.contain(texts['invalid-credentials']);

    await startHost(host, { appId: sandbox.appId, token: await sandbox.issue('alice') });
    await reach(page.editor, 'ready');
    expect(screen.textbox('Name').value).to.equal('Alice in Wonderland');
    expect(await page.editor.save()).to.equal(true);
  });
});
