import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { askedOf, clearStorage, openHost, tagFor } from '../support/host-page.js';
import { startHost } from '../support/host-sdk.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('attaching', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const put = (page: TestPage, attributes?: string): void => {
    page.document.body.innerHTML = tagFor(sandbox, attributes);
  };

  describe('on a page whose own SDK', () => {
    const expectJoined = async ({ editor }: TestPage): Promise<void> => {
      await reach(editor, 'ready');
      expect(editor.matches(':state(shared-session)')).to.equal(true);
      expect(screenOf(editor).textbox('Name').value).to.equal('Alice');
      // One login, the host's, and one reading.
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me', 'GET /users/alice']);
    };

    it('is not initialised yet, joins its login', async () => {
      const { page, host } = await openHost(sandbox, { starts: false });
      put(page, '');
      await page.editor.updateComplete;
      expect(page.editor.state).to.equal('connecting');
      await startHost(host, { appId: sandbox.appId, token: sandbox.token('alice') });
      await expectJoined(page);
    });

    it('is initialised but logs in only later, joins its login', async () => {
      const { page, host } = await openHost(sandbox, { token: undefined });
      put(page, '');
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('no-token');
      expect(screenOf(page.editor).alert()).to.contain('You’re not signed in.');
      await host.login(sandbox.token('alice'));
      await expectJoined(page);
    });

    for (const attributes of ['', 'auth-token']) {
      it(`is logging in, waits for it (${attributes || 'without a token'})`, async () => {
        const { page, host } = await openHost(sandbox, { token: undefined });
        await sandbox.setFault({ kind: 'hang', phase: 'connect' });
        const login = host.login(sandbox.token('alice'));
        await sandbox.waitForRequest(({ phase }) => phase === 'connect');
        put(page, attributes && `auth-token="${sandbox.token('alice')}"`);
        await page.editor.updateComplete;
        expect(page.editor.state).to.equal('connecting');
        await sandbox.clearFaults({ answer: true });
        expect((await login).getUid()).to.equal('alice');
        await expectJoined(page);
      });
    }

    it('is logged in, joins it', async () => {
      const { page } = await openHost(sandbox);
      put(page);
      await reach(page.editor, 'ready');
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
    });

    it('is given as a property, joins it without app id and region', async () => {
      const { page, host } = await openHost(sandbox);
      const editor = page.document.createElement('cometchat-profile-editor');
      editor.sdk = host;
      page.document.body.append(editor);
      await reach(editor, 'ready');
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
    });
  });

  describe('is undone and redone', () => {
    /** Brings an editor with an edit into each of the states. */
    const states: Record<string, (editor: CometChatProfileEditor) => Promise<unknown>> = {
      connecting: async (editor) => {
        screenOf(editor).type('Name', 'Alice Liddell');
        await sandbox.waitForRequest(({ fault }) => fault === 'hang');
      },
      ready: (editor) => edit(editor),
      saving: async (editor) => {
        await edit(editor);
        await sandbox.setFault({ kind: 'hang', phase: 'save' });
        void editor.save();
        await sandbox.waitForRequest(({ fault }) => fault === 'hang');
      },
      failed: async (editor) => {
        await edit(editor);
        await sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
        await editor.save();
      },
    };

    const edit = async (editor: CometChatProfileEditor): Promise<void> => {
      await reach(editor, 'ready');
      screenOf(editor).type('Name', 'Alice Liddell');
    };

    const isAllAnswered = async (): Promise<boolean> =>
      (await sandbox.requests()).every(({ status }) => status !== null);

    async function bringInto(state: string): Promise<TestPage> {
      const { page } = await openHost(sandbox);
      if (state === 'connecting') await sandbox.setFault({ kind: 'hang', phase: 'load' });
      put(page, `initial-profile='{"uid":"alice","name":"Alice"}'`);
      await page.editor.updateComplete;
      await states[state]?.(page.editor);
      await reach(page.editor, state);
      return page;
    }

    for (const state of Object.keys(states)) {
      it(`${state}: removed, it does nothing more and keeps the edit`, async () => {
        const page = await bringInto(state);
        const { editor } = page;
        editor.remove();
        await until(() => editor.state === 'idle', 'the editor goes on');
        const before = await askedOf(sandbox);
        await sandbox.clearFaults({ answer: true });
        await until(isAllAnswered, 'a request is still held');
        expect(editor.state).to.equal('idle');
        expect(editor.draft.name).to.equal('Alice Liddell');
        expect(await askedOf(sandbox)).to.deep.equal(before);

        page.document.body.append(editor);
        await reach(editor, 'ready');
        expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
        // A reading that is still under way is not made twice.
        const after = (await askedOf(sandbox)).slice(before.length);
        expect(after.join()).to.be.oneOf(
          state === 'connecting' ? ['', 'GET /users/alice'] : ['GET /users/alice'],
        );
        expect(await editor.save()).to.equal(true);
        expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
      });

      it(`${state}: moved, it goes on as if nothing had happened`, async () => {
        const page = await bringInto(state);
        const { editor } = page;
        const before = await askedOf(sandbox);
        const place = page.document.body.appendChild(page.document.createElement('main'));
        place.append(editor);
        await editor.updateComplete;
        expect(editor.state).to.equal(state);
        expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
        expect(await askedOf(sandbox)).to.deep.equal(before);
        await sandbox.clearFaults({ answer: true });
        await reach(editor, state === 'failed' ? 'failed' : 'ready');
        expect(await editor.save()).to.equal(true);
        expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
      });
    }
  });

  for (const copy of ['own', 'host’s'] as const) {
    it(`ten editors with the ${copy} copy: one login, one reading, all current after a save`, async () => {
      const page = copy === 'own' ? await openPage('') : (await openHost(sandbox)).page;
      // The reading lasts until all ten have been drawn, and by then have begun to connect.
      await sandbox.setFault({ kind: 'hang', phase: 'load' });
      page.document.body.innerHTML = tagFor(sandbox).repeat(10);
      const editors = [...page.document.querySelectorAll('cometchat-profile-editor')];
      for (const editor of editors) await editor.updateComplete;
      const isAsked = async () => (await askedOf(sandbox)).includes('GET /users/alice');
      await until(isAsked, 'nobody reads the profile');
      await sandbox.clearFaults({ answer: true });
      for (const editor of editors) await reach(editor, 'ready');
      const login = copy === 'own' ? ['PUT /me'] : [];
      expect(await askedOf(sandbox)).to.deep.equal([...login, 'GET /users/alice']);

      const [first, second, ...others] = editors as [
        CometChatProfileEditor,
        CometChatProfileEditor,
        ...CometChatProfileEditor[],
      ];
      await sandbox.clearRequests();
      screenOf(second).type('Status message', 'Away');
      screenOf(first).type('Name', 'Alice Liddell');
      expect(await first.save()).to.equal(true);
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
      for (const editor of [second, ...others]) {
        await editor.updateComplete;
        expect(editor.profile?.name).to.equal('Alice Liddell');
        expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
      }
      expect(second.changes).to.deep.equal({ statusMessage: 'Away' });
      expect(others.some(({ hasUnsavedChanges }) => hasUnsavedChanges)).to.equal(false);
    });
  }
});
