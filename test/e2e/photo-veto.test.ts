import { expect } from '@open-wc/testing';
import type { ProfileSaveEvent } from '../../src/index.js';
import { closePages, nextEvent } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { dropAndCrop, makePicture, openEditor } from './photo-page.js';

describe('a picked photo and the page', () => {
  let sandbox: TestSandbox;
  const uploads: Blob[] = [];
  const stored = 'https://photos.sandbox.cometchat.io/bob.png';

  beforeEach(async () => {
    sandbox = await createSandbox();
    uploads.length = 0;
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  async function pick() {
    const page = await openEditor(sandbox, '', async (image) => {
      uploads.push(image);
      return stored;
    });
    const changed = nextEvent(page.editor, 'profile-change');
    const screen = await dropAndCrop(page, await makePicture('teal'));
    return { page, screen, changed: await changed };
  }

  it('is told of, by its preview and as a picture, before anything goes out', async () => {
    const { page, changed } = await pick();
    const { editor } = page;
    const preview = editor.changes.avatar ?? '';
    expect(preview).to.match(/^blob:/);
    expect(changed.changes).to.deep.equal({ avatar: preview });
    let told: ProfileSaveEvent | undefined;
    editor.addEventListener('profile-save', (event) => (told = event));
    const saved = nextEvent(editor, 'profile-saved');
    expect(await editor.save()).to.equal(true);
    expect(told?.changes).to.deep.equal({ avatar: preview });
    expect(told?.photo?.type).to.match(/^image\//);
    expect(told?.photo).to.equal(uploads[0]);
    expect((await saved).changes).to.deep.equal({ avatar: stored });
    expect(editor.changes).to.deep.equal({});
    expect((await sandbox.user('alice'))?.avatar).to.equal(stored);
  });

  for (const [how, stop] of [
    ['preventDefault', (event: ProfileSaveEvent) => event.preventDefault()],
    ['waitUntil', (event: ProfileSaveEvent) => event.waitUntil(Promise.reject(new Error('No.')))],
  ] as const) {
    it(`is neither uploaded nor saved where the page stops it by ${how}`, async () => {
      const { page, screen } = await pick();
      const { editor } = page;
      screen.type('Name', 'Alice B.');
      const { changes } = editor;
      editor.addEventListener('profile-save', stop, { once: true });
      expect(await editor.save()).to.equal(false);
      expect(uploads).to.deep.equal([]);
      expect(await sandbox.requests({ phase: 'save' })).to.deep.equal([]);
      expect(editor.changes).to.deep.equal(changes);
      expect(await editor.save()).to.equal(true);
      expect(uploads.length).to.equal(1);
    });
  }

  it('is none of the changes where the photo is read-only by then', async () => {
    const { page } = await pick();
    page.editor.readonlyFields = 'avatar';
    await page.editor.updateComplete;
    expect(page.editor.changes).to.deep.equal({});
    expect(page.editor.hasUnsavedChanges).to.equal(false);
    expect(await page.editor.save()).to.equal(true);
    expect(uploads).to.deep.equal([]);
  });
});
