import { expect, waitUntil } from '@open-wc/testing';
import { Localizer } from '../../src/locales/localizer.js';
import { loadPhotoMessages } from '../../src/locales/photo-loaders.js';

describe('the language of the page', () => {
  const running: Localizer[] = [];

  afterEach(() => {
    for (const each of running.splice(0)) each.stop();
    document.body.replaceChildren();
  });

  async function start(html: string): Promise<Localizer> {
    document.body.innerHTML = html;
    const place = document.querySelector('#here') as HTMLElement;
    const inner = place.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    const localizer = new Localizer(inner, () => undefined);
    running.push(localizer);
    await localizer.start();
    return localizer;
  }

  it('is the nearest one, through shadow roots', async () => {
    const localizer = await start(
      '<div lang="fr"><div lang="de-AT"><section id="here"></section></div></div>',
    );
    expect(localizer.language).to.equal('de-AT');
    expect(localizer.texts?.name).to.equal('Name');
    expect(localizer.texts?.save).to.not.equal('Save changes');
  });

  it('is followed when it changes', async () => {
    const localizer = await start('<div lang="de"><section id="here"></section></div>');
    document.querySelector('[lang]')?.setAttribute('lang', 'ar');
    await waitUntil(() => localizer.language === 'ar');
    expect(localizer.dir).to.equal('rtl');
    document.querySelector('[lang]')?.setAttribute('dir', 'ltr');
    await waitUntil(() => localizer.dir === undefined, 'the page says the direction itself');
    document.querySelector('[lang]')?.setAttribute('lang', 'en');
    await waitUntil(() => localizer.texts === undefined);
    expect(localizer.language).to.equal('en');
  });

  it('is English where the texts are missing', async () => {
    const localizer = await start('<div lang="sw"><section id="here"></section></div>');
    expect(localizer.texts).to.equal(undefined);
    expect(localizer.language).to.equal('en');
  });

  it('is the browser’s where the page says none', async () => {
    const { lang } = document.documentElement;
    document.documentElement.removeAttribute('lang');
    try {
      const localizer = await start('<section id="here"></section>');
      // WebKitGTK says `C` where the system has no language set: no catalogue is for that.
      const isNone = navigator.languages.join() === 'C';
      expect(isNone ? ['en'] : navigator.languages).to.include(localizer.language);
      expect(localizer.dir).to.equal('ltr');
    } finally {
      document.documentElement.lang = lang;
    }
  });

  it('is the dialogs’ too', async () => {
    expect((await loadPhotoMessages('de')).cropTitle).to.not.equal('Crop photo');
    expect((await loadPhotoMessages('sw')).cropTitle).to.equal('Crop photo');
  });
});
