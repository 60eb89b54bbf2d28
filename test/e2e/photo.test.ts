import { expect, waitUntil } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { closePages, nextEvent, openPage, reach, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf, type Screen } from '../support/screen.js';

type Uploader = NonNullable<CometChatProfileEditor['uploadAvatar']>;

describe('a photo, with the real SDK', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  async function openEditor(attributes: string, upload?: Uploader): Promise<TestPage> {
    const page = await openPage(`<cometchat-profile-editor app-id="${sandbox.appId}" region="us"
      auth-token="${sandbox.token('alice')}" ${attributes}></cometchat-profile-editor>`);
    if (upload) page.editor.uploadAvatar = upload;
    await reach(page.editor, 'ready');
    await sandbox.clearRequests();
    return page;
  }

  /** Drops a picture on the field and accepts the crop. */
  async function dropAndCrop(page: TestPage, file: File): Promise<Screen> {
    const { DataTransfer, DragEvent } = page.window;
    const data = new DataTransfer();
    data.items.add(file);
    const root = page.editor.shadowRoot as ShadowRoot;
    const target = root.querySelector('[part="avatar"]') as HTMLElement;
    target.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer: data,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    const open = (): HTMLDialogElement | null => root.querySelector('dialog[open]');
    await waitUntil(open, 'the crop dialog opens', { timeout: 10_000 });
    const use = (): HTMLButtonElement | undefined =>
      [...(open()?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent.trim() === 'Use photo',
      );
    await waitUntil(() => use() && !use()?.disabled, 'the photo can be used', { timeout: 10_000 });
    use()?.click();
    await waitUntil(() => !open(), 'the dialog closes', { timeout: 10_000 });
    await waitUntil(() => page.editor.hasUnsavedChanges, 'the photo waits for the save');
    await page.editor.updateComplete;
    return screenOf(page.editor);
  }

  async function makePicture(): Promise<File> {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = 'teal';
    context.fillRect(0, 0, 640, 480);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
    return new File([blob as Blob], 'holiday.jpg', { type: 'image/jpeg' });
  }

  it('offers only the URL without an uploader', async () => {
    const page = await openEditor('');
    const screen = screenOf(page.editor);
    expect(screen.hasButton('Change photo')).to.equal(false);
    expect(screen.hasButton('Remove photo')).to.equal(true);
  });

  it('is uploaded with the save, and then saved', async () => {
    const page = await openEditor(`avatar-upload-url="${sandbox.uploadUrl}"`);
    const screen = await dropAndCrop(page, await makePicture());
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
    const page = await openEditor('', () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Error('the bucket is full'))
        : Promise.resolve('https://photos.sandbox.cometchat.io/bob.png');
    });
    const screen = await dropAndCrop(page, await makePicture());
    screen.type('Name', 'Alice B.');
    expect(await page.editor.save()).to.equal(false);
    await page.editor.updateComplete;
    expect(page.editor.error?.code).to.equal('upload-failed');
    expect(screen.alert()).to.contain('Your photo was not uploaded.');
    expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
    expect(screen.textbox('Name').value).to.equal('Alice B.');

    const saved = nextEvent(page.editor, 'profile-saved');
    screen.click('Try again');
    await saved;
    const user = await sandbox.user('alice');
    expect(user?.name).to.equal('Alice B.');
    expect(user?.avatar).to.equal('https://photos.sandbox.cometchat.io/bob.png');
  });

  for (const [what, answer] of [
    ['a script address', 'javascript:alert(1)'],
    ['a picture that does not load', 'https://photos.sandbox.cometchat.io/missing.png'],
  ] as const) {
    it(`does not take ${what} for a photo`, async () => {
      const page = await openEditor('', () => Promise.resolve(answer));
      await dropAndCrop(page, await makePicture());
      expect(await page.editor.save()).to.equal(false);
      expect(page.editor.error?.code).to.equal('upload-failed');
      expect(page.editor.draft.avatar).to.equal('https://photos.sandbox.cometchat.io/alice.png');
      expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
    });
  }

  it('can be cancelled while it is uploaded', async () => {
    let signal: AbortSignal | undefined;
    const page = await openEditor('', (_, context) => {
      signal = context.signal;
      context.onProgress(1, 2);
      return new Promise(() => undefined);
    });
    const screen = await dropAndCrop(page, await makePicture());
    const save = page.editor.save();
    await waitUntil(() => screen.hasButton('Cancel'), 'the upload can be cancelled');
    screen.click('Cancel');
    expect(await save).to.equal(false);
    expect(signal?.aborted).to.equal(true);
    expect(page.editor.state).to.equal('ready');
    expect(page.editor.hasUnsavedChanges).to.equal(true);
    expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
  });

  it('can be removed, and put back', async () => {
    const page = await openEditor('');
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

  it('tells of a file that is no picture', async () => {
    const page = await openEditor(`avatar-upload-url="${sandbox.uploadUrl}"`);
    const { DataTransfer, DragEvent } = page.window;
    const data = new DataTransfer();
    data.items.add(new File(['%PDF-1.7 no picture'], 'me.png', { type: 'image/png' }));
    const failed = nextEvent(page.editor, 'profile-error');
    page.editor.shadowRoot
      ?.querySelector('[part="avatar"]')
      ?.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    const { error } = await failed;
    expect(error.code).to.equal('image-unreadable');
    await page.editor.updateComplete;
    expect(page.editor.shadowRoot?.textContent).to.contain('This file is not a photo.');
  });
});
