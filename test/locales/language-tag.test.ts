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
    ['en_US.UTF-8@x', 'en-US'],
    ['sr_RS.UTF-8@latin', 'sr-Latn'],
    ['sr@latin', 'sr-Latn'],
    ['sr_Latn_RS', 'sr-Latn-RS'],
    ['ca_ES.UTF-8@valencia', 'ca-ES'],
    ['no_NO.ISO-8859-15', 'no-NO'],
    ['ZH-hant-hk', 'zh-Hant-HK'],
    ['zh-CN-u-nu-hanidec', 'zh-CN-u-nu-hanidec'],
    ['zh-yue-HK', 'yue-HK'],
    ['tgl', 'fil'],
    [`de-${'abcdefgh-'.repeat(22)}`, 'de-abcdefgh'],
    [`de${'-'.repeat(198)}`, 'de'],
  ] as const) {
    it(`“${written}” is ${canonical}`, () => {
      expect(canonicalTag(written)).to.equal(canonical);
    });
  }

  for (const none of [
    ['', ' ', '-', '_', '.UTF-8', 'C', 'x', '*', 'POSIX', 'und', 'und-US', 'mul', 'zxx'],
    ['x-klingon', 'i-klingon', 'C.UTF-8', 'mis', 'root', 'a'.repeat(200), '@latin'],
    ['x-default', 'i-default', '%lang%', '{{ lang }}', '{{lang}}', '<b>', '\0'],
    'a'.repeat(20_000),
    '-a'.repeat(20_000),
    '_'.repeat(200),
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
