import { expect, waitUntil } from '@open-wc/testing';
import { photoMessages as german } from '../../src/locales/photo/de.js';
import { closePages, nextEvent, openPage, reach, until } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { drop, dropAndCrop, makePicture, openEditor, shownColour } from './photo-page.js';

describe('a photo, with the real SDK', () => {
  let sandbox: TestSandbox;
  let camera: MediaStream | undefined;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  it('offers only the URL without an uploader', async () => {
    const page = await openEditor(sandbox, '');
    const screen = screenOf(page.editor);
    expect(screen.hasButton('Change photo')).to.equal(false);
    expect(screen.hasButton('Remove photo')).to.equal(true);
  });

  it('is uploaded with the save, and then saved', async () => {
    const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
    const screen = await dropAndCrop(page, await makePicture('teal'));
    expect(page.editor.hasUnsavedChanges).to.equal(true);
    expect((await sandbox.requests()).length, 'nothing leaves before the save').to.equal(0);

    const saved = nextEvent(page.editor, 'profile-saved');
    screen.click('Save changes');
    const { profile } = await saved;
    expect(profile.avatar).to.match(/^https:/);
    expect((await sandbox.user('alice'))?.avatar).to.equal(profile.avatar);
    const saves = await sandbox.requests({ phase: 'save' });
    expect(saves.length).to.equal(1);
    await page.editor.updateComplete;
    expect(screen.image('Alice').getAttribute('src')).to.equal(profile.avatar);
  });

  it('stays, with the other edits, when the upload fails, and goes out with the next try', async () => {
    let tries = 0;
    const page = await openEditor(sandbox, '', () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Error('the bucket is full'))
        : Promise.resolve('https://photos.sandbox.cometchat.io/bob.png');
    });
    const screen = await dropAndCrop(page, await makePicture('teal'));
    screen.type('Name', 'Alice B.');
    expect(await page.editor.save()).to.equal(false);
    await page.editor.updateComplete;
    expect(page.editor.error?.code).to.equal('upload-failed');
    expect(screen.alert()).to.contain('Your photo wasn’t uploaded.');
    expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
    expect(screen.textbox('Name').value).to.equal('Alice B.');

    const saved = nextEvent(page.editor, 'profile-saved');
    screen.click('Try again');
    await saved;
    const user = await sandbox.user('alice');
    expect(user?.name).to.equal('Alice B.');
    expect(user?.avatar).to.equal('https://photos.sandbox.cometchat.io/bob.png');
  });

  it('can be cancelled while it is uploaded', async () => {
    let signal: AbortSignal | undefined;
    const page = await openEditor(sandbox, '', (_, context) => {
      signal = context.signal;
      context.onProgress(1, 2);
      return new Promise(() => undefined);
    });
    const screen = await dropAndCrop(page, await makePicture('teal'));
    const save = page.editor.save();
    await waitUntil(() => screen.hasButton('Cancel'), 'the upload can be cancelled');
    screen.click('Cancel');
    expect(await save).to.equal(false);
    expect(signal?.aborted).to.equal(true);
    expect(page.editor.state).to.equal('ready');
    expect(page.editor.hasUnsavedChanges).to.equal(true);
    expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
  });

  it('is uploaded whatever its progress is told as', async () => {
    let tell: (...told: unknown[]) => void = () => undefined;
    let finish: (url: string) => void = () => undefined;
    const page = await openEditor(sandbox, '', (_, { onProgress }) => {
      tell = onProgress as typeof tell;
      return new Promise((resolve) => (finish = resolve));
    });
    const screen = await dropAndCrop(page, await makePicture('teal'));
    const save = page.editor.save();
    await waitUntil(() => screen.hasButton('Cancel'), 'it is being uploaded');
    for (const [loaded, total, percent] of [
      [NaN, 100, 0],
      [5, NaN, 0],
      [0, 0, 0],
      [5, 0, 100],
      [Infinity, 100, 100],
      [Infinity, Infinity, 0],
      [-5, 100, 0],
      [300, 100, 100],
      ['half', '100', 0],
      ['50', '100', 50],
      [50n, 100n, 50],
      [undefined, undefined, 0],
      [true, null, 100],
    ] as const) {
      const name = `${typeof loaded} ${String(loaded)} of ${typeof total} ${String(total)}`;
      tell(1, 4);
      tell(loaded, total);
      await page.editor.updateComplete;
      // It is not over before the server has answered.
      expect(screen.status(), name).to.equal(`Uploading photo: ${Math.min(percent, 75)}%`);
      const bar = page.editor.shadowRoot?.querySelector('progress');
      expect(bar?.position, name).to.equal(percent / 100);
    }
    finish('https://photos.sandbox.cometchat.io/bob.png');
    expect(await save).to.equal(true);
    await page.editor.updateComplete;
    expect(screen.status()).to.equal('Profile saved');
  });

  it('can be removed, and put back', async () => {
    const page = await openEditor(sandbox, '');
    const screen = screenOf(page.editor);
    screen.click('Remove photo');
    await page.editor.updateComplete;
    expect(page.editor.changes).to.deep.equal({ avatar: '' });
    screen.click('Undo');
    await page.editor.updateComplete;
    expect(page.editor.hasUnsavedChanges).to.equal(false);
    screen.click('Remove photo');
    expect(await page.editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.avatar ?? '').to.equal('');
  });

  it('that was only picked can be removed, and put back', async () => {
    const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
    const screen = await dropAndCrop(page, await makePicture('teal'));
    const picked = screen.image('Alice').getAttribute('src');
    expect(picked).to.match(/^blob:/);
    screen.click('Remove photo');
    await page.editor.updateComplete;
    expect(page.editor.changes).to.deep.equal({ avatar: '' });
    screen.click('Undo');
    await page.editor.updateComplete;
    expect(screen.image('Alice').getAttribute('src')).to.equal(picked);
    expect(page.editor.changes).to.deep.equal({ avatar: picked });
    expect(await page.editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.avatar).to.match(/^https:/);
  });

  it('is stored although it was picked before the profile had come', async () => {
    await sandbox.setFault({ kind: 'error-500', phase: 'connect' });
    const { name = '', avatar = '' } = (await sandbox.user('alice')) ?? {};
    const profile = JSON.stringify({ uid: 'alice', name, avatar });
    const page = await openPage(
      `<cometchat-profile-editor app-id="${sandbox.appId}" region="us" initial-profile='${profile}'
        auth-token="${sandbox.token('alice')}" avatar-upload-url="/unused"></cometchat-profile-editor>`,
    );
    const uids: string[] = [];
    const url = 'https://photos.sandbox.cometchat.io/bob.png';
    page.editor.uploadAvatar = async (_, { uid }) => {
      uids.push(uid);
      return url;
    };
    await reach(page.editor, 'failed');
    await dropAndCrop(page, await makePicture('teal'));
    await sandbox.clearFaults();
    expect(await page.editor.save()).to.equal(true);
    expect(uids).to.deep.equal(['alice']);
    expect((await sandbox.user('alice'))?.avatar).to.equal(url);
    expect(page.editor.hasUnsavedChanges).to.equal(false);
  });

  it('does not take a text that is copied as a picture, too, from a text field', async () => {
    const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
    const data = new DataTransfer();
    data.items.add(new File(['cells'], 'cells.png', { type: 'image/png' }));
    data.setData('text/plain', 'Alice');
    // Firefox makes no event of its own with a clipboard that a page fills.
    const paste = (): Event =>
      Object.defineProperty(
        new Event('paste', { bubbles: true, cancelable: true }),
        'clipboardData',
        { value: data },
      );
    const name = screenOf(page.editor).textbox('Name');
    expect(name.dispatchEvent(paste()), 'the field gets its text').to.equal(true);
    expect(page.editor.shadowRoot?.querySelector('form')?.dispatchEvent(paste())).to.equal(false);
  });

  it('tells of a file that is no picture', async () => {
    const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
    const failed = nextEvent(page.editor, 'profile-error');
    drop(page, new File(['%PDF-1.7 no picture'], 'me.png', { type: 'image/png' }));
    const { error } = await failed;
    expect(error.code).to.equal('image-unreadable');
    await page.editor.updateComplete;
    const said = (): string => page.editor.shadowRoot?.textContent ?? '';
    expect(said()).to.contain('This file isn’t a photo.');
    page.document.documentElement.lang = 'de';
    await until(() => said().includes(german.photoUnknownType), 'it stays in English');
    expect(said()).not.to.contain('This file isn’t a photo.');
  });

  it('is not uploaded any further for an editor that goes away, unless it only moves', async () => {
    let signal: AbortSignal | undefined;
    const page = await openEditor(sandbox, '', (_, context) => {
      ({ signal } = context);
      return new Promise(() => undefined);
    });
    await dropAndCrop(page, await makePicture('teal'));
    const save = page.editor.save();
    await waitUntil(() => signal, 'the upload begins');
    const { editor } = page;
    page.document.body.append(editor);
    await editor.updateComplete;
    expect(signal?.aborted).to.equal(false);
    editor.remove();
    expect(await save).to.equal(false);
    expect(signal?.aborted).to.equal(true);
    expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
  });

  it('turns the camera off when the editor goes away', async () => {
    const page = await openEditor(
      sandbox,
      `avatar-upload-url="${sandbox.uploadUrl}"`,
      undefined,
      ({ document, navigator }) => {
        const canvas = document.createElement('canvas');
        canvas.getContext('2d');
        camera = canvas.captureStream();
        const devices = { getUserMedia: () => Promise.resolve(camera) };
        Object.defineProperty(navigator, 'mediaDevices', { value: devices });
      },
    );
    const { editor } = page;
    await screenOf(editor).choose('Take a photo…');
    const video = (): HTMLVideoElement | null | undefined =>
      editor.shadowRoot?.querySelector('dialog[open] video:not([hidden])');
    await waitUntil(video, 'the camera is on', { timeout: 10_000 });
    expect(camera?.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['live']);
    editor.remove();
    await waitUntil(() => !editor.shadowRoot?.querySelector('dialog'), 'the dialog stays');
    expect(camera?.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  describe('at the same address as the one before', () => {
    const address = `${location.origin}/demo/states-photo.svg`;

    it('is shown at once, and CometChat is told nothing new', async () => {
      await sandbox.patchUser('alice', { avatar: address });
      const page = await openEditor(sandbox, 'preview', () => Promise.resolve(address));
      const before = await shownColour(page);
      const screen = await dropAndCrop(page, await makePicture('#0f0'));
      screen.type('Name', 'Al');
      screen.type('Name', 'Alice');
      const saved = nextEvent(page.editor, 'profile-saved');
      screen.click('Save changes');
      const { profile, changes } = await saved;
      await page.editor.updateComplete;
      expect(before).not.to.equal('0f0');
      expect(await shownColour(page)).to.equal('0f0');
      expect([profile.avatar, changes]).to.deep.equal([address, {}]);
      expect(screen.status()).to.equal('Profile saved');
      expect(page.editor.hasUnsavedChanges).to.equal(false);
      expect(await sandbox.requests({ phase: 'save' })).to.deep.equal([]);

      // Also in the copies of the preview, and after it was away.
      const sources = (): (string | null)[] =>
        [...(page.editor.shadowRoot?.querySelectorAll('img') ?? [])].map((image) =>
          image.getAttribute('src'),
        );
      expect(sources().length).to.equal(3);
      expect(new Set(sources()).size).to.equal(1);
      screen.click('Remove photo');
      await page.editor.updateComplete;
      expect(sources()).to.deep.equal([]);
      screen.click('Undo');
      await page.editor.updateComplete;
      expect(await shownColour(page)).to.equal('0f0');

      await dropAndCrop(page, await makePicture('#00f'));
      expect(await shownColour(page)).to.equal('00f');
      screen.click('Discard changes');
      await page.editor.updateComplete;
      expect(await shownColour(page)).to.equal('0f0');
    });

    it('is shown at once where another one was in between', async () => {
      const other = 'https://photos.sandbox.cometchat.io/bob.png';
      const answers = [other, address];
      await sandbox.patchUser('alice', { avatar: address });
      const page = await openEditor(sandbox, '', () => Promise.resolve(answers.shift() ?? ''));
      await shownColour(page);
      const screen = await dropAndCrop(page, await makePicture('#f00'));
      expect(await page.editor.save()).to.equal(true);
      await page.editor.updateComplete;
      expect(screen.image('Alice').getAttribute('src')).to.equal(other);
      await dropAndCrop(page, await makePicture('#0f0'));
      expect(await page.editor.save()).to.equal(true);
      await page.editor.updateComplete;
      expect((await sandbox.user('alice'))?.avatar).to.equal(address);
      expect(await shownColour(page)).to.equal('0f0');
    });
  });
});
