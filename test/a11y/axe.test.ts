import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import 'axe-core/axe.min.js';
import { modalScenes } from '../../demo/states-dialogs.js';
import { scenes } from '../../demo/states-scenes.js';
import { until } from '../support/page.js';
import { clear, emulate, setLook, show, type Look } from './support.js';

declare const axe: { run(context: Element | Document, options: RunOptions): Promise<AxeResults> };

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const options: RunOptions = {
  runOnly: tags,
  resultTypes: ['violations'],
  rules: {
    'target-size': { enabled: true },
    // The test page is none that people read from top to bottom.
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
  },
};

const looks: readonly Look[] = [
  { name: 'light, left to right', scheme: 'light' },
  { name: 'light, right to left', scheme: 'light', lang: 'ar', dir: 'rtl' },
  { name: 'dark, left to right', scheme: 'dark' },
  { name: 'dark, right to left', scheme: 'dark', lang: 'ar', dir: 'rtl' },
];

/** What axe finds, one line for each element. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`),
  );
}

describe('axe, in every state', () => {
  afterEach(async () => {
    // With no features at all Chromium would go on painting backgrounds in forced colours.
    await emulate({ 'forced-colors': 'none' });
    await clear();
  });

  for (const scene of scenes) {
    it(`finds nothing: ${scene.title}`, async function () {
      this.timeout(40_000);
      await show(scene);
      for (const look of looks) {
        await setLook(look);
        expect(await violations(), look.name).to.deep.equal([]);
      }
      if (!(await emulate({ 'forced-colors': 'active' }))) return;
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      for (const look of looks.slice(0, 2)) {
        await setLook(look);
        expect(await violations(), `forced colours, ${look.name}`).to.deep.equal([]);
      }
    });
  }

  for (const scene of modalScenes) {
    it(`finds nothing in a dialog: ${scene.title}`, async function () {
      this.timeout(40_000);
      for (const colours of ['none', 'active']) {
        if (!(await emulate({ 'forced-colors': colours })) && colours === 'active') return;
        for (const look of colours === 'active' ? looks.slice(0, 2) : looks) {
          // A dialog speaks the language in which it was opened.
          await setLook(look);
          const editor = await show(scene);
          const dialog = editor.shadowRoot?.querySelector('dialog');
          expect([dialog?.lang, dialog?.dir]).to.deep.equal([look.lang ?? 'en', look.dir ?? 'ltr']);
          expect(await violations(), `${look.name}, forced colours: ${colours}`).to.deep.equal([]);
          await clear();
        }
      }
    });
  }

  it('finds nothing while a language is there before the profile', async () => {
    await setLook({ name: 'Arabic', lang: 'ar', dir: 'rtl' });
    const editor = await show('connecting');
    await until(
      () => editor.shadowRoot?.querySelector('.chip') !== null,
      'the suggestions do not come',
    );
    expect(await violations()).to.deep.equal([]);
  });

  it('finds what it is there to find', async () => {
    const editor = await show('ready');
    editor.style.setProperty('--cometchat-profile-editor-text', '#ccc');
    await setLook({ name: 'light' });
    expect((await violations()).join('\n')).to.include('color-contrast');
  });
});
