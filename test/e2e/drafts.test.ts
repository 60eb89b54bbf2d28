import { expect } from '@open-wc/testing';
import { clearStorage, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('unsaved edits', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const nameIn = ({ editor }: TestPage): string => screenOf(editor).textbox('Name').value;

  const storedDraft = (uid = 'alice'): string | null =>
    sessionStorage.getItem(`cometchat-profile-editor:draft:${sandbox.appId}:${uid}`);

  async function openAndType(attributes?: string): Promise<TestPage> {
    const page = await openPage(tagFor(sandbox, attributes));
    await reach(page.editor, 'ready');
    screenOf(page.editor).type('Name', 'Alice Liddell');
    return page;
  }

  describe('over a reload', () => {
    async function reload(page: TestPage): Promise<void> {
      await page.reload();
      await reach(page.editor, 'ready');
    }

    it('come back with a note, and can be saved', async () => {
      const page = await openAndType();
      await reload(page);
      expect(nameIn(page)).to.equal('Alice Liddell');
      expect(screenOf(page.editor).status()).to.contain('Your unsaved changes are back.');
      expect(page.editor.profile?.name).to.equal('Alice');
      expect(await page.editor.save()).to.equal(true);
      expect(storedDraft()).to.equal(null);
      await reload(page);
      expect(screenOf(page.editor).status(), 'no note').to.be.oneOf(['', 'Your profile']);
      expect(nameIn(page)).to.equal('Alice Liddell');
    });

    it('come back and can be discarded, for good', async () => {
      const page = await openAndType();
      await reload(page);
      screenOf(page.editor).click('Discard changes');
      await page.editor.updateComplete;
      expect(nameIn(page)).to.equal('Alice');
      expect(storedDraft()).to.equal(null);
      expect(screenOf(page.editor).status()).to.equal('No changes yet');
      await reload(page);
      expect(nameIn(page)).to.equal('Alice');
      expect(screenOf(page.editor).status(), 'no note').to.be.oneOf(['', 'Your profile']);
    });

    it('are merged with what was changed elsewhere meanwhile', async () => {
      const page = await openAndType();
      await sandbox.patchUser('alice', { statusMessage: 'From my phone' });
      await reload(page);
      expect(nameIn(page)).to.equal('Alice Liddell');
      expect(screenOf(page.editor).textbox('Status message').value).to.equal('From my phone');
      expect(page.editor.changes).to.deep.equal({ name: 'Alice Liddell' });
    });

    it('are lost with no-draft, and nothing was stored', async () => {
      const page = await openAndType(`auth-token="${sandbox.token('alice')}" no-draft`);
      page.window.dispatchEvent(new Event('pagehide'));
      expect(storedDraft()).to.equal(null);
      await reload(page);
      expect(nameIn(page)).to.equal('Alice');
    });

    it('are not shown to another user', async () => {
      const page = await openAndType();
      page.close();
      expect(storedDraft()).to.contain('Alice Liddell');
      clearSession();
      const other = await openPage(tagFor(sandbox, `auth-token="${sandbox.token('bob')}"`));
      await reach(other.editor, 'ready');
      expect(nameIn(other)).to.equal('Bob');
      expect(other.editor.hasUnsavedChanges).to.equal(false);
      expect(storedDraft()).to.contain('Alice Liddell');
    });

    /** Forgets the SDK's session, but not the draft. */
    function clearSession(): void {
      for (const key of Object.keys(sessionStorage)) {
        if (key.startsWith(sandbox.appId)) sessionStorage.removeItem(key);
      }
    }
  });

  it('are stored while typing pauses, without a token', async () => {
    await openAndType();
    await until(() => storedDraft() !== null, 'nothing was stored');
    expect(storedDraft()).to.contain('Alice Liddell');
    expect(storedDraft()).to.not.contain(sandbox.token('alice'));
    expect(storedDraft()).to.not.match(/token|jwt|role|secret/i);
  });

  it('survive the removal of the editor', async () => {
    const page = await openAndType();
    page.editor.remove();
    await until(() => storedDraft() !== null, 'nothing was stored');
    page.document.body.innerHTML = tagFor(sandbox);
    await reach(page.editor, 'ready');
    expect(nameIn(page)).to.equal('Alice Liddell');
  });

  describe('on leaving the page', () => {
    /** Whether the browser would ask. */
    const asks = ({ window }: TestPage): boolean =>
      !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

    it('make it ask only as long as there are any', async () => {
      const listeners = new Set<unknown>();
      const page = await openPage(tagFor(sandbox), {
        before: (window) => {
          const watch = (
            method: 'addEventListener' | 'removeEventListener',
            note: (listener: unknown) => void,
          ) => {
            const original = window[method].bind(window) as (...values: unknown[]) => void;
            const watching = (...values: unknown[]): void => {
              if (values[0] === 'beforeunload') note(values[1]);
              original(...values);
            };
            Object.assign(window, { [method]: watching });
          };
          watch('addEventListener', (listener) => listeners.add(listener));
          watch('removeEventListener', (listener) => listeners.delete(listener));
        },
      });
      const { editor } = page;
      await reach(editor, 'ready');
      // The SDK has a listener of its own, which asks nothing.
      const few = listeners.size;
      expect(asks(page)).to.equal(false);

      screenOf(editor).type('Name', 'Alice Liddell');
      expect(asks(page)).to.equal(true);
      expect(listeners.size).to.equal(few + 1);

      screenOf(editor).type('Name', 'Alice');
      expect(asks(page)).to.equal(false);
      expect(listeners.size).to.equal(few);

      screenOf(editor).type('Name', 'Alice Liddell');
      await editor.save();
      expect(asks(page)).to.equal(false);

      screenOf(editor).type('Name', 'Somebody');
      editor.reset();
      expect(asks(page)).to.equal(false);

      screenOf(editor).type('Name', 'Somebody');
      editor.remove();
      await until(() => !asks(page), 'a removed editor asks');
      expect(listeners.size).to.equal(few);
    });
  });
});
