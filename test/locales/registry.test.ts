import { expect, waitUntil } from '@open-wc/testing';
import { modalScenes } from '../../demo/states-dialogs.js';
import type { Scene } from '../../demo/states-scenes.js';
import { registerLanguage, type AllMessages } from '../../src/index.js';
import { clear, setLook, show } from '../a11y/support.js';
import { takeProblems } from '../support/guard.js';
import { removeEditors, showEditor } from '../views/support.js';

describe('a language that the page brings', () => {
  afterEach(removeEditors);
  afterEach(clear);

  const formOf = (element: Element): HTMLFormElement =>
    element.shadowRoot?.querySelector('form') as HTMLFormElement;

  it('is shown, completed from English, and followed by editors that are there', async () => {
    const { element, screen } = await showEditor();
    element.lang = 'af-ZA';
    await element.updateComplete;
    expect(formOf(element).lang).to.equal('en');
    registerLanguage('af', {
      save: 'Stoor veranderinge',
      statusTooLong: 'Gebruik hoogstens {limit} karakters.',
    });
    await waitUntil(() => screen.hasButton('Stoor veranderinge'));
    expect(formOf(element).lang).to.equal('af-ZA');
    expect(() => screen.textbox('Name'), 'what is missing is English').not.to.throw();
    element.statusMaxLength = 2;
    screen.type('Status message', 'abc');
    element.reportValidity();
    await element.updateComplete;
    expect(screen.description('Status message')).to.contain('Gebruik hoogstens 2 karakters.');
  });

  it('may be written from right to left', async () => {
    registerLanguage('ps', { save: 'بدلونونه خوندي کړئ' });
    const { element, screen } = await showEditor();
    element.lang = 'ps';
    await waitUntil(() => screen.hasButton('بدلونونه خوندي کړئ'));
    expect(formOf(element).dir).to.equal('rtl');
  });

  it('may correct one that is there, for one country alone', async () => {
    registerLanguage('de_CH', { discard: 'Änderungen wegwerfen' });
    const { element, screen } = await showEditor();
    screen.type('Name', 'Ann');
    element.lang = 'de-CH';
    await waitUntil(() => screen.hasButton('Änderungen wegwerfen'));
    expect(screen.hasButton('Änderungen speichern')).to.equal(true);
    element.lang = 'de-AT';
    await waitUntil(() => screen.hasButton('Änderungen verwerfen'));
  });

  it('may correct one that is there, which a country or a script has of its own', async () => {
    registerLanguage('pt', { save: 'Atualizar perfil' });
    registerLanguage('sr', { tryAgain: 'Опет' });
    const { element, screen } = await showEditor();
    screen.type('Name', 'Ann');
    element.lang = 'pt-PT';
    await waitUntil(() => screen.hasButton('Atualizar perfil'));
    expect(screen.hasButton('Rejeitar alterações')).to.equal(true);
    element.lang = 'sr-Latn';
    await waitUntil(() => screen.hasButton('Sačuvaj promene'));
    expect(formOf(element).lang).to.equal('sr-Latn');
  });

  it('has the words of the photo dialogs, and so have the page’s own texts', async () => {
    registerLanguage('af', { cropTitle: 'Snoei foto', cropUse: 'Gebruik foto' });
    await setLook({ name: 'af', lang: 'af' });
    const heading = (element: Element): string | undefined =>
      element.shadowRoot?.querySelector('dialog h2')?.textContent.trim();
    const cropping = modalScenes.find(({ name }) => name === 'cropping');
    const first = await show('cropping');
    expect(heading(first)).to.equal('Snoei foto');
    expect(first.shadowRoot?.querySelector('dialog')?.textContent).to.contain('Gebruik foto');
    first.remove();
    await setLook({ name: 'usual' });
    const messages = { cropTitle: 'Your best side' };
    const properties = { ...cropping?.properties, messages };
    const second = await show({ ...(cropping as Scene), properties });
    expect(heading(second)).to.equal('Your best side');
    expect(second.shadowRoot?.querySelector('dialog')?.textContent).to.contain('Use photo');
  });

  it('is refused in words where it is none', () => {
    for (const code of ['', '{{lang}}', 'und']) {
      expect(() => registerLanguage(code, {}), code).to.throw(TypeError, 'no language tag');
    }
    for (const messages of [null, undefined, 'texts']) {
      expect(() => registerLanguage('af', messages as unknown as AllMessages)).to.throw(TypeError);
    }
    registerLanguage('tlh', { save: 5 as unknown as string });
    expect(takeProblems()).to.deep.equal([]);
  });
});
