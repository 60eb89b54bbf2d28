import { expect } from '@open-wc/testing';
import { enEditing as texts } from '../../src/locales/en-us-editing.js';
import { en } from '../../src/locales/en-us.js';
import { photoMessages as german } from '../../src/locales/photo/de.js';
import { clearStorage, tagFor } from '../support/host-page.js';
import { loadHostSdk, startHost } from '../support/host-sdk.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { drop, dropAndCrop, findDialog, makePicture } from './photo-page.js';

const standalone = '/dist/standalone/cometchat-profile-editor.js';
const lostWords = 'Part of this page couldn’t be loaded.';

/** The module's address on a site that loses the first request for a file; see `lost-files.mjs`. */
const losing = (file: string, how: 'missing' | 'broken', module = standalone): string =>
  `/losing/${file}/${how}/${crypto.randomUUID()}${module}`;

/** The same on a site that has the file no more. */
const gone = (file: string, how: 'missing' | 'broken'): string =>
  losing(file, how).replace('losing', 'gone');

const hasWords = ({ editor }: TestPage, words: string): boolean =>
  editor.shadowRoot?.textContent?.includes(words) ?? false;

describe('a file that is lost once', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  async function open(
    module: string,
    language = 'en',
    prepare: (page: TestPage) => void = () => undefined,
    state = 'ready',
  ): Promise<TestPage> {
    const page = await openPage('', { module });
    prepare(page);
    const token = `auth-token="${sandbox.token('alice')}"`;
    page.document.documentElement.lang = language;
    page.document.body.innerHTML = tagFor(
      sandbox,
      `${token} avatar-upload-url="${sandbox.uploadUrl}"`,
    );
    await reach(page.editor, state);
    return page;
  }

  for (const how of ['missing', 'broken'] as const) {
    describe(`because it is ${how}`, () => {
      it('what talks to CometChat: the next try connects, and saves', async () => {
        const page = await open(losing('session', how), 'en', undefined, 'failed');
        expect(page.editor.error?.code).to.equal('sdk-unavailable');
        await page.editor.reload();
        await reach(page.editor, 'ready');
        screenOf(page.editor).type('Name', 'Alice Liddell');
        expect(await page.editor.save()).to.equal(true);
      });

      for (const [file, what] of [
        ['after', 'what follows the form'],
        ['editing', 'the words for an edit'],
      ] as const) {
        it(`${what}: the next chance fetches it`, async () => {
          const page = await open(losing(file, how));
          const screen = screenOf(page.editor);
          screen.type('Name', 'Alice Liddell');
          await page.editor.updateComplete;
          expect(await page.editor.save()).to.equal(true);
          await until(() => screen.status() === 'Profile saved', 'it is not said');
          screen.type('Name', '');
          expect(await page.editor.save()).to.equal(false);
          expect(hasWords(page, texts.nameRequired)).to.equal(true);
        });
      }

      it('the words for an edit: the network’s return fetches them', async () => {
        const page = await open(losing('editing', how));
        const screen = screenOf(page.editor);
        screen.type('Name', 'Alice Liddell');
        await page.editor.updateComplete;
        // WebKit does not remember the loss, and has asked for it twice by then.
        page.window.dispatchEvent(new Event('online'));
        await until(() => screen.status() === texts.unsavedChanges, 'nothing is said');
      });

      it('what saves: the next try fetches it', async () => {
        const page = await open(losing('saving', how));
        const screen = screenOf(page.editor);
        screen.type('Name', 'Alice Liddell');
        await page.editor.updateComplete;
        // The first one may have met the loss; and where it was made while the file was being lost, so has the next: what
        // announces a save and what sends it are in one file here, and each looks for another address once it was lost.
        let tries = 1;
        await page.editor.save();
        const describe = (): string => `it does not come: ${page.editor.state} ${screen.status()}`;
        await until(() => {
          if (page.editor.state === 'failed' && tries < 3 && screen.hasButton(en.tryAgain)) {
            tries += 1;
            screen.click(en.tryAgain);
          }
          return screen.status() === en.saved;
        }, describe);
        expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
      });

      it('the menu of the photo: it comes with the next chance', async () => {
        const page = await open(losing('optional', how));
        // WebKit does not remember the loss, and has asked for it twice by then.
        screenOf(page.editor).type('Name', 'Alice Liddell');
        await page.editor.save();
        await until(() => screenOf(page.editor).hasButton('Change photo'), 'it does not come');
      });

      it('what a page’s own SDK needs: the next try joins it', async () => {
        const page = await openPage('', { module: losing('host', how) });
        const host = await loadHostSdk(page.window);
        await startHost(host, { appId: sandbox.appId, token: await sandbox.issue('alice') });
        page.document.body.innerHTML = tagFor(sandbox, '');
        const { editor } = page;
        await until(() => ['ready', 'failed'].includes(editor.state), 'it is neither');
        if (editor.state === 'failed') {
          expect(editor.error?.code).to.equal('sdk-unavailable');
          await editor.reload();
        }
        await reach(editor, 'ready');
        expect(editor.matches(':state(shared-session)')).to.equal(true);
      });

      it('the list of languages: it comes once the network is back', async () => {
        const page = await open(losing('languages', how), 'de');
        const form = (): HTMLFormElement | null | undefined =>
          page.editor.shadowRoot?.querySelector('form');
        // WebKit does not remember the loss, and has asked for it twice by then.
        await until(() => Boolean(form()?.lang), 'it is in no language');
        page.window.dispatchEvent(new Event('online'));
        await until(() => form()?.lang === 'de', 'it stays in English');
      });

      it('the photo dialogs: the next picture opens one', async () => {
        const page = await open(losing('photo-dialogs', how));
        drop(page, await makePicture('teal'));
        await until(() => hasWords(page, lostWords), 'nothing is said');
        await dropAndCrop(page, await makePicture('teal'));
        expect(hasWords(page, lostWords)).to.equal(false);
      });

      it('what reads a photo where there is no worker: the next picture is read', async () => {
        const page = await open(losing('decoded-photo', how), 'en', ({ window }) => {
          Object.assign(window, { Worker: undefined });
        });
        drop(page, await makePicture('teal'));
        await until(() => hasWords(page, lostWords), 'nothing is said');
        await dropAndCrop(page, await makePicture('teal'));
      });

      it('a language: it comes once the network is back', async () => {
        const page = await open(losing('de', how), 'de');
        const form = (): HTMLFormElement | null | undefined =>
          page.editor.shadowRoot?.querySelector('form');
        expect(form()?.lang).to.equal('en');
        page.window.dispatchEvent(new Event('online'));
        await until(() => form()?.lang === 'de', 'it stays in English');
        expect(hasWords(page, 'Save changes')).to.equal(false);
      });

      it('the texts of the photo dialogs: the next dialog has them', async () => {
        const page = await open(losing('photo-de', how), 'de');
        drop(page, await makePicture('teal'));
        await (await findDialog(page)).close('Cancel');
        await until(
          () => !page.editor.shadowRoot?.querySelector('dialog'),
          'the dialog has not ended',
        );
        drop(page, await makePicture('teal'));
        await until(() => hasWords(page, german.cropTitle), 'it stays in English');
      });
    });
  }

  for (const [file, how] of [
    ['after', 'missing'],
    ['after', 'broken'],
    ['editing', 'missing'],
    ['editing', 'broken'],
  ] as const) {
    it(`the words for problems (${file}) are ${how} for good: the browser’s own say what is wrong`, async () => {
      const page = await open(gone(file, how));
      const screen = screenOf(page.editor);
      const said = (): string =>
        page.editor.shadowRoot
          ?.querySelector('#name')
          ?.parentElement?.querySelector('[part=error]')
          ?.textContent?.trim() ?? '';
      const box = page.document.createElement('input');
      box.required = true;
      const { validationMessage } = box;
      expect(validationMessage).not.to.equal('');
      for (const [name, words] of [
        ['', validationMessage],
        [' ', validationMessage],
        ['Alice Liddell', ''],
      ]) {
        screen.type('Name', name ?? '');
        screen.textbox('Status message').focus();
        expect(await page.editor.save()).to.equal(words === '');
        await page.editor.updateComplete;
        expect(said()).to.equal(words);
        const isInvalid = String(words !== '');
        expect(screen.textbox('Name').getAttribute('aria-invalid')).to.equal(isInvalid);
        const focused = words === '' ? 'statusMessage' : 'name';
        expect(page.editor.shadowRoot?.activeElement?.id).to.equal(focused);
      }
      screen.type('Name', 'x'.repeat(101));
      expect(await page.editor.save()).to.equal(false);
      await page.editor.updateComplete;
      expect(said()).not.to.equal('');
      expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
    });
  }

  for (const how of ['missing', 'broken'] as const) {
    it(`what saves is ${how} for good: what is typed stays, and the form says why`, async () => {
      const page = await open(gone('saving', how));
      const screen = screenOf(page.editor);
      screen.type('Name', 'Alice Liddell');
      expect(await page.editor.save()).to.equal(false);
      await page.editor.updateComplete;
      expect(page.editor.error?.code).to.equal('sdk-unavailable');
      expect(screen.alert()).to.contain(texts['sdk-unavailable']);
      expect(screen.hasButton(en.tryAgain)).to.equal(true);
      expect(page.editor.draft.name).to.equal('Alice Liddell');
      expect((await sandbox.user('alice'))?.name).not.to.equal('Alice Liddell');
    });
  }

  it('what sends an upload: the next save works', async () => {
    const page = await open(losing('send-upload', 'missing', '/src/define.ts'));
    await dropAndCrop(page, await makePicture('teal'));
    expect(await page.editor.save()).to.equal(false);
    expect(page.editor.error?.code).to.equal('upload-failed');
    expect(await page.editor.save()).to.equal(true);
    expect(screenOf(page.editor).status()).to.equal('Profile saved');
  });
});
