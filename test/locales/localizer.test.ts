import { expect, waitUntil } from '@open-wc/testing';
import { Localizer, type LoadTexts } from '../../src/locales/localizer.js';
import { loadPhotoMessages } from '../../src/locales/photo-loaders.js';

describe('the language of the page', () => {
  const running: Localizer[] = [];

  afterEach(() => {
    for (const each of running.splice(0)) each.stop();
    document.body.replaceChildren();
  });

  async function start(html: string, load?: LoadTexts): Promise<Localizer> {
    document.body.innerHTML = html;
    const place = document.querySelector('#here') as HTMLElement;
    const inner = place.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    const localizer = new Localizer(inner, () => undefined, load);
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
    await waitUntil(() => localizer.dir === 'ltr', 'the page says the direction itself');
    document.querySelector('[lang]')?.setAttribute('lang', 'en');
    await waitUntil(() => localizer.texts === undefined);
    expect(localizer.language).to.equal('en');
  });

  it('is English where the texts are missing', async () => {
    const localizer = await start('<div lang="af"><section id="here"></section></div>');
    expect(localizer.texts).to.equal(undefined);
    expect(localizer.language).to.equal('en');
  });

  it('is the one that is shown, in a form that Intl takes', async () => {
    const shown = {
      de_AT: 'de-AT',
      'nn-NO': 'nb',
      'yue-HK': 'zh-TW',
      'en-US.UTF-8': 'en-US',
      iw: 'he',
      'sr-RS': 'sr-RS',
      sr_Latn_RS: 'sr-Latn-RS',
      'sr-ME': 'sr-ME',
      sh: 'sr-Latn',
      'bs-BA': 'hr',
      'sr_RS.UTF-8@latin': 'sr-Latn',
      'ZH-hant-hk': 'zh-Hant-HK',
      'zh-CN-u-nu-hanidec': 'zh-CN-u-nu-hanidec',
      'en_US.UTF-8@x': 'en-US',
      tl_PH: 'fil-PH',
      in: 'id',
      prs_AF: 'fa-AF',
      no_NO: 'nb',
    };
    const found: [string, string][] = [];
    for (const tag of Object.keys(shown)) {
      const { language } = await start(`<div lang="${tag}"><section id="here"></section></div>`);
      found.push([tag, language]);
    }
    expect(Object.fromEntries(found)).to.deep.equal(shown);
  });

  it('is English, from left to right, while its texts cannot be fetched, and is tried again', async () => {
    let isOnline = false;
    let tries = 0;
    const load: LoadTexts = async () => {
      tries += 1;
      if (!isOnline) throw new TypeError('Failed to fetch');
      return { save: 'حفظ' };
    };
    const page = '<div lang="ar" dir="rtl"><section id="here"></section></div>';
    const localizer = await start(page, load);
    const shown = (): unknown[] => [localizer.language, localizer.dir, localizer.texts?.save];
    expect(shown()).to.deep.equal(['en', 'ltr', undefined]);
    dispatchEvent(new Event('online'));
    await waitUntil(() => tries === 2);
    expect(shown(), 'fails again').to.deep.equal(['en', 'ltr', undefined]);
    isOnline = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => localizer.texts);
    expect(shown()).to.deep.equal(['ar', 'rtl', 'حفظ']);
    dispatchEvent(new Event('online'));
    await localizer.follow();
    expect(tries, 'what is there is not fetched again').to.equal(3);
  });

  it('is asked for again where the element comes back', async () => {
    let tries = 0;
    const load: LoadTexts = () => {
      tries += 1;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const localizer = await start('<div lang="de"><section id="here"></section></div>', load);
    localizer.stop();
    dispatchEvent(new Event('online'));
    expect(tries, 'not for an element that is gone').to.equal(1);
    await localizer.start();
    expect(tries).to.equal(2);
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
    expect((await loadPhotoMessages('de')).messages.cropTitle).to.not.equal('Crop photo');
    expect((await loadPhotoMessages('af')).messages.cropTitle).to.equal('Crop photo');
  });
});
