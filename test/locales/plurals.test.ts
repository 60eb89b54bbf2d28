import { expect } from '@open-wc/testing';
import { languages, loaders } from '../../src/locales/loaders.js';
import { format } from '../../src/locales/format.js';
import type { Messages } from '../../src/locales/messages.js';
import { texts as english } from '../support/texts.js';
import { removeEditors, showEditor } from '../views/support.js';
import { soon } from './support.js';

const numbers = [0, 1, 2, 3, 5, 11, 21, 100];

const fill = (code: string, text: string, number: number): string =>
  format(text, {
    count: '0',
    limit: String(number),
    plural: new Intl.PluralRules(code).select(number),
  });

async function load(code: string): Promise<Readonly<Messages>> {
  return { ...english, ...(await loaders[code]?.())?.messages };
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
      }
    });

    it(`has every form that there is in ${code}, or none`, async () => {
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      const noun = /\[((?:zero|one|two|few|many|other): [^\]]*)\]/g;
      for (const [key, text] of Object.entries(await load(code))) {
        for (const [, forms] of text.matchAll(noun)) {
          const written = `${forms}`.split(' | ').map((form) => form.split(': ')[0] ?? '');
          expect(written, key).to.have.members(pluralCategories);
        }
      }
    });
  }

  /** What stands for a number, found without the code that is tested. */
  function expected(text: string, language: string, limit: number, count: number): string {
    const category = new Intl.PluralRules(language).select(limit);
    const number = new Intl.NumberFormat(language);
    const noun = /\[(.*)\]/.exec(text)?.[1]?.split(' | ') ?? [];
    const form = noun.find((each) => each.startsWith(`${category}: `))?.slice(category.length + 2);
    return text
      .replace(/\[.*\]/, form ?? '')
      .replace('{limit}', number.format(limit))
      .replace('{count}', number.format(count));
  }

  it('is so in the form, in every language', async () => {
    const { element, screen } = await showEditor();
    const textOf = (selector: string): string =>
      element.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';
    screen.type('Status message', 'a'.repeat(101));
    for (const code of ['en', ...languages]) {
      element.lang = code;
      const form = element.shadowRoot?.querySelector('form') as HTMLFormElement;
      await soon(() => form.lang.toLowerCase() === code, code);
      const { counter, statusTooLong } = await load(code);
      for (const limit of numbers.slice(1)) {
        element.statusMaxLength = limit;
        element.reportValidity();
        await element.updateComplete;
        const message = `${code}, ${limit}`;
        expect(textOf('[part="counter"]'), message).to.equal(expected(counter, code, limit, 101));
        const { shadowRoot } = element;
        const field = shadowRoot?.querySelector('#statusMessage')?.closest('.field');
        const said = field?.querySelector('[part="error"]')?.textContent?.trim();
        expect(said, message).to.equal(expected(statusTooLong, code, limit, 101));
      }
    }
  });

  for (const [code, forms] of Object.entries({
    en: ['characters', 'character', ...Array<string>(6).fill('characters')],
    bg: ['знака', 'знак', ...Array<string>(6).fill('знака')],
    ca: ['caràcters', 'caràcter', ...Array<string>(6).fill('caràcters')],
    cs: ['znaků', 'znak', 'znaky', 'znaky', 'znaků', 'znaků', 'znaků', 'znaků'],
    es: ['caracteres', 'carácter', ...Array<string>(6).fill('caracteres')],
    fi: ['merkkiä', 'merkki', ...Array<string>(6).fill('merkkiä')],
    fr: ['caractère', 'caractère', ...Array<string>(6).fill('caractères')],
    it: ['caratteri', 'carattere', ...Array<string>(6).fill('caratteri')],
    nl: ['tekens', 'teken', ...Array<string>(6).fill('tekens')],
    pt: ['caractere', 'caractere', ...Array<string>(6).fill('caracteres')],
    'pt-pt': ['carateres', 'caráter', ...Array<string>(6).fill('carateres')],
    sk: ['znakov', 'znak', 'znaky', 'znaky', 'znakov', 'znakov', 'znakov', 'znakov'],
    ur: ['حروف', 'حرف', ...Array<string>(6).fill('حروف')],
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
