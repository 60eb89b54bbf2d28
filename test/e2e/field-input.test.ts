import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { askedOf, clearStorage, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf, type Screen } from '../support/screen.js';

const isChromium = 'chrome' in window;

describe('what fields take from people, browsers and pages', () => {
  let sandbox: TestSandbox;
  let page: TestPage;
  let screen: Screen;

  const show = async (rights?: string): Promise<void> => {
    page = await openPage(tagFor(sandbox), { sandbox: rights });
    await reach(page.editor, 'ready');
    screen = screenOf(page.editor);
    await sandbox.clearRequests();
  };

  const nameStored = async (): Promise<string | undefined> => (await sandbox.user('alice'))?.name;

  /** Presses a key as a browser reports it; true where nobody prevented what it does. */
  const press = (field: string, key: string, details: KeyboardEventInit = {}): boolean =>
    screen.textbox(field).dispatchEvent(
      new page.window.KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...details,
      }),
    );

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  for (const rights of ['allow-scripts allow-same-origin', undefined]) {
    describe(rights === undefined ? 'in a page' : 'in a frame that may submit no forms', () => {
      beforeEach(() => show(rights));

      it('"Save changes" saves once', async () => {
        const saved = nextEvent(page.editor, 'profile-saved');
        screen.type('Name', 'Ann');
        screen.click('Save changes');
        await saved;
        expect(await nameStored()).to.equal('Ann');
        expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
      });

      it('a save that the page prevents is asked for once', async () => {
        let asked = 0;
        page.editor.addEventListener('profile-save', (event) => {
          asked += 1;
          event.preventDefault();
        });
        screen.type('Name', 'Ann');
        screen.click('Save changes');
        await page.editor.updateComplete;
        expect(asked).to.equal(1);
      });

      it('Enter in the status message saves once', async () => {
        const saved = nextEvent(page.editor, 'profile-saved');
        screen.type('Status message', 'Away');
        expect(press('Status message', 'Enter')).to.equal(false);
        await saved;
        expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
      });

      // Only there do the keys of a test go into a frame.
      if (isChromium) {
        it('Enter in the name saves once', async () => {
          const saved = nextEvent(page.editor, 'profile-saved');
          screen.type('Name', 'Ann');
          screen.textbox('Name').focus();
          await sendKeys({ press: 'Enter' });
          await saved;
          expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
        });
      }
    });
  }

  describe('by the keys', () => {
    beforeEach(() => show());

    const keys: readonly (readonly [string, KeyboardEventInit])[] = [
      ['Enter that ends a composition', { isComposing: true }],
      ['Enter that ends a composition in Safari', { keyCode: 229 }],
      ['Shift+Enter', { shiftKey: true }],
      ['Ctrl+Enter', { ctrlKey: true }],
      ['Alt+Enter', { altKey: true }],
      ['⌘+Enter', { metaKey: true }],
    ];
    for (const [what, details] of keys) {
      it(`${what} does not save a status`, async () => {
        screen.type('Status message', '会議');
        press('Status message', 'Enter', details);
        await page.editor.updateComplete;
        expect(page.editor.state).to.equal('ready');
        expect(page.editor.changes).to.deep.equal({ statusMessage: '会議' });
        expect(await askedOf(sandbox)).to.deep.equal([]);
      });
    }

    it('an Enter that is held down saves once', async () => {
      const saved = nextEvent(page.editor, 'profile-saved');
      screen.type('Status message', 'Away');
      press('Status message', 'Enter');
      expect(press('Status message', 'Enter', { repeat: true })).to.equal(false);
      await saved;
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
    });

    it('what is typed into a field does not reach the page’s own keys', () => {
      const heard: string[] = [];
      for (const type of ['keydown', 'input'] as const) {
        page.document.addEventListener(type, (event) =>
          heard.push(event instanceof page.window.KeyboardEvent ? event.key : type),
        );
      }
      const typed: readonly (readonly [string, KeyboardEventInit])[] = [
        ['/', {}],
        ['K', { shiftKey: true }],
        [' ', {}],
        ['語', {}],
        ['Process', { keyCode: 229 }],
        ['Escape', { isComposing: true }],
      ];
      for (const field of ['Name', 'Status message', 'Photo URL']) {
        for (const [key, details] of typed) press(field, key, details);
      }
      expect(heard).to.deep.equal([]);
      for (const key of ['Escape', 'Tab', 'ArrowDown', 'F1', 'Enter']) press('Name', key);
      press('Name', 'k', { ctrlKey: true });
      press('Name', 'k', { metaKey: true });
      expect(heard.splice(0)).to.deep.equal([
        'Escape',
        'Tab',
        'ArrowDown',
        'F1',
        'Enter',
        'k',
        'k',
      ]);
      screen.type('Name', 'Jo/Ann');
      expect(heard).to.deep.equal(['input']);
      screen
        .button('Save changes')
        .dispatchEvent(
          new page.window.KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }),
        );
      expect(heard).to.deep.equal(['input', '/']);
    });

    it('a field in a slot is the page’s, with its keys', () => {
      const heard: string[] = [];
      page.document.addEventListener('keydown', ({ key }) => heard.push(key));
      page.editor.insertAdjacentHTML('beforeend', '<input slot="after-fields">');
      page.editor
        .querySelector('input')
        ?.dispatchEvent(
          new page.window.KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }),
        );
      expect(heard).to.deep.equal(['/']);
    });
  });

  describe('by other ways than typing', () => {
    beforeEach(() => show());

    for (const field of ['Name', 'Status message', 'Photo URL']) {
      it(`${field}: a value that comes with "change" alone`, async () => {
        const changed = nextEvent(page.editor, 'profile-change');
        screen.textbox(field).value = 'Filled in';
        screen.leave(field);
        await changed;
        expect(page.editor.hasUnsavedChanges).to.equal(true);
      });
    }

    it('a value that comes without any event is read by a save', async () => {
      screen.textbox('Name').value = 'Ann';
      screen.textbox('Status message').value = 'Away';
      expect(await page.editor.save()).to.equal(true);
      expect(await sandbox.user('alice')).to.include({ name: 'Ann', statusMessage: 'Away' });
    });

    it('a value of another form than the stored one is no edit', async () => {
      await sandbox.patchUser('alice', { name: 'Alice\nArcher', statusMessage: 'Mon\r\nTue' });
      await page.editor.reload();
      await page.editor.updateComplete;
      expect(screen.textbox('Name').value).to.equal('AliceArcher');
      for (const field of ['Name', 'Status message', 'Photo URL']) screen.leave(field);
      expect(await page.editor.save()).to.equal(true);
      expect(page.editor.hasUnsavedChanges).to.equal(false);
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
    });

    it('what was discarded a moment ago is not saved', async () => {
      screen.type('Name', 'Ann');
      await page.editor.updateComplete;
      page.editor.reset();
      expect(screen.textbox('Name').value).to.equal('Ann');
      expect(await page.editor.save()).to.equal(true);
      expect(await nameStored()).to.equal('Alice');
      expect(screen.textbox('Name').value).to.equal('Alice');
    });

    it('what came from the server a moment ago is not written over', async () => {
      await sandbox.patchUser('alice', { name: 'Alicia' });
      const saving = new Promise<boolean>((resolve) => {
        const save = (): void => resolve(page.editor.save());
        page.editor.addEventListener('profile-loaded', save, { once: true });
      });
      await page.editor.reload();
      expect(await saving).to.equal(true);
      expect(await nameStored()).to.equal('Alicia');
    });
  });

  it('a form of the page’s around the editor hears that something is typed', async () => {
    page = await openPage(`<form>${tagFor(sandbox)}</form>`);
    await reach(page.editor, 'ready');
    let heard = 0;
    page.editor.closest('form')?.addEventListener('input', () => (heard += 1));
    page.editor.shadowRoot?.querySelector<HTMLElement>('#name')?.focus();
    await sendKeys({ type: 'x' });
    expect(heard).to.equal(1);
  });

  it('a status of several lines written elsewhere keeps them when a letter is added', async () => {
    const lines = 'Mon–Fri\nBack on Monday\nCall the desk';
    await sandbox.patchUser('alice', { statusMessage: lines });
    await show();
    screen.type('Status message', `${lines}!`);
    expect(await page.editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.statusMessage).to.equal(`${lines}!`);
  });

  it('marks around what is pasted are dropped, and a status that shows nothing clears', async () => {
    await show();
    screen.type('Name', '\u2068Sara\u2069\u200E');
    screen.type('Status message', '\u3164');
    expect(await page.editor.save()).to.equal(true);
    const user = await sandbox.user('alice');
    expect(user?.name).to.equal('Sara');
    expect(user?.statusMessage ?? '').to.equal('');
  });

  // Cleaned as a short text is, each took minutes, which no test waits for.
  it('a million characters are said to be too many, at once', async () => {
    await show();
    const pieces = { Name: 'می\u200C', 'Status message': '👨‍👩‍👧', 'Photo URL': 'https://x.org/' };
    for (const [field, piece] of Object.entries(pieces)) {
      screen.type(field, piece.repeat(1_000_000 / piece.length));
      screen.leave(field);
      await page.editor.updateComplete;
      expect(screen.textbox(field).getAttribute('aria-invalid'), field).to.equal('true');
    }
    expect(screen.description('Name')).to.contain('100 characters or fewer');
    expect(screen.description('Status message')).to.contain('150 characters or fewer');
    expect(screen.description('Photo URL')).to.contain('3,000 characters or fewer');
    expect(await page.editor.save()).to.equal(false);
    expect(await askedOf(sandbox)).to.deep.equal([]);
    await until(() => page.editor.state === 'ready', 'the form does not recover');
  });
});
