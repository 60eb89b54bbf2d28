import { expect, waitUntil } from '@open-wc/testing';
import { modalScenes } from '../../demo/states-dialogs.js';
import { scenes } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { canonicalTag } from '../../src/locales/language-tag.js';
import { languages, loaders } from '../../src/locales/loaders.js';
import { matchLanguage } from '../../src/locales/match.js';
import { clear, setLook, show } from '../a11y/support.js';
import { soon } from './support.js';

/** What pages have been seen to say, and what they may come to say. */
const tags = [
  ['en_US', 'de_DE', 'pt_BR', 'zh_CN', 'he_IL', 'fa_IR', 'en-', 'en--US', 'de-', 'de-AT-'],
  ['en-US ', 'de-DE@euro', 'en-a', 'de-DE-1996-x-', 'en-US', ' de', 'x', '*', 'C', 'POSIX'],
  ['%lang%', '{{ lang }}', '"><img src=x onerror=alert(1)>', 'a'.repeat(20_000), '\0', 'en,de'],
  ['english', 'und', 'i-default', 'constructor', '__proto__', 'toString'],
  ['zh_TW', 'no_NO', 'zh_Hant_TW', 'en-US@posix', 'en-US.UTF-8', 'auto', 'EN-us'],
  ['pt-x-mtfrom-en', 'zh-cmn-Hans', 'ar-EG-u-nu-arab', 'nn', 'yue-HK', 'sr-Latn-RS', 'bs', 'af'],
  ['x-klingon', 'i-klingon', 'ZH-hant-hk', 'zh-CN-u-nu-hanidec', 'en_US.UTF-8@x', ''],
  ['sr_RS.UTF-8@latin', 'a'.repeat(200), `de-${'abcdefgh-'.repeat(22)}`, 'iw_IL.utf8', 'prs_AF'],
].flat();

/** Which of the places that hold words hold any. */
function filledPlaces({ shadowRoot }: CometChatProfileEditor): string[] {
  const places =
    shadowRoot?.querySelectorAll(
      '[role]:not(.avatar), [part]:not(.avatar), button, label, dialog p, h2',
    ) ?? [];
  return [...places].map((place) => {
    const { textContent } = place;
    return `${place.tagName} ${place.getAttribute('part')} ${/\p{L}/u.test(textContent)}`;
  });
}

const formOf = ({ shadowRoot }: CometChatProfileEditor): HTMLFormElement =>
  shadowRoot?.querySelector('form') as HTMLFormElement;

describe('a page in a language of any spelling', () => {
  before(async () => {
    for (const tag of tags)
      await loaders[matchLanguage(canonicalTag(tag) ?? '', languages) ?? '']?.();
  });
  afterEach(clear);

  for (const { name, title } of scenes) {
    it(`has every word of the form: ${title}`, async () => {
      // In English, an editor that is still loading has no other languages yet.
      await setLook({ name: 'usual', lang: 'de' });
      const editor = await show(name);
      const images = [...(editor.shadowRoot?.querySelectorAll('img') ?? [])];
      await waitUntil(() => images.every(({ complete }) => complete));
      // What a save waits for is said a little after it has begun.
      const isWaiting = ['offline', 'rate-limited', 'uploading'].includes(name);
      const hasCancel = (): boolean =>
        editor.shadowRoot?.querySelector('.aside > button:not([part])') !== null;
      await waitUntil(() => hasCancel() || !isWaiting);
      await editor.updateComplete;
      const places = filledPlaces(editor);
      for (const tag of tags) {
        document.documentElement.lang = tag;
        const code = matchLanguage(canonicalTag(tag) ?? '', languages) ?? 'en';
        await soon(() => formOf(editor).lang.slice(0, 2) === code.slice(0, 2), tag);
        expect(filledPlaces(editor), tag).to.deep.equal(places);
        expect(Intl.getCanonicalLocales(formOf(editor).lang)[0], tag).to.equal(formOf(editor).lang);
      }
    });
  }

  it('opens the photo dialogs', async () => {
    const cropping = modalScenes.find(({ name }) => name === 'cropping');
    for (const tag of ['en_US', 'pt_BR', 'de-', '{{ lang }}']) {
      await setLook({ name: tag, lang: tag });
      const editor = await show(cropping ?? 'cropping');
      const dialog = editor.shadowRoot?.querySelector('dialog');
      await waitUntil(() => dialog?.open, tag);
      expect(dialog?.querySelector('h2')?.textContent, tag).to.match(/\p{L}/u);
      await clear();
    }
  });
});
