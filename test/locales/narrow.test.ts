import { expect } from '@open-wc/testing';
import { scenes } from '../../demo/states-scenes.js';
import { languages } from '../../src/locales/loaders.js';
import type { AllMessages } from '../../src/locales/messages.js';
import { clear, setLook, show } from '../a11y/support.js';
import { loadEverything, overflowing, switchTo, unfilled } from './support.js';

describe('320 pixels', () => {
  let catalogues: ReadonlyMap<string, AllMessages>;

  before(async () => {
    catalogues = await loadEverything();
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
    for (const [code, texts] of catalogues) {
      await switchTo(editor, code);
      for (const text of Object.values(texts)) {
        editor.messages = { network: text, tryAgain: text };
        await editor.updateComplete;
        expect(overflowing(editor), `${code}: ${text}`).to.deep.equal([]);
      }
      editor.messages = {};
    }
  });
});
