import { expect } from '@open-wc/testing';
import { loadsAsImage } from '../../src/photo/load-image.js';
import { clearStorage } from '../support/host-page.js';
import { closePages, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { dropAndCrop, findDialog, makePicture, openEditor } from './photo-page.js';

const picture = new URL('/demo/pictures/editor.png', location.href).href;

describe('what is dragged onto the form', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox({ users: [{ uid: 'alice', name: 'Alice' }] });
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  /** Drags something over a part of the form and drops it there; says which of the two the browser may act on. */
  const drag = (
    page: TestPage,
    data: Readonly<Record<string, string>> | File,
    place = 'form',
  ): readonly boolean[] => {
    const { DataTransfer, DragEvent } = page.window;
    const dataTransfer = new DataTransfer();
    if (data instanceof File) dataTransfer.items.add(data);
    else for (const [type, text] of Object.entries(data)) dataTransfer.setData(type, text);
    const options = { dataTransfer, bubbles: true, composed: true, cancelable: true };
    const target = page.editor.shadowRoot?.querySelector(place);
    return ['dragover', 'drop'].map(
      (type) => target?.dispatchEvent(new DragEvent(type, options)) ?? true,
    );
  };

  const image = {
    'text/uri-list': 'https://example.com/page',
    'text/html': `<a href="https://example.com/page"><img alt="x" src="${picture}?a=1&amp;b=2"></a>`,
  };

  it('without uploads: a file is not opened in place of the page, and the way to go is said', async () => {
    const page = await openEditor(sandbox, '');
    expect(drag(page, await makePicture('teal'))).to.deep.equal([false, false]);
    await page.editor.updateComplete;
    expect(page.editor.shadowRoot?.textContent).to.contain('Enter a full web address, such as');
    expect(page.editor.hasUnsavedChanges).to.equal(false);
    expect(drag(page, await makePicture('teal'), '#name')).to.deep.equal([false, false]);
  });

  it('with uploads: a file is cropped wherever it is dropped', async () => {
    const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
    drag(page, await makePicture('teal'), '#statusMessage');
    await (await findDialog(page)).close('Use photo');
    await until(() => page.editor.hasUnsavedChanges, 'the photo is not taken');
  });

  // What docs/photos.md says of small ones.
  for (const [width, height] of [
    [1, 1],
    [4000, 20],
  ] as const) {
    it(`with uploads: a picture of ${width} × ${height} pixels is taken as it is`, async () => {
      const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
      await dropAndCrop(page, await makePicture('teal', width, height));
      expect(page.editor.changes.avatar).to.match(/^blob:/);
    });
  }

  it('a field that may not be changed takes nothing, and the page stays', async () => {
    const page = await openEditor(sandbox, 'readonly-fields="avatar"');
    expect(drag(page, image)).to.deep.equal([false, false]);
    expect(drag(page, await makePicture('teal'))).to.deep.equal([false, false]);
    await page.editor.updateComplete;
    expect(page.editor.hasUnsavedChanges).to.equal(false);
    expect(screenOf(page.editor).alert()).to.equal('');
  });

  for (const attributes of ['', 'avatar-upload-url="/upload"']) {
    it(`an image of another page goes into the photo URL (${attributes || 'no uploads'})`, async () => {
      const page = await openEditor(sandbox, attributes);
      expect(drag(page, image)).to.deep.equal([false, false]);
      await until(() => page.editor.hasUnsavedChanges, 'the address is not taken');
      expect(page.editor.changes).to.deep.equal({ avatar: `${picture}?a=1&b=2` });
      expect(await page.editor.save()).to.equal(true);
      expect((await sandbox.user('alice'))?.avatar).to.equal(`${picture}?a=1&b=2`);
    });
  }

  it('an address that no photo may have is refused in words', async () => {
    const page = await openEditor(sandbox, '');
    drag(page, { 'text/uri-list': '# a comment\r\nhttps://ann:secret@example.com/a.png' });
    await page.editor.updateComplete;
    expect(page.editor.shadowRoot?.textContent).to.contain('without a username or password');
    expect(page.editor.changes).to.deep.equal({});
  });

  it('no address is taken where the page wants none, and the page stays', async () => {
    const page = await openEditor(sandbox, 'no-photo-url');
    expect(drag(page, image)).to.deep.equal([false, false]);
    await page.editor.updateComplete;
    expect(page.editor.changes).to.deep.equal({});
    expect(page.editor.shadowRoot?.textContent).to.contain('This photo can’t be read');
  });

  it('an address that is dropped on a text field is the field’s, and a plain text is the browser’s', async () => {
    const page = await openEditor(sandbox, '');
    expect(drag(page, image, '#avatar')).to.deep.equal([true, true]);
    expect(drag(page, { 'text/plain': 'Ann' })).to.deep.equal([true, true]);
  });

  it('what the page takes itself is the page’s', async () => {
    const page = await openEditor(sandbox, '');
    page.editor.innerHTML = '<p slot="after-fields">Drop here</p>';
    page.editor.firstElementChild?.addEventListener('drop', (event) => event.preventDefault());
    const { DataTransfer, DragEvent } = page.window;
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/uri-list', picture);
    const options = { dataTransfer, bubbles: true, composed: true, cancelable: true };
    page.editor.firstElementChild?.dispatchEvent(new DragEvent('drop', options));
    expect(page.editor.changes).to.deep.equal({});
  });
});

describe('an address of a photo', () => {
  it('is tried without saying from where', async () => {
    const Original = window.Image;
    const policies: string[] = [];
    class Watched extends Original {
      override set src(url: string) {
        if (url) policies.push(this.referrerPolicy);
        super.src = url;
      }
      override get src(): string {
        return super.src;
      }
    }
    window.Image = Watched;
    try {
      expect(await loadsAsImage('/demo/states-photo.svg')).to.equal(true);
    } finally {
      window.Image = Original;
    }
    expect(policies).to.deep.equal(['no-referrer']);
  });
});

describe('a stored photo that cannot be shown', () => {
  let sandbox: TestSandbox;

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  for (const [avatar, words] of [
    ['//photos.example/a.png', 'Enter a full web address'],
    ['http://localhost:1/a.png', 'The address must start with https://'],
    [new URL('/none.png', location.href).href, 'No photo could be loaded from this address.'],
  ] as const) {
    it(`is explained beside its address: ${avatar.slice(0, 17)}`, async () => {
      sandbox = await createSandbox({ users: [{ uid: 'alice', name: 'Alice', avatar }] });
      const page = await openEditor(sandbox, '');
      const screen = screenOf(page.editor);
      await until(
        () => screen.description('Photo URL').includes(words),
        () => `it says "${screen.description('Photo URL')}"`,
      );
      expect(screen.textbox('Photo URL').getAttribute('aria-invalid')).to.equal('false');
      screen.type('Photo URL', picture);
      await page.editor.updateComplete;
      expect(screen.description('Photo URL')).to.contain('Web address of a photo');
    });
  }

  for (const [chance, take] of [
    ['a reload', ({ editor }: TestPage) => editor.reload()],
    ['the network that is back', ({ window }) => window.dispatchEvent(new Event('online'))],
    [
      'a save',
      ({ editor }) => {
        screenOf(editor).type('Name', 'Alice Liddell');
        return editor.save();
      },
    ],
  ] as const satisfies readonly (readonly [string, (page: TestPage) => unknown])[]) {
    it(`is asked for again with ${chance}`, async () => {
      const avatar = new URL('/none.png', location.href).href;
      sandbox = await createSandbox({ users: [{ uid: 'alice', name: 'Alice', avatar }] });
      const page = await openEditor(sandbox, '');
      const root = page.editor.shadowRoot as ShadowRoot;
      const isShown = (): boolean => root.querySelector('img') !== null;
      await until(() => !isShown(), 'it does not fail');
      let wasShown = false;
      const observer = new MutationObserver(() => (wasShown ||= isShown()));
      observer.observe(root, { subtree: true, childList: true });
      await take(page);
      await until(() => wasShown, 'it is not asked for');
      observer.disconnect();
      await until(() => !isShown(), 'it does not fail again');
    });
  }
});

describe('a stored photo of 30 MB', () => {
  it('keeps nobody from filling in and saving the form, is asked for once, and takes no more room', async () => {
    const place = `${location.origin}/large-photo/${crypto.randomUUID()}`;
    const avatar = `${place}.png`;
    const sandbox = await createSandbox({ users: [{ uid: 'alice', name: 'Alice', avatar }] });
    try {
      const page = await openEditor(sandbox, '');
      const image = page.editor.shadowRoot?.querySelector('img') as HTMLImageElement;
      expect(image.src).to.equal(avatar);
      screenOf(page.editor).type('Name', 'Alice Liddell');
      expect(await page.editor.save()).to.equal(true);
      expect(image.complete, 'all of it has come').to.equal(false);
      await fetch(`${place}/go`);
      await until(() => image.complete, 'it does not come');
      expect(image.naturalWidth).to.be.above(0);
      expect(page.editor.shadowRoot?.querySelector('img')).to.equal(image);
      expect([image.clientWidth, image.clientHeight]).to.deep.equal([96, 96]);
      expect(page.window.performance.getEntriesByName(avatar).length).to.equal(1);
    } finally {
      await fetch(`${place}/go`);
      closePages();
      clearStorage(sandbox);
      await sandbox.dispose();
    }
  });
});
