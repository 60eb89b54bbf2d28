import { expect } from '@open-wc/testing';
import { clearStorage, openHost, tagFor } from '../support/host-page.js';
import {
  closePages,
  importInto,
  nextEvent,
  openPage,
  reach,
  type TestPage,
} from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

type Module = typeof import('../../src/session/cometchat-session.js');

describe('a site that signs its user out', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const end = async ({ window }: TestPage): Promise<void> => {
    const { endSession } = await importInto<Module>(window, '/src/session/cometchat-session.ts');
    await endSession(sandbox.appId);
  };

  /** All texts of the form, those of its fields included. */
  const shownIn = ({ editor }: TestPage): string => {
    const root = editor.shadowRoot as ShadowRoot;
    const boxes = root.querySelectorAll<HTMLInputElement>('input, textarea');
    return [root.textContent, ...Array.from(boxes, ({ value }) => value)].join('\n');
  };

  const stored = (): string[] =>
    Object.entries(sessionStorage).flatMap(([key, value]) =>
      key.startsWith(sandbox.appId) || value.includes(sandbox.token('alice')) ? [key] : [],
    );

  it('leaves no token in the tab, and signs nobody in again', async () => {
    const page = await openPage(tagFor(sandbox, `auth-token-url="${sandbox.tokenUrl('alice')}"`));
    await reach(page.editor, 'ready');
    screenOf(page.editor).type('Name', 'Alice Liddell');
    expect(stored()).not.to.deep.equal([]);
    const ended = nextEvent(page.editor, 'profile-session-ended');
    await end(page);
    expect((await ended).reason).to.equal('logged-out');
    expect(stored()).to.deep.equal([]);
    expect(page.editor.state).to.equal('failed');
    await page.editor.updateComplete;
    expect(screenOf(page.editor).alert()).to.contain('You’ve been signed out.');
    expect(screenOf(page.editor).textbox('Name').value).to.equal('Alice Liddell');
    await (await fetch(sandbox.tokenUrl('alice'), { method: 'POST' })).json();
    expect(stored(), 'by itself, it does not sign in again').to.deep.equal([]);
  });

  it('no longer shows what the server said of them, and keeps what they typed', async () => {
    const page = await openPage(tagFor(sandbox, `auth-token-url="${sandbox.tokenUrl('alice')}"`));
    await reach(page.editor, 'ready');
    const { name = '' } = page.editor.profile ?? {};
    expect(shownIn(page)).to.contain(name);
    screenOf(page.editor).type('Status message', 'Packing');
    await end(page);
    await page.editor.updateComplete;
    expect(shownIn(page)).not.to.contain(name);
    expect(page.editor.shadowRoot?.querySelector('img')).to.equal(null);
    expect(screenOf(page.editor).textbox('Status message').value).to.equal('Packing');
    screenOf(page.editor).button('Try again').click();
    await reach(page.editor, 'ready');
    expect(shownIn(page)).to.contain(name);
    expect(page.editor.changes).to.deep.equal({ statusMessage: 'Packing' });
  });

  it('shows nothing of them where nothing was typed', async () => {
    const { page, host } = await openHost(sandbox);
    page.document.body.innerHTML = tagFor(sandbox);
    await reach(page.editor, 'ready');
    const { name = '' } = page.editor.profile ?? {};
    await host.logout();
    await reach(page.editor, 'failed');
    await page.editor.updateComplete;
    expect(shownIn(page)).not.to.contain(name);
    expect(screenOf(page.editor).alert()).to.contain('You’ve been signed out.');
  });

  it('lets the next user in', async () => {
    const page = await openPage(tagFor(sandbox));
    await reach(page.editor, 'ready');
    await end(page);
    page.document.body.innerHTML = tagFor(sandbox, `auth-token="${sandbox.token('bob')}"`);
    await reach(page.editor, 'ready');
    expect(page.editor.profile?.uid).to.equal('bob');
  });

  it('ends what an earlier page of the tab has left, without an editor', async () => {
    const page = await openPage(tagFor(sandbox));
    await reach(page.editor, 'ready');
    page.close();
    const next = await openPage('');
    expect(stored()).not.to.deep.equal([]);
    await end(next);
    expect(stored()).to.deep.equal([]);
  });

  for (const [phase, faults] of [
    ['connect', 'a login'],
    ['save', 'a save'],
  ] as const) {
    it(`has no token come back with ${faults} that is answered later`, async () => {
      const page = await openPage('');
      if (phase === 'connect') await sandbox.setFault({ kind: 'lost-answer', phase });
      page.document.body.innerHTML = tagFor(sandbox);
      let saved: Promise<unknown> = Promise.resolve();
      if (phase === 'save') {
        await reach(page.editor, 'ready');
        await sandbox.setFault({ kind: 'lost-answer', phase });
        screenOf(page.editor).type('Name', 'Alice Liddell');
        saved = page.editor.save();
      }
      await sandbox.waitForRequest((request) => request.phase === phase && request.applied);
      await end(page);
      await sandbox.clearFaults({ answer: true });
      await saved;
      await reach(page.editor, 'failed');
      await (await fetch(sandbox.tokenUrl('alice'), { method: 'POST' })).json();
      const users = stored().filter((key) => key.endsWith('/user'));
      expect(users).to.deep.equal([]);
    });
  }

  it('leaves a host’s session to the host', async () => {
    const { page, host, watch } = await openHost(sandbox);
    page.document.body.innerHTML = tagFor(sandbox);
    await reach(page.editor, 'ready');
    await end(page);
    expect((await host.getLoggedinUser())?.getUid()).to.equal('alice');
    expect(watch.events).to.deep.equal(['login alice']);
    expect(page.editor.state).to.equal('ready');
  });
});
