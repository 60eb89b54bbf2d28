import { expect } from '@open-wc/testing';
import { dropOn } from '../../demo/sample-photo.js';
import { never, scenes, type Scene } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { isolate } from '../../src/locales/isolate.js';
import { matchLanguage } from '../../src/locales/match.js';
import { languages } from '../../src/locales/loaders.js';
import type { AllMessages } from '../../src/locales/messages.js';
import { clear, setLook, show } from '../a11y/support.js';
import { takeProblems } from '../support/guard.js';
import { loadEverything, placesOf, soon, switchTo } from './support.js';

/** What turns every text after it around, unless it is kept to itself. */
const evil = '\u202Eevil';
const evilUrl = 'https://example.com/\u05d0.png';

/** Where a foreign value stands among words of ours, without the marks that keep its direction to itself. */
function exposed(editor: CometChatProfileEditor, value: string): string[] {
  return placesOf(editor)
    .filter(([element]) => !element.closest('[dir="auto"]'))
    .map(([, text]) => text.replaceAll(isolate(value), ''))
    .filter((text) => text.includes(value) && /\p{L}/u.test(text.replaceAll(value, '')));
}

/** Where it stands with them. */
const isolated = (editor: CometChatProfileEditor, value: string): string[] =>
  placesOf(editor)
    .map(([, text]) => text)
    .filter((text) => text.includes(isolate(value)));

const sceneOf = (name: string): Scene => scenes.find((each) => each.name === name) as Scene;

describe('what people, pages and servers wrote, in every language', () => {
  let catalogues: ReadonlyMap<string, AllMessages>;

  before(async () => {
    catalogues = await loadEverything();
  });
  afterEach(clear);

  /** Shows a state, and looks at it in every language; `count` is how many places have the value. */
  async function lookAt(
    scene: Scene,
    values: readonly (readonly [value: string, count: number])[],
    prepare?: (editor: CometChatProfileEditor) => Promise<void>,
  ): Promise<void> {
    await setLook({ name: 'usual', lang: 'fr' });
    document.documentElement.removeAttribute('dir');
    const editor = await show(scene);
    await prepare?.(editor);
    for (const code of catalogues.keys()) {
      await switchTo(editor, code);
      for (const [value, count] of values) {
        expect(exposed(editor, value), code).to.deep.equal([]);
        expect(isolated(editor, value), code).to.have.lengthOf(count);
      }
    }
  }

  it('is all that the texts have room for', () => {
    const own = ['count', 'limit', 'percent', 'pixels', 'kilobytes'];
    const said = ['zoom', 'across', 'down', 'degrees'];
    for (const [code, texts] of catalogues) {
      const foreign = Object.entries(texts).flatMap(([key, text]) =>
        [...text.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => `${name}`)
          .filter((name) => ![...own, ...said].includes(name))
          .map((name) => `${key}: ${name}`),
      );
      expect(foreign.sort(), code).to.deep.equal([
        'conflict: theirs',
        'invalid-config: subject',
        'invalid-profile: subject',
        'waitingRate: time',
      ]);
    }
  });

  it('keeps its direction to itself: values that were changed elsewhere', async () => {
    const scene: Scene = {
      ...sceneOf('conflict'),
      attributes: { preview: '' },
      play: async ({ fake, type, editor }) => {
        await type('name', 'Mine');
        await type('statusMessage', 'Mine, too');
        await type('avatar', 'https://example.com/mine.png');
        const theirs = { name: evil, statusMessage: evil, avatar: evilUrl };
        fake.users.set('alice', { uid: 'alice', ...theirs });
        await editor.reload();
      },
    };
    // The box, the name of its group, the description of the field; and the live region has all.
    await lookAt(scene, [
      [evil, 7],
      [evilUrl, 4],
    ]);
  });

  it('keeps its direction to itself: the person', async () => {
    const user = { name: evil, statusMessage: evil, avatar: '' };
    const statusPresets = [{ emoji: '🟢', text: evil }];
    const scene = { ...sceneOf('preview'), user, properties: { statusPresets } };
    await lookAt(scene, [[evil, 0]]);
  });

  it('keeps its direction to itself: the reason of a page', async () => {
    const scene: Scene = {
      ...sceneOf('save-failed'),
      play: async ({ editor, type, save }) => {
        const refuse = (event: CustomEventInit & { waitUntil?: unknown }): void =>
          (event as { waitUntil(promise: Promise<void>): void }).waitUntil(
            Promise.reject(new Error(evil)),
          );
        editor.addEventListener('profile-save', refuse as EventListener);
        await type('name', 'Ann');
        await save();
      },
    };
    await lookAt(scene, [[evil, 1]]);
  });

  it('keeps its direction to itself: the name of a setting', async () => {
    await lookAt(sceneOf('misconfigured'), [['app-id', 1]]);
  });

  it('keeps its direction to itself: the time of day', async () => {
    await setLook({ name: 'usual', lang: 'fr' });
    const editor = await show('rate-limited');
    for (const code of languages) {
      await switchTo(editor, code);
      const status = editor.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '';
      expect(status, code).to.match(/\u2068[^\u2069]*\p{Nd}[^\u2069]*\u2069/u);
    }
  });

  it('is not shown: what a server says of an error, and of fields that are none', async () => {
    for (const rejection of [
      { code: 'ERR_NOBODY_KNOWS', message: evil, details: evil },
      { code: 'ERR_BAD_REQUEST', message: evil, details: { [evil]: [evil], name: [evil] } },
    ]) {
      const scene: Scene = {
        ...sceneOf('save-failed'),
        play: async ({ fake, type, save }) => {
          fake.replace.updateCurrentUserDetails = () => Promise.reject(rejection);
          await type('name', 'Ann');
          await save();
        },
      };
      await lookAt(scene, [[evil, 0]]);
      await clear();
    }
    takeProblems();
  });

  it('is not shown: the name of a file, and the host that it did not reach', async () => {
    const properties = { uploadAvatar: never };
    await lookAt({ ...sceneOf('upload'), properties }, [[evil, 0]], async (editor) => {
      dropOn(editor, new File([], `${evil}.png`, { type: 'image/png' }));
      const said = editor.shadowRoot?.querySelector('.buttons .error');
      await soon(() => Boolean(said?.textContent.trim()), 'nothing is said of the file');
    });
    await clear();
    const uploadAvatar = (): Promise<never> => Promise.reject(new Error(`${evil}.example`));
    await lookAt({ ...sceneOf('upload-failed'), properties: { uploadAvatar } }, [[evil, 0]]);
  });
});

describe('a time of day', () => {
  it('ends no sentence with two full stops, wherever a language is spoken', async () => {
    const catalogues = await loadEverything();
    const regions = ['CA', 'MX', 'US', 'CO', 'AU', 'IN', 'ZA', 'AO', 'EG', 'SA', 'CH', 'CY', 'HK'];
    const styles = ['short', 'medium'] as const;
    const doubled: string[] = [];
    for (const language of new Set([...languages].map((code) => code.slice(0, 3).split('-')[0]))) {
      for (const tag of [`${language}`, ...regions.map((region) => `${language}-${region}`)]) {
        const texts = catalogues.get(matchLanguage(tag, languages) ?? '');
        for (const timeStyle of styles) {
          for (const hour of [1, 13]) {
            const format = new Intl.DateTimeFormat(tag, { timeStyle });
            const time = format.format(new Date(2026, 0, 1, hour, 5, 8));
            const text = texts?.waitingRate.replace('{time}', isolate(time)) ?? '';
            if (/\.[\s\p{Cf}]*\./u.test(text)) doubled.push(`${tag}: ${text}`);
          }
        }
      }
    }
    expect(doubled).to.deep.equal([]);
  });
});
