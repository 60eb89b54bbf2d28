import { expect } from '@open-wc/testing';
import { enPhoto } from '../../src/locales/en-us-photo.js';
import { languages, loaders } from '../../src/locales/loaders.js';
import { isRightToLeft } from '../../src/locales/match.js';
import { loadPhotoMessages } from '../../src/locales/photo-loaders.js';
import { texts as english } from '../support/texts.js';

/** Words that are the same in English, by language. */
const cognates: Readonly<Record<string, readonly string[]>> = {
  ca: ['cropZoom'],
  da: ['cropZoom'],
  de: ['cropZoom', 'name'],
  es: ['cropZoom'],
  fr: ['cropZoom', 'presets'],
  id: ['cropZoom'],
  it: ['cropZoom'],
  nb: ['cropZoom'],
  nl: ['cameraPreview', 'cropZoom'],
  pt: ['cropZoom'],
  'pt-pt': ['cropZoom'],
  ro: ['cropZoom'],
  sv: ['cropZoom'],
};

/** The writing of the languages that do not use the Latin one. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  bn: /\p{Script=Bengali}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  gu: /\p{Script=Gujarati}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  kn: /\p{Script=Kannada}/u,
  ko: /\p{Script=Hangul}/u,
  ml: /\p{Script=Malayalam}/u,
  mr: /\p{Script=Devanagari}/u,
  pa: /\p{Script=Gurmukhi}/u,
  ru: /\p{Script=Cyrillic}/u,
  sr: /\p{Script=Cyrillic}/u,
  ta: /\p{Script=Tamil}/u,
  te: /\p{Script=Telugu}/u,
  th: /\p{Script=Thai}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
  'zh-tw': /\p{Script=Han}/u,
};

const englishTexts: Readonly<Record<string, string>> = { ...english, ...enPhoto };
const codes = [...languages].sort();

async function load(code: string): Promise<Readonly<Record<string, string>>> {
  const form = await loaders[code]?.();
  const whole = code === 'en-gb' ? english : {};
  return { ...whole, ...form?.messages, ...(await loadPhotoMessages(code)).messages };
}

/** The keys of the texts for which something holds. */
const keysWhere = (
  texts: Readonly<Record<string, string>>,
  holds: (text: string, key: string) => boolean,
): string[] =>
  Object.entries(texts)
    .filter(([key, text]) => holds(text, key))
    .map(([key]) => key)
    .sort();

describe('the languages', () => {
  it('write from right to left in the scripts that do', () => {
    const scriptsToTheLeft = codes.filter((code) => /Arabic|Hebrew/.test(`${scripts[code]}`));
    expect(codes.filter((code) => isRightToLeft(code))).to.deep.equal(scriptsToTheLeft);
  });
});

for (const code of codes) {
  describe(`the texts in ${code}`, () => {
    let texts: Readonly<Record<string, string>>;

    before(async () => {
      texts = await load(code);
    });

    it('are as many as the English ones, none of them empty', () => {
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(englishTexts).sort());
      expect(keysWhere(texts, (text) => text.trim() !== text || text === '')).to.deep.equal([]);
    });

    if (code !== 'en-gb') {
      it('are translated', () => {
        const same = keysWhere(texts, (text, key) => text === englishTexts[key]);
        expect(same).to.deep.equal(cognates[code] ?? []);
      });
    }

    it('have the quotes, apostrophes and ellipses of print', () => {
      expect(keysWhere(texts, (text) => /["'`]|\.\.\./.test(text))).to.deep.equal([]);
    });

    const script = scripts[code];
    if (script) {
      it('are in the script of the language', () => {
        expect(keysWhere(texts, (text) => !script.test(text))).to.deep.equal([]);
      });
    }

    it('leave directions to the code, which isolates every foreign value', () => {
      expect(keysWhere(texts, (text) => /[\u2066-\u2069\u202A-\u202E]/.test(text))).to.deep.equal(
        [],
      );
    });

    if (isRightToLeft(code)) {
      it('keep an address that ends in slashes in order', () => {
        expect(keysWhere(texts, (text) => /https:\/\/(?![\w\u200E])/.test(text))).to.deep.equal([]);
      });
    }
  });
}
