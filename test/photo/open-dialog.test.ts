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

describe('a dialog that cannot be shown', () => {
  afterEach(() => {
    for (const host of document.querySelectorAll('.dialog-host')) host.remove();
  });

  function makeContainer(): ShadowRoot {
    const host = document.createElement('div');
    host.className = 'dialog-host';
    document.body.append(host);
    return host.attachShadow({ mode: 'open' });
  }

  for (const reason of ['the editor is gone', 'it was called off'] as const) {
    it(`is not filled where ${reason}`, async () => {
      const container = makeContainer();
      const abort = new AbortController();
      if (reason === 'it was called off') abort.abort();
      else container.host.remove();
      let isFilled = false;
      const { signal } = abort;
      const options = { container, language: 'en', dir: 'ltr', signal } as const;
      const result = await openDialog(options, () => {
        isFilled = true;
        return () => undefined;
      });
      expect([result, isFilled, container.childElementCount]).to.deep.equal([undefined, false, 0]);
    });
  }

  it('is emptied where it does not open', async () => {
    const container = makeContainer();
    let isEmptied = false;
    const options = { container, language: 'en', dir: 'ltr' } as const;
    const failure = await openDialog(options, ({ element }) => {
      // The browser then refuses to show it.
      element.remove();
      return () => (isEmptied = true);
    }).catch((error: unknown) => error);
    expect((failure as Error).name).to.equal('InvalidStateError');
    expect([isEmptied, container.adoptedStyleSheets.length]).to.deep.equal([true, 0]);
  });

  it('leaves nothing behind where filling it fails', async () => {
    const container = makeContainer();
    const failure = new Error('no context');
    const options = { container, language: 'en', dir: 'ltr' } as const;
    const result = await openDialog(options, () => {
      throw failure;
    }).catch((error: unknown) => error);
    expect(result).to.equal(failure);
    expect([container.childElementCount, container.adoptedStyleSheets.length]).to.deep.equal([
      0, 0,
    ]);
  });

  it('ends as cancelled once it is not rendered any more', async () => {
    const container = makeContainer();
    const options = { container, language: 'en', dir: 'ltr' } as const;
    const result = openDialog<string>(options, ({ element }) => {
      element.textContent = 'Crop';
      return () => undefined;
    });
    expect(container.querySelector('dialog')?.open).to.equal(true);
    (container.host as HTMLElement).hidden = true;
    expect(await result).to.equal(undefined);
    expect(container.childElementCount).to.equal(0);
  });
});
