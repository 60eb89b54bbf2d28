import { expect } from '@open-wc/testing';
import { openDialog } from '../../src/photo/open-dialog.js';

describe('a dialog in another document than the script’s', () => {
  it('has its styles, keeps its keys, and leaves nothing behind', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument as Document;
    const host = page.createElement('div');
    page.body.append(host);
    const container = host.attachShadow({ mode: 'open' });
    const keys: string[] = [];
    page.addEventListener('keydown', ({ key }) => keys.push(key));

    let closeDialog!: () => void;
    const closed = openDialog<string>(
      { container, language: 'en', dir: 'ltr' },
      ({ element, close }) => {
        element.textContent = 'Crop';
        closeDialog = () => close('done');
        return () => undefined;
      },
    );
    const dialog = container.querySelector('dialog') as HTMLDialogElement;
    expect(container.adoptedStyleSheets.length).to.equal(1);
    expect(dialog.open).to.equal(true);
    page.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', bubbles: true }),
    );
    expect(keys).to.deep.equal([]);
    page.body.dispatchEvent(new KeyboardEvent('keyup', { key: 'k', code: 'KeyK', bubbles: true }));
    closeDialog();
    expect(await closed).to.equal('done');
    expect(container.adoptedStyleSheets.length).to.equal(0);
    expect(container.childElementCount).to.equal(0);
    page.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', bubbles: true }),
    );
    expect(keys).to.deep.equal(['k']);
    frame.remove();
  });
});
