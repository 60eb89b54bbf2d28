import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { loadsAsImage } from '../../src/photo/load-image.js';
import { clearStorage, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { dropAndCrop, openEditor } from './photo-page.js';

/** A picture of a size, as a file. */
async function pictureOf(width: number, height: number): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  pen?.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob as Blob], 'picture.png', { type: 'image/png' });
}

// What the documentation says that the form leaves to pages and to people.
describe('what is decided, and written down', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  for (const [width, height] of [
    [1, 1],
    [4000, 20],
  ] as const) {
    it(`a picture of ${width} × ${height} pixels is taken as it is`, async () => {
      const page = await openEditor(sandbox, `avatar-upload-url="${sandbox.uploadUrl}"`);
      await dropAndCrop(page, await pictureOf(width, height));
      expect(page.editor.changes.avatar).to.match(/^blob:/);
    });
  }

  it('a form of the page’s around the editor hears that something is typed', async () => {
    const page = await openPage(`<form>${tagFor(sandbox)}</form>`);
    await reach(page.editor, 'ready');
    let heard = 0;
    page.editor.closest('form')?.addEventListener('input', () => (heard += 1));
    page.editor.shadowRoot?.querySelector<HTMLElement>('#name')?.focus();
    await sendKeys({ type: 'x' });
    expect(heard).to.equal(1);
  });

  it('whether an address is a photo is asked without saying from where', async () => {
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
