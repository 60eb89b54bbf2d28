import { expect } from '@open-wc/testing';
import { isRightToLeft, matchLanguage } from '../../src/locales/match.js';

const codes = ['de', 'he', 'id', 'nb', 'pt', 'zh', 'zh-tw', 'en-gb'];

describe('the language for a tag', () => {
  for (const [tag, code] of [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['pt-BR', 'pt'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hant-HK', 'zh-tw'],
    ['zh-TW', 'zh-tw'],
    ['zh-MO', 'zh-tw'],
    ['zh-Hans-HK', 'zh'],
    ['en', 'en-us'],
    ['en-US', 'en-us'],
    ['en-GB', 'en-gb'],
    ['en-AU', 'en-gb'],
    ['iw', 'he'],
    ['in', 'id'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['sw', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${code ?? 'none'} for “${tag}”`, () => {
      expect(matchLanguage(tag, codes)).to.equal(code);
    });
  }

  it('is written from right to left where it is', () => {
    expect(['ar', 'fa', 'he', 'ur'].every(isRightToLeft)).to.equal(true);
    expect(['de', 'en-us', 'zh'].some(isRightToLeft)).to.equal(false);
  });
});
