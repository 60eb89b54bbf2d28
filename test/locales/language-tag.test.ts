import { expect } from '@open-wc/testing';
import { canonicalTag } from '../../src/locales/language-tag.js';

describe('a language tag', () => {
  for (const [written, canonical] of [
    ['de-AT', 'de-AT'],
    ['en_US', 'en-US'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['EN-us', 'en-US'],
    [' de', 'de'],
    ['en-US ', 'en-US'],
    ['en-', 'en'],
    ['en--US', 'en-US'],
    ['de-AT-', 'de-AT'],
    ['en-US.UTF-8', 'en-US'],
    ['de_DE@euro', 'de-DE'],
    ['en-US@posix', 'en-US'],
    ['en,de', 'en'],
    ['en-a', 'en'],
    ['de-DE-1996-x-', 'de-DE-1996'],
    ['zh-cmn-Hans', 'zh-Hans'],
    ['iw', 'he'],
    ['en-UK', 'en-GB'],
    ['pt-x-mtfrom-en', 'pt-x-mtfrom-en'],
  ] as const) {
    it(`“${written}” is ${canonical}`, () => {
      expect(canonicalTag(written)).to.equal(canonical);
    });
  }

  for (const none of [
    ['', ' ', '-', '_', '.UTF-8', 'C', 'x', '*', 'POSIX', 'und', 'und-US', 'mul', 'zxx'],
    ['x-default', 'i-default', '%lang%', '{{ lang }}', '{{lang}}', '<b>', '\0'],
    'a'.repeat(20_000),
    '-a'.repeat(20_000),
  ].flat()) {
    it(`“${none.slice(0, 12)}” is none`, () => {
      expect(canonicalTag(none)).to.equal(undefined);
    });
  }

  it('is always one that Intl takes, or none', () => {
    const parts = ['de', 'EN', 'zh', '_', '-', '.', '@', ' ', 'x', 'a', '1996', 'Latn', 'UTF-8'];
    for (const a of parts) {
      for (const b of parts) {
        for (const c of parts) {
          const tag = canonicalTag(`${a}${b}${c}`);
          expect(() => new Intl.NumberFormat(tag), `${a}${b}${c}`).not.to.throw();
        }
      }
    }
  });
});
