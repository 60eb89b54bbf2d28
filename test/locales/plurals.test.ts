import { expect } from '@open-wc/testing';
import { languages, loaders } from '../../src/locales/loaders.js';
import { format } from '../../src/locales/format.js';
import type { Messages } from '../../src/locales/messages.js';
import { removeEditors, showEditor } from '../views/support.js';
import { texts as english } from '../support/texts.js';

const numbers = [0, 1, 2, 3, 5, 11, 21, 100];

const fill = (code: string, text: string, number: number): string =>
  format(text, {
    count: '0',
    limit: String(number),
    plural: new Intl.PluralRules(code).select(number),
  });

async function load(code: string): Promise<Readonly<Messages>> {
  return (await loaders[code]?.())?.messages ?? english;
}

describe('a number beside a noun', () => {
  afterEach(removeEditors);

  for (const code of ['en', ...languages]) {
    it(`has its form in ${code}`, async () => {
      const { counter, statusTooLong } = await load(code);
      for (const text of [counter, statusTooLong]) {
        for (const number of numbers) {
          const filled = fill(code, text, number);
          expect(filled, `${number}`).to.contain(String(number));
          expect(filled, `${number}`).not.to.match(/[[\]|{}]|\w+: \w+ \|/);
        }
        // Every form that is written is one that the language has.
        const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
        for (const [, category] of text.matchAll(/(?:\[| \| )(\w+): /g)) {
          expect(pluralCategories).to.include(category);
        }
      }
    });
  }

  for (const [code, forms] of Object.entries({
    en: ['characters', 'character', ...Array<string>(6).fill('characters')],
    fr: ['caractère', 'caractère', ...Array<string>(6).fill('caractères')],
    cs: ['znaků', 'znak', 'znaky', 'znaky', 'znaků', 'znaků', 'znaků', 'znaků'],
    sk: ['znakov', 'znak', 'znaky', 'znaky', 'znakov', 'znakov', 'znakov', 'znakov'],
    bg: ['знака', 'знак', ...Array<string>(6).fill('знака')],
  })) {
    it(`is said as people say it in ${code}`, async () => {
      const { statusTooLong } = await load(code);
      const said = numbers.map((number) => fill(code, statusTooLong, number));
      expect(said.map((text) => /\d+ (\p{L}+)/u.exec(text)?.[1])).to.deep.equal(forms);
    });
  }

  it('is so in the form', async () => {
    const { element, screen } = await showEditor({ 'status-max-length': '1' });
    screen.type('Status message', 'ab');
    element.reportValidity();
    await element.updateComplete;
    expect(screen.description('Status message')).to.contain('Use 1 character or fewer.');
    const counter = element.shadowRoot?.querySelector('[part="counter"]');
    expect(counter?.textContent?.trim()).to.equal('2 of 1 character');
  });

  it('leaves brackets alone that are none of forms', () => {
    expect(format('[{limit}] [optional] [a: b]', { limit: '[one: 1]' })).to.equal(
      '[[one: 1]] [optional] [a: b]',
    );
  });
});
