import { expect } from '@open-wc/testing';
import { scenes } from '../../demo/states-scenes.js';
import type { AllMessages, MessageKey } from '../../src/locales/messages.js';
import { clear, setLook, show } from '../a11y/support.js';
import { texts as english } from '../support/texts.js';
import { loadEverything, overflowing, placesOf, switchTo, unfilled } from './support.js';

/** Texts that no state has, each in a place that has one of its kind. */
const others: readonly (readonly [
  scene: string,
  place: MessageKey,
  texts: readonly MessageKey[],
])[] = [
  ['invalid', 'nameRequired', ['nameInvisible', 'nameTooLong', 'unsafeCharacters']],
  ['invalid', 'photoNotHttps', ['photoNotUrl', 'photoHasCredentials', 'photoTooLong']],
  // The state that has it may be looked at before the photo has failed.
  ['invalid', 'photoNotHttps', ['photoNotImage']],
  ['saving', 'saving', ['waitingPage', 'waitingPhoto']],
  ['signed-out', 'endedLoggedOut', ['endedOtherUser', 'session-expired']],
  ['photo-menu', 'uploadPhoto', ['editPhoto']],
  ['photo-removed', 'photoRemoved', ['photoChanged']],
  [
    'load-failed',
    'network',
    [
      'offline',
      'not-applied',
      'storage-unavailable',
      'sdk-unavailable',
      'no-token',
      'invalid-credentials',
      'session-conflict',
      'timeout',
      'rate-limited',
      'image-unreadable',
      'image-too-large',
      'vetoed',
      'unknown',
    ],
  ],
];

/** What a text looks like once its placeholders are filled in; `isApart` where no letter is beside it. */
function patternOf(text: string, isApart = false): RegExp {
  const escaped = text.replace(/\[(?:\w+: .*)\]/g, '{noun}').replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const pattern = escaped.replace(/\{\w+\}/g, '.+');
  return new RegExp(isApart ? `(?<!\\p{L})${pattern}(?!\\p{L})` : pattern, 'su');
}

describe('320 pixels', () => {
  let catalogues: ReadonlyMap<string, AllMessages>;
  const met = new Set<string>(others.flatMap(([, , keys]) => keys));

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
      for (const [code, texts] of catalogues) {
        await switchTo(editor, code);
        expect(overflowing(editor), code).to.deep.equal([]);
        expect(unfilled(editor), code).to.deep.equal([]);
        if (code !== 'de') continue;
        const all = placesOf(editor).map(([, text]) => text);
        for (const key of Object.keys(english) as MessageKey[]) {
          if (all.some((text) => patternOf(texts[key], true).test(text))) met.add(key);
        }
      }
    });
  }

  for (const [scene, place, keys] of others) {
    it(`are enough for what may stand in other words: ${scene}, ${place}`, async () => {
      await setLook({ name: 'usual', lang: 'fr' });
      document.documentElement.removeAttribute('dir');
      const editor = await show(scene, '320px');
      for (const [code, texts] of catalogues) {
        await switchTo(editor, code);
        for (const key of keys) {
          editor.messages = { [place]: texts[key] };
          await editor.updateComplete;
          const shown = placesOf(editor).some(([, text]) => patternOf(texts[key]).test(text));
          expect(shown, `${code}: ${texts[key]}`).to.equal(true);
          expect(overflowing(editor), `${code}: ${texts[key]}`).to.deep.equal([]);
        }
        editor.messages = {};
      }
    });
  }

  it('were tried with every text of the form', () => {
    expect(Object.keys(english).filter((key) => !met.has(key))).to.deep.equal([]);
  });

  it('are enough for a page’s own words, however long', async () => {
    await setLook({ name: 'usual', lang: 'fr' });
    for (const scene of ['invalid', 'conflict', 'save-failed', 'edited']) {
      const editor = await show(scene, '320px');
      const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
      editor.messages = {
        nameRequired: long,
        conflict: long,
        failedSave: long,
        unsavedChanges: long,
      };
      await editor.updateComplete;
      expect(editor.shadowRoot?.textContent, scene).to.include(long);
      expect(overflowing(editor), scene).to.deep.equal([]);
    }
  });

  it('are enough for every single text as a sentence, and on a button', async () => {
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
