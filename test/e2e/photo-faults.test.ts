import { expect } from '@open-wc/testing';
import { holdTime, type Clock } from '../support/clock.js';
import { closePages, importInto, nextEvent, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf, type Screen } from '../support/screen.js';
import { dropAndCrop, drop, findDialog, makePicture, openEditor } from './photo-page.js';

interface UploadFault {
  readonly title: string;
  /** What the test server calls it. */
  readonly name: string;
  /** What it is called while it has not happened yet. */
  readonly before: string;
  /** How long it takes the editor to give up, in milliseconds. */
  readonly patience?: number;
}

const faults: readonly UploadFault[] = [
  { title: 'is refused', name: 'refused', before: 'stall' },
  { title: 'stalls', name: 'stall', before: 'stall', patience: 30_000 },
  { title: 'stalls at 50 %', name: 'half', before: 'half', patience: 30_000 },
  { title: 'is dropped at 50 %', name: 'drop', before: 'half' },
  { title: 'is too large for the server (413)', name: 'too-large', before: 'stall' },
  { title: 'is answered by something that is not JSON', name: 'not-json', before: 'stall' },
  { title: 'leads to a URL that does not load', name: 'missing', before: 'stuck' },
  { title: 'leads to a URL that never loads', name: 'stuck', before: 'stuck', patience: 15_000 },
  { title: 'leads to a javascript: URL', name: 'script', before: 'stall' },
];

const oldPhoto = 'https://photos.sandbox.cometchat.io/alice.png';

describe('an upload, with the real SDK,', () => {
  let sandbox: TestSandbox;
  let clock: Clock;
  let id: string;

  beforeEach(async () => {
    sandbox = await createSandbox();
    id = crypto.randomUUID();
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  /** An editor with a picture zoomed into, a new name and a new status, about to be saved. */
  async function edit(fault: string): Promise<{ page: TestPage; screen: Screen; zoom: string }> {
    const url = `/upload-fault/${fault}/${id}`;
    const page = await openEditor(
      sandbox,
      `avatar-upload-url="${url}"`,
      undefined,
      (window) => void (clock = holdTime(window)),
    );
    drop(page, await makePicture());
    const dialog = await findDialog(page);
    dialog.press('Zoom in');
    dialog.press('Zoom in');
    const zoom = dialog.zoom() ?? '';
    await dialog.close('Use photo');
    await until(() => page.editor.hasUnsavedChanges, 'the photo is not taken');
    const screen = screenOf(page.editor);
    screen.type('Name', 'Alice B.');
    screen.type('Status message', 'Back soon');
    await page.editor.updateComplete;
    return { page, screen, zoom };
  }

  const countOf = async (what: string): Promise<number> => {
    const { count } = await (await fetch(`/upload-seen/${what}`)).json();
    return count;
  };
  const countUploads = (): Promise<number> => countOf(id);

  /** Lets the fault happen, and checks how the editor takes it. */
  async function fail({ page, screen }: Awaited<ReturnType<typeof edit>>, patience = 0) {
    const failed = nextEvent(page.editor, 'profile-error');
    screen.click('Save changes');
    await until(async () => (await countUploads()) > 0, 'nothing is uploaded');
    if (patience > 0) {
      expect(page.editor.state).to.equal('saving');
      // The picture may still be on its way to the server, or back: then its time starts later.
      await until(() => {
        clock.pass(patience);
        return page.editor.state === 'failed';
      }, 'it is not given up');
    }
    const { error, phase } = await failed;
    await page.editor.updateComplete;
    expect([error.code, phase, page.editor.state]).to.deep.equal([
      'upload-failed',
      'upload',
      'failed',
    ]);
    expect(screen.alert()).to.contain('Your photo wasn’t uploaded.');
    expect(screen.alert()).not.to.contain('secret');
  }

  /** Everything that was edited is still there, the crop included, and nothing of it was saved. */
  async function expectKept({ page, screen, zoom }: Awaited<ReturnType<typeof edit>>) {
    const { avatar, ...typed } = page.editor.changes;
    expect(avatar).to.match(/^blob:/);
    expect(typed).to.deep.equal({ name: 'Alice B.', statusMessage: 'Back soon' });
    expect(page.editor.draft.avatar).to.equal(oldPhoto);
    expect(page.editor.hasUnsavedChanges).to.equal(true);
    expect(screen.image('Alice B.').getAttribute('src')).to.match(/^blob:/);
    await expectUnsaved();
    await screen.choose('Crop again');
    const dialog = await findDialog(page);
    expect(zoom).not.to.equal('100%');
    expect(dialog.zoom()).to.equal(zoom);
    await dialog.close('Cancel');
  }

  async function expectUnsaved(): Promise<void> {
    expect(await sandbox.requests({ phase: 'save' })).to.deep.equal([]);
    const { name, avatar, statusMessage } = (await sandbox.user('alice')) ?? {};
    expect({ name, avatar, statusMessage }).to.deep.equal({
      name: 'Alice',
      avatar: oldPhoto,
      statusMessage: 'Here',
    });
  }

  /** Nothing goes out any more, however long one waits. */
  async function expectQuiet(page: TestPage): Promise<void> {
    const count = await countUploads();
    for (let minute = 0; minute < 3; minute += 1) {
      clock.pass(60_000);
      await page.editor.updateComplete;
    }
    expect(await countUploads()).to.equal(count);
    await expectUnsaved();
  }

  for (const { title, name, before, patience } of faults) {
    it(`that ${title} keeps everything, and works when it is tried again`, async () => {
      const edited = await edit(name);
      const { page, screen } = edited;
      await fail(edited, patience);
      await expectKept(edited);

      const preview = screen.image('Alice B.').getAttribute('src') ?? '';
      const picked = await (await page.window.fetch(preview)).arrayBuffer();
      await fetch(`/upload-lift/${id}`);
      const count = await countUploads();
      const saved = nextEvent(page.editor, 'profile-saved');
      screen.click('Try again');
      const { changes } = await saved;
      expect(changes).to.have.all.keys('name', 'statusMessage', 'avatar');
      expect(await countUploads()).to.equal(count + 1);
      const user = await sandbox.user('alice');
      expect([user?.name, user?.statusMessage]).to.deep.equal(['Alice B.', 'Back soon']);
      expect(user?.avatar).to.contain('/upload-server/');
      const stored = await (await fetch(user?.avatar ?? '')).arrayBuffer();
      expect(new Uint8Array(stored)).to.deep.equal(new Uint8Array(picked));
      expect((await sandbox.requests({ phase: 'save' })).length).to.equal(1);
      expect(page.editor.hasUnsavedChanges).to.equal(false);
    });

    it(`that ${title} keeps everything when it is cancelled before, and sends nothing more`, async () => {
      const edited = await edit(before);
      const { page, screen } = edited;
      const save = page.editor.save();
      const awaited = before === 'stuck' ? `${id}-picture` : id;
      await until(async () => (await countOf(awaited)) > 0, 'nothing is uploaded');
      await until(() => screen.hasButton('Cancel'), 'the upload cannot be cancelled');
      screen.click('Cancel');
      expect(await save).to.equal(false);
      await page.editor.updateComplete;
      expect([page.editor.state, screen.alert()]).to.deep.equal(['ready', '']);
      await expectQuiet(page);
      await expectKept(edited);
    });

    it(`that ${title} leaves nothing behind when it is given up`, async () => {
      const edited = await edit(name);
      const { page, screen } = edited;
      await fail(edited, patience);
      screen.click('Discard changes');
      await page.editor.updateComplete;
      expect(page.editor.hasUnsavedChanges).to.equal(false);
      expect(page.editor.state).to.equal('ready');
      expect(screen.textbox('Name').value).to.equal('Alice');
      expect(screen.image('Alice').getAttribute('src')).to.equal(oldPhoto);
      await expectQuiet(page);
    });
  }

  for (const how of ['put', 'post'] as const) {
    it(`to an S3-like store by ${how.toUpperCase()} keeps everything when its signature is wrong`, async () => {
      let isForged = true;
      const forge = (signature: string): string =>
        signature.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      const page = await openEditor(sandbox, '');
      const { presignedUploader } = await importInto<
        typeof import('../../src/photo/presigned-uploader.js')
      >(page.window, '/src/photo/presigned-uploader.ts');
      page.editor.uploadAvatar = presignedUploader(async ({ type }) => {
        const target = await (await fetch(`/s3-sign?${new URLSearchParams({ how, type })}`)).json();
        if (!isForged) return target;
        if (target.fields)
          target.fields['X-Amz-Signature'] = forge(target.fields['X-Amz-Signature']);
        else target.url = target.url.replace(/X-Amz-Signature=\w+/, forge);
        return target;
      });
      await page.editor.updateComplete;
      const screen = await dropAndCrop(page, await makePicture('#0f0'));
      screen.type('Name', 'Alice B.');
      expect(await page.editor.save()).to.equal(false);
      expect(page.editor.error?.code).to.equal('upload-failed');
      expect(page.editor.error?.subject).to.deep.equal(['refused', '403']);
      expect(page.editor.hasUnsavedChanges).to.equal(true);
      expect(screen.image('Alice B.').getAttribute('src')).to.match(/^blob:/);
      await expectUnsaved();

      isForged = false;
      await page.editor.updateComplete;
      const saved = nextEvent(page.editor, 'profile-saved');
      screen.click('Try again');
      const { profile } = await saved;
      expect(profile.avatar).to.match(/^http:\/\/127\.0\.0\.1:\d+\/avatars\/\d+\/avatar$/);
      expect((await sandbox.user('alice'))?.avatar).to.equal(profile.avatar);
    });
  }
});
