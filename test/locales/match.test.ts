import { expect } from '@open-wc/testing';
import { isRightToLeft, matchLanguage } from '../../src/locales/match.js';

const codes = [
  'ar',
  'de',
  'fa',
  'fil',
  'he',
  'id',
  'hr',
  'nb',
  'pa',
  'pt',
  'ro',
  'sr-latn',
  'zh',
  'zh-tw',
  'en-gb',
];

describe('the language for a tag', () => {
  for (const [tag, code] of [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['pt', 'pt'],
    ['pt-PT', 'pt-pt'],
    ['pt-AO', 'pt-pt'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hant-HK', 'zh-tw'],
    ['zh-TW', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
    ['zh-Hant', 'zh-tw'],
    ['zh-SG', 'zh'],
    ['zh-MO', 'zh-tw'],
    ['zh-Hans-HK', 'zh'],
    ['en', 'en-us'],
    ['en-US', 'en-us'],
    ['en-GB', 'en-gb'],
    ['en-AU', 'en-gb'],
    ['en-IN', 'en-gb'],
    ['en-001', 'en-gb'],
    ['en-UK', 'en-gb'],
    ['en-Latn-GB', 'en-gb'],
    ['en-CA', 'en-us'],
    ['en-US-u-va-posix', 'en-us'],
    ['en-x-gb', 'en-us'],
    ['iw', 'he'],
    ['in', 'id'],
    ['no', 'nb'],
    ['nn', 'nb'],
    ['nn-NO', 'nb'],
    ['nb-NO', 'nb'],
    ['mo', 'ro'],
    ['prs', 'fa'],
    ['fa-AF', 'fa'],
    ['arb', 'ar'],
    ['tl', 'fil'],
    ['yue', 'zh-tw'],
    ['yue-Hans', 'zh'],
    ['yue-CN', 'zh'],
    ['cmn', 'zh'],
    ['cmn-TW', 'zh-tw'],
    ['sr', 'sr'],
    ['sr-RS', 'sr'],
    ['sr-BA', 'sr'],
    ['sr-Cyrl', 'sr'],
    ['sr-Cyrl-ME', 'sr'],
    ['sr-Latn', 'sr-latn'],
    ['sr-Latn-RS', 'sr-latn'],
    ['sr-ME', 'sr-latn'],
    ['sh', 'sr-latn'],
    ['cnr', 'sr-latn'],
    ['bs', 'hr'],
    ['bs-Latn-BA', 'hr'],
    ['af', undefined],
    ['pa', 'pa'],
    ['pa-IN', 'pa'],
    ['pa-Guru-IN', 'pa'],
    ['pa-Arab', undefined],
    ['pa-PK', undefined],
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
