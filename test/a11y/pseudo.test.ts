import { expect } from '@open-wc/testing';
import { pseudo, pseudoCatalogue } from '../../demo/states-pseudo.js';
import { scenes } from '../../demo/states-scenes.js';
import { texts } from '../support/texts.js';
import { clear, setLook, show } from './support.js';

const pseudoTexts = pseudoCatalogue(texts);

/** What people wrote, and what is the same in every language. */
const isOwnText = (text: string): boolean => text === '✕' || !/\p{L}/u.test(text);

/** Everything that a person reads or hears in an editor. */
function wordsOf(root: ShadowRoot): string[] {
  const words: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest('style, textarea, [dir="auto"], .avatar'))
      words.push(textContent ?? '');
  }
  for (const element of root.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (element.matches('.avatar')) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) {
      words.push(element.getAttribute(name) ?? '');
    }
  }
  return words.map((each) => each.replace(/\s+/g, ' ').trim()).filter((each) => !isOwnText(each));
}

/** What does not come from the pseudo-catalogue. An emoji may stand before a suggestion; a failure has two sentences. */
function untranslated(words: readonly string[]): string[] {
  return words.filter((each) => !/^(?:\p{Emoji}\uFE0F? )?⟦.*⟧$/u.test(each));
}

describe('the pseudo-language', () => {
  afterEach(clear);

  it('is longer, accented and in brackets, and keeps placeholders', () => {
    expect(pseudo('Use at most {limit} characters.')).to.match(/^⟦Ûšé .*\{limit\} .*~⟧$/u);
    expect(pseudo('Save').length).to.be.greaterThan('Save'.length * 1.3);
  });

  it('shows a text that does not', async () => {
    const editor = await show('ready');
    editor.messages = { ...pseudoTexts, discard: 'Throw away' };
    await editor.updateComplete;
    expect(untranslated(wordsOf(editor.shadowRoot as ShadowRoot))).to.deep.equal(['Throw away']);
  });

  for (const { name, title } of scenes) {
    it(`shows that every text comes from the catalogue: ${title}`, async () => {
      await setLook({ name: 'usual' });
      const editor = await show(name);
      editor.messages = pseudoTexts;
      await editor.updateComplete;
      const words = wordsOf(editor.shadowRoot as ShadowRoot);
      expect(words).not.to.deep.equal([]);
      expect(untranslated(words)).to.deep.equal([]);
    });
  }
});
