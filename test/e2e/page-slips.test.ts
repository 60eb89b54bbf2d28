import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { clearStorage, openHost, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, until } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('a page with its own ways', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const tokenUrl = (): string => `auth-token-url="${sandbox.tokenUrl('alice')}"`;
  const token = (attributes: string): string =>
    `auth-token="${sandbox.token('alice')}" ${attributes}`;

  it('may be a frame without an address, which has the origin of its page', async () => {
    const frame = document.createElement('iframe');
    const script = '<script type="module" src="/src/define.ts"></script>';
    frame.srcdoc = `<!doctype html><html lang="en">${script}${tagFor(sandbox, tokenUrl())}`;
    document.body.append(frame);
    const find = (): CometChatProfileEditor | null | undefined =>
      frame.contentDocument?.querySelector('cometchat-profile-editor');
    try {
      await until(() => find()?.state !== undefined, 'there is no tag');
      await reach(find() as CometChatProfileEditor, 'ready');
    } finally {
      frame.remove();
    }
  });

  for (const uid of ['undefined', 'null', '{{ user.id }}']) {
    it(`may leave “${uid}” where the uid should stand: on a host’s login`, async () => {
      const { page } = await openHost(sandbox);
      const known = `initial-profile='{"uid":"${uid}","name":"Alice"}'`;
      page.document.body.innerHTML = tagFor(sandbox, `${tokenUrl()} ${known}`);
      await reach(page.editor, 'ready');
    });

    it(`may leave “${uid}” where the uid should stand: what was typed early stays`, async () => {
      const page = await openPage('');
      const known = `initial-profile='{"uid":"${uid}","name":"Alice"}'`;
      page.document.body.innerHTML = tagFor(sandbox, `${tokenUrl()} ${known}`);
      const field = (): Element | null | undefined =>
        page.editor.shadowRoot?.querySelector('#name:enabled');
      await until(() => Boolean(field()), 'there is no field');
      screenOf(page.editor).type('Name', 'Typed early');
      await reach(page.editor, 'ready');
      expect(page.editor.draft.name).to.equal('Typed early');
    });
  }

  it('may give the tag no box, and is lazy all the same', async () => {
    const style = '<style>cometchat-profile-editor { display: contents }</style>';
    const page = await openPage(style + tagFor(sandbox, token('loading="lazy"')));
    await reach(page.editor, 'ready');
  });

  it('keeps the focus that has moved on before a save fails', async () => {
    const { editor, document } = await openPage(tagFor(sandbox));
    await reach(editor, 'ready');
    const input = document.createElement('input');
    document.body.append(input);
    screenOf(editor).type('Photo URL', 'https://photos.sandbox.cometchat.io/missing.png');
    const saving = editor.save();
    input.focus();
    expect(await saving).to.equal(false);
    await editor.updateComplete;
    expect(document.activeElement?.localName).to.equal('input');
    // Its own button, however, leads to what is wrong.
    expect(await editor.save()).to.equal(false);
    await editor.updateComplete;
    expect(document.activeElement).to.equal(editor);
  });

  it('may put back at once what is typed', async () => {
    const { editor } = await openPage(tagFor(sandbox));
    await reach(editor, 'ready');
    const stored = editor.draft.name;
    editor.addEventListener('profile-change', () => editor.reset(), { once: true });
    const changed = nextEvent(editor, 'profile-change');
    screenOf(editor).type('Name', 'Alice Liddell');
    await changed;
    await editor.updateComplete;
    expect(screenOf(editor).textbox('Name').value).to.equal(stored);
  });
});
