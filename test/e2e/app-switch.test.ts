import { expect } from '@open-wc/testing';
import { clearStorage, tagFor } from '../support/host-page.js';
import { loadHostSdk, startHost, type HostSdk } from '../support/host-sdk.js';
import { closePages, nextEvent, openPage, reach } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('another app in the same tag', () => {
  let red: TestSandbox;
  let blue: TestSandbox;

  beforeEach(async () => {
    red = await createSandbox();
    blue = await createSandbox({ users: [{ uid: 'alice', name: 'Blue Alice' }] });
  });

  afterEach(async () => {
    closePages();
    for (const sandbox of [red, blue]) {
      clearStorage(sandbox);
      await sandbox.dispose();
    }
  });

  /** What is kept for a reload, by app. */
  const keptFor = ({ appId }: TestSandbox): string | null =>
    sessionStorage.getItem(`cometchat-profile-editor:draft:${appId}:alice`);

  for (const withAppId of [true, false]) {
    const how = withAppId ? 'app-id and sdk' : 'sdk alone';
    it(`by ${how}, never shows or stores what was typed for the same uid in the first`, async () => {
      const hosts: HostSdk[] = [];
      const page = await openPage('', {
        before: async (window) => {
          for (const sandbox of [red, blue]) {
            const host = await loadHostSdk(window);
            await startHost(host, { appId: sandbox.appId, token: sandbox.token('alice') });
            hosts.push(host);
          }
        },
      });
      expect(hosts[0]).not.to.equal(hosts[1]);
      const editor = page.document.createElement('cometchat-profile-editor');
      const use = (index: 0 | 1): void => {
        const { appId } = [red, blue][index] as TestSandbox;
        Object.assign(editor, { sdk: hosts[index], ...(withAppId && { appId, region: 'us' }) });
      };
      use(0);
      page.document.body.append(editor);
      await reach(editor, 'ready');
      screenOf(editor).type('Name', 'Typed for red');
      const loaded = nextEvent(editor, 'profile-loaded');
      use(1);
      await loaded;
      await editor.updateComplete;
      expect(editor.profile?.name).to.equal('Blue Alice');
      expect(screenOf(editor).textbox('Name').value).to.equal('Blue Alice');
      expect(editor.changes).to.deep.equal({});
      expect(keptFor(red)).to.contain('Typed for red');
      expect(keptFor(blue)).to.equal(null);

      screenOf(editor).type('Status message', 'For blue');
      expect(await editor.save()).to.equal(true);
      expect((await blue.user('alice'))?.name).to.equal('Blue Alice');
      expect((await red.user('alice'))?.statusMessage).to.equal('Here');

      const back = nextEvent(editor, 'profile-loaded');
      use(0);
      await back;
      expect(editor.changes).to.deep.equal({ name: 'Typed for red' });
    });
  }

  it('by own copy, is refused, and what was typed is kept for the first', async () => {
    const page = await openPage(tagFor(red));
    const { editor } = page;
    await reach(editor, 'ready');
    screenOf(editor).type('Name', 'Typed for red');
    const failed = nextEvent(editor, 'profile-error');
    Object.assign(editor, { appId: blue.appId, authToken: blue.token('alice') });
    expect((await failed).error.code).to.equal('invalid-config');
    await editor.updateComplete;
    expect(editor.changes).to.deep.equal({});
    expect(editor.draft.name).to.equal('');
    expect(keptFor(red)).to.contain('Typed for red');
    expect(keptFor(blue)).to.equal(null);
    const back = nextEvent(editor, 'profile-loaded');
    Object.assign(editor, { appId: red.appId, authToken: red.token('alice') });
    await back;
    expect(editor.changes).to.deep.equal({ name: 'Typed for red' });
  });
});
