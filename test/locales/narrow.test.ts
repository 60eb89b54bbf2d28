import { expect, waitUntil } from '@open-wc/testing';
import { modalScenes } from '../../demo/states-dialogs.js';
import { scenes } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { languages, loaders } from '../../src/locales/loaders.js';
import { loadPhotoMessages } from '../../src/locales/photo-loaders.js';
import { clear, setLook, show } from '../a11y/support.js';

/** What sticks out of the editor's box, or of the dialog's. */
function overflowing({ shadowRoot }: CometChatProfileEditor): string[] {
  const box = shadowRoot?.querySelector('dialog[open]') ?? shadowRoot?.querySelector('form');
  const { left, right } = (box as Element).getBoundingClientRect();
  return [...((box as Element).querySelectorAll<HTMLElement>('*') ?? [])]
    .filter((each) => !each.closest('.spoken, .chips, canvas, progress, svg'))
    .filter((each) => {
      const rect = each.getBoundingClientRect();
      return rect.width > 0 && (rect.left < left - 1 || rect.right > right + 1);
    })
    .map((each) => `${each.tagName} ${each.textContent.trim().slice(0, 60)}`);
}

/** What is said or shown with a placeholder that nobody filled in. */
function unfilled({ shadowRoot }: CometChatProfileEditor): string[] {
  const labels = [...(shadowRoot?.querySelectorAll('[aria-label]') ?? [])];
  const words = labels.map((each) => each.getAttribute('aria-label') ?? '');
  return [shadowRoot?.textContent ?? '', ...words].flatMap((text) => text.match(/\{\w+\}/g) ?? []);
}

/** Puts the page into a language whose texts are there already, and waits for the editor. */
async function switchTo(editor: CometChatProfileEditor, code: string): Promise<void> {
  document.documentElement.lang = code;
  const form = editor.shadowRoot?.querySelector('form');
  await waitUntil(() => form?.lang.toLowerCase() === code, code);
}

describe('320 pixels', () => {
  before(async () => {
    for (const code of languages) await loaders[code]?.();
  });
  afterEach(clear);

  for (const { name, title } of scenes) {
    it(`are enough for every language: ${title}`, async () => {
      // In English, an editor that is still loading has no other languages yet.
      await setLook({ name: 'usual', lang: 'fr' });
      document.documentElement.removeAttribute('dir');
      const editor = await show(name, '320px');
      for (const code of languages) {
        await switchTo(editor, code);
        expect(overflowing(editor), code).to.deep.equal([]);
        expect(unfilled(editor), code).to.deep.equal([]);
      }
    });
  }

  it('are enough for every single text', async () => {
    await setLook({ name: 'usual' });
    document.documentElement.removeAttribute('dir');
    const editor = await show('load-failed', '320px');
    for (const code of languages) {
      const form = await loaders[code]?.();
      const { messages } = await loadPhotoMessages(code);
      await switchTo(editor, code);
      for (const text of [...Object.values(form?.messages ?? {}), ...Object.values(messages)]) {
        editor.messages = { network: text, tryAgain: text };
        await editor.updateComplete;
        expect(overflowing(editor), `${code}: ${text}`).to.deep.equal([]);
      }
      editor.messages = {};
    }
  });

  for (const { name, title } of modalScenes) {
    it(`are enough for the dialogs in the longest languages: ${title}`, async () => {
      for (const code of ['de', 'el', 'pl', 'tr', 'ar', 'ja', 'ml', 'ta']) {
        await setLook({ name: code, lang: code });
        document.documentElement.removeAttribute('dir');
        const editor = await show(name, '320px');
        const dialog = editor.shadowRoot?.querySelector<HTMLDialogElement>('dialog');
        await waitUntil(() => dialog?.open, code);
        if (dialog) dialog.style.inlineSize = '320px';
        expect(overflowing(editor), code).to.deep.equal([]);
        expect(unfilled(editor), code).to.deep.equal([]);
        await clear();
      }
    });
  }
});
