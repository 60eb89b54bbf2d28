import { expect, waitUntil } from '@open-wc/testing';
import { clearStorage, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('an editor in another document than the script’s', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  /** A document in a frame of the page, as a pop-up or picture-in-picture window has one. */
  function openFrame({ document }: TestPage): Document {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 600px; height: 600px';
    document.body.append(frame);
    return frame.contentDocument as Document;
  }

  /** What the first and the lazy styles say of the form. */
  function expectStyles(editor: TestPage['editor']): void {
    const root = editor.shadowRoot as ShadowRoot;
    const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
    expect(styleOf(editor).display).to.equal('flow-root');
    const form = root.querySelector('form') as HTMLElement;
    expect(styleOf(form).containerType).to.equal('inline-size');
    const status = root.querySelector('textarea') as HTMLElement;
    expect(status.getBoundingClientRect().height).to.equal(44);
    const chips = root.querySelector('.chips') as HTMLElement;
    expect(styleOf(chips).display).to.equal('flex');
  }

  it('looks the same after a move, and back again, and keeps what was typed', async () => {
    const page = await openPage(tagFor(sandbox));
    const { editor } = page;
    await reach(editor, 'ready');
    await editor.updateComplete;
    expectStyles(editor);
    screenOf(editor).type('Name', 'Alice Liddell');
    openFrame(page).body.append(editor);
    await editor.updateComplete;
    expectStyles(editor);
    expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
    page.document.body.append(editor);
    await editor.updateComplete;
    expectStyles(editor);
    expect(await editor.save()).to.equal(true);
  });

  it('works where it was never in the script’s own', async () => {
    const page = await openPage(tagFor(sandbox));
    await reach(page.editor, 'ready');
    const first = page.editor;
    const editor = first.cloneNode() as typeof first;
    first.remove();
    openFrame(page).body.append(editor);
    await reach(editor, 'ready');
    await editor.updateComplete;
    expectStyles(editor);
    screenOf(editor).type('Status message', 'In a frame');
    expect(await editor.save()).to.equal(true);
    expect(editor.profile?.statusMessage).to.equal('In a frame');
  });

  it('looks the same where it was moved before it was ready', async () => {
    const page = await openPage(tagFor(sandbox));
    const { editor } = page;
    openFrame(page).body.append(editor);
    await reach(editor, 'ready');
    await editor.updateComplete;
    expectStyles(editor);
  });

  it('follows the language around it through a shadow root of that document', async () => {
    const page = await openPage(tagFor(sandbox));
    const { editor } = page;
    await reach(editor, 'ready');
    const outer = openFrame(page);
    const host = outer.createElement('div');
    host.lang = 'de';
    outer.body.append(host);
    host.attachShadow({ mode: 'open' }).append(editor);
    const label = (): string | undefined =>
      editor.shadowRoot?.querySelector('label[for=statusMessage]')?.textContent ?? '';
    await waitUntil(() => label() !== 'Status message', 'it stays English');
    expect(label()).to.equal('Statusmeldung');
    host.lang = 'en';
    await waitUntil(() => label() === 'Status message', 'it stays German');
  });
});
