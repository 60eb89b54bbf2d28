import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { photoMessages as arabic } from '../../src/locales/photo/ar.js';
import { photoMessages as german } from '../../src/locales/photo/de.js';
import { closePages, importInto, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { skipTimeouts } from '../support/skip-timeouts.js';
import {
  drop,
  dropAndCrop,
  findDialog,
  makePicture,
  openEditor,
  shownColour,
  type Uploader,
} from './photo-page.js';

const never: Uploader = () => new Promise(() => undefined);
const stored = 'https://photos.sandbox.cometchat.io/dave.png';

describe('choosing a photo, and changing one’s mind', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  it('goes on in the language that the page turns to while the dialog is open', async () => {
    const page = await openEditor(sandbox, '', never);
    drop(page, await makePicture('teal'));
    const dialog = await findDialog(page);
    dialog.press('Zoom in');
    const zoom = dialog.zoom();
    const shown = page.editor.shadowRoot?.querySelector('dialog');
    const turnTo = async (lang: string, dir: string, title: string): Promise<void> => {
      page.document.documentElement.lang = lang;
      await until(() => shown?.textContent.includes(title) ?? false, `it does not turn to ${lang}`);
      expect([shown?.lang, shown?.dir]).to.deep.equal([lang, dir]);
    };
    await turnTo('de', 'ltr', german.cropTitle);
    expect(shown?.textContent).not.to.contain('Use photo');
    expect(dialog.zoom()?.replace(/\s/, ''), 'what was chosen stays').to.equal(zoom);
    await turnTo('ar', 'rtl', arabic.cropTitle);
    await turnTo('en', 'ltr', 'Crop photo');
    await dialog.close('Use photo');
    await until(() => page.editor.hasUnsavedChanges, 'the photo is not taken');
  });

  for (const way of ['Use photo', 'Cancel']) {
    it(`gives the focus back to a button that is available: “${way}”`, async () => {
      const page = await openEditor(sandbox, '', never);
      const button = screenOf(page.editor).button('Change photo');
      drop(page, await makePicture('teal'));
      const dialog = await findDialog(page);
      const seen: (string | null)[] = [];
      button.addEventListener('focus', () => seen.push(button.ariaDisabled));
      await dialog.close(way);
      await until(() => seen.length > 0, 'the focus does not come back');
      expect(seen).to.deep.equal(['false']);
    });
  }

  it('goes from the menu to a dialog by a button that is available', async () => {
    // However slow the machine is: the dialog does not come too late.
    const page = await openEditor(sandbox, '', never, (window) => skipTimeouts(window, 300));
    const { editor } = page;
    const button = screenOf(editor).button('Change photo');
    const changes: (string | null)[] = [];
    new MutationObserver(() => changes.push(button.ariaDisabled)).observe(button, {
      attributeFilter: ['aria-disabled'],
    });
    drop(page, await makePicture('teal'));
    await (await findDialog(page)).close('Use photo');
    await until(() => editor.hasUnsavedChanges, 'the photo is not taken');
    await editor.updateComplete;
    changes.length = 0;
    await screenOf(editor).choose('Crop again');
    await (await findDialog(page)).close('Cancel');
    await editor.updateComplete;
    expect(changes).to.deep.equal([]);
  });

  it('gives the focus back to the field that had it', async () => {
    const page = await openEditor(sandbox, '', never);
    const name = screenOf(page.editor).textbox('Name');
    const { shadowRoot } = page.editor;
    name.focus();
    drop(page, await makePicture('teal'));
    const dialog = await findDialog(page);
    const seen: (string | undefined)[] = [];
    shadowRoot?.addEventListener('focusin', ({ target }) => seen.push((target as Element).id));
    await dialog.close('Cancel');
    await until(() => !shadowRoot?.querySelector('dialog'), 'the dialog stays');
    expect(seen, 'in one move').to.deep.equal(['name']);
  });

  describe('the words about a file that was refused go', () => {
    const words = ({ shadowRoot }: CometChatProfileEditor): string =>
      shadowRoot?.querySelector('.head .error')?.textContent?.trim() ?? '';

    const ways: Record<string, (page: TestPage) => unknown> = {
      'with “Remove photo”': ({ editor }) => screenOf(editor).click('Remove photo'),
      'with the edits that are discarded': ({ editor }) => editor.reset(),
      'with a save': ({ editor }) => editor.save(),
      'with another photo': async (page) => dropAndCrop(page, await makePicture('teal')),
      'with the field, where it becomes read-only': ({ editor }) => {
        editor.readonlyFields = 'avatar';
      },
      'with the person': async ({ editor }) => {
        editor.authToken = sandbox.token('bob');
        await until(() => editor.profile?.uid === 'bob', 'Bob is not shown');
      },
    };
    for (const [way, act] of Object.entries(ways)) {
      it(way, async () => {
        const page = await openEditor(sandbox, '', never);
        const { editor } = page;
        drop(page, new File(['no picture'], 'x.txt', { type: 'text/plain' }));
        await until(() => words(editor) !== '', 'nothing is said');
        screenOf(editor).type('Name', 'Alice B.');
        await editor.updateComplete;
        expect(words(editor), 'another field’s edit changes nothing').not.to.equal('');
        await act(page);
        await editor.updateComplete;
        expect(words(editor)).to.equal('');
      });
    }
  });

  it('“Undo” beside the photo is gone once another was picked, also where that is discarded', async () => {
    await sandbox.patchUser('alice', { avatar: '' });
    const page = await openEditor(sandbox, '', never);
    const { editor } = page;
    const screen = await dropAndCrop(page, await makePicture('#0f0'));
    screen.click('Remove photo');
    await editor.updateComplete;
    screen.click('Undo');
    await editor.updateComplete;
    expect(await shownColour(page)).to.equal('0f0');
    screen.click('Remove photo');
    await editor.updateComplete;
    expect(screen.hasButton('Undo')).to.equal(true);
    await dropAndCrop(page, await makePicture('#f00'));
    editor.reset();
    await editor.updateComplete;
    expect(screen.hasButton('Undo')).to.equal(false);
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  for (const [reason, lock, unlock] of [
    [
      'becomes read-only',
      (editor) => (editor.readonlyFields = 'avatar'),
      (editor) => (editor.readonlyFields = ''),
    ],
    [
      'takes no uploads any more',
      (editor) => (editor.uploadAvatar = undefined),
      (editor) => (editor.uploadAvatar = never),
    ],
  ] as const satisfies readonly (readonly [
    string,
    ...((editor: CometChatProfileEditor) => unknown)[],
  ])[]) {
    it(`the crop dialog ends where the field ${reason}, and nothing of it comes back`, async () => {
      const page = await openEditor(sandbox, '', never);
      const { editor } = page;
      drop(page, await makePicture('teal'));
      await findDialog(page);
      lock(editor);
      await until(() => !editor.shadowRoot?.querySelector('dialog'), 'the dialog stays');
      unlock(editor);
      await editor.updateComplete;
      expect(editor.changes).to.deep.equal({});
      const screen = await dropAndCrop(page, await makePicture('teal'));
      expect(screen.hasButton('Discard changes')).to.equal(true);
    });
  }

  it('the camera is not asked for by an editor that is gone', async () => {
    let asked = 0;
    const page = await openEditor(sandbox, '', never, ({ navigator }) => {
      const getUserMedia = (): Promise<MediaStream> => {
        asked += 1;
        return new Promise(() => undefined);
      };
      Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } });
    });
    const { editor, window } = page;
    await screenOf(editor).choose('Take a photo…');
    editor.remove();
    // What the editor awaits is there by then, and what it does with it is done.
    await importInto(window, '/src/photo/photo-dialogs.ts');
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).to.equal(0);
  });

  it('an uploader’s error says nothing of the session, and the next try goes out', async () => {
    const page = await openEditor(sandbox, '', never);
    const { editor } = page;
    const { ProfileError } = await importInto<typeof import('../../src/index.js')>(
      page.window,
      '/src/index.ts',
    );
    const ends: string[] = [];
    editor.addEventListener('profile-session-ended', ({ reason }) => ends.push(reason));
    editor.uploadAvatar = () => Promise.reject(new ProfileError('session-expired'));
    await dropAndCrop(page, await makePicture('teal'));
    expect(await editor.save()).to.equal(false);
    expect(editor.error?.code).to.equal('upload-failed');
    editor.uploadAvatar = () => Promise.resolve(stored);
    expect(await editor.save()).to.equal(true);
    expect(ends).to.deep.equal([]);
  });
});
