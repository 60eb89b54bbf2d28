import { expect } from '@open-wc/testing';
import { never, refuse, scenes, type Scene } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import type { AllMessages, MessageKey } from '../../src/locales/messages.js';
import { clear, setLook, show } from '../a11y/support.js';
import { screenOf } from '../support/screen.js';
import { texts as english } from '../support/texts.js';
import { loadEverything, switchTo } from './support.js';

const sceneOf = (name: string): Scene => scenes.find((each) => each.name === name) as Scene;

/** Without what keeps directions apart. */
const bare = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** With plain spaces, as a screen has them. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** Several sentences, as they are written one after another. */
const inOrder = (code: string, ...sentences: readonly string[]): string =>
  plain(sentences.join(/^(?:ja|zh)/.test(code) ? '' : ' '));

describe('the sentences, in every language', () => {
  let catalogues: ReadonlyMap<string, AllMessages>;

  before(async () => {
    catalogues = await loadEverything();
  });
  afterEach(clear);

  /** Shows a state, and looks at it in every language. */
  async function inAll(
    scene: Scene,
    look: (editor: CometChatProfileEditor, texts: AllMessages, code: string) => void,
  ): Promise<void> {
    await setLook({ name: 'usual', lang: 'fr' });
    const editor = await show(scene);
    for (const [code, texts] of catalogues) {
      await switchTo(editor, code);
      look(editor, texts, code);
    }
  }

  /** What the alert says, without its button. */
  function alertOf(editor: CometChatProfileEditor, { tryAgain }: AllMessages): string {
    const said = bare(screenOf(editor).alert());
    expect(said.endsWith(tryAgain), said).to.equal(true);
    return said.slice(0, -tryAgain.length).trim();
  }

  it('say of a photo that was not uploaded that nothing was saved, and all is kept', async () => {
    await inAll(sceneOf('upload-failed'), (editor, texts, code) => {
      const said = inOrder(code, texts['upload-failed'], texts.failedSave);
      expect(alertOf(editor, texts), code).to.equal(said);
    });
  });

  it('say why a profile could not be loaded', async () => {
    const scene: Scene = {
      ...sceneOf('load-failed'),
      before: (fake) => void (fake.replace.getUser = refuse({ code: 'ERR_BAD_REQUEST' })),
    };
    await inAll(scene, (editor, texts, code) => {
      const said = inOrder(code, texts.failedLoad, texts.rejected);
      expect(alertOf(editor, texts), code).to.equal(said);
    });
  });

  it('say why changes could not be saved', async () => {
    await inAll(sceneOf('save-failed'), (editor, texts, code) => {
      const said = inOrder(code, texts.failedSave, texts['permission-denied']);
      expect(alertOf(editor, texts), code).to.equal(said);
    });
  });

  it('name the fields that were changed elsewhere, before they say to what', async () => {
    await inAll(sceneOf('conflict'), (editor, texts, code) => {
      const said = bare(screenOf(editor).news().join(' '));
      expect(said, code).to.match(new RegExp(`${texts.name}(?: |\u00a0)?[:：]`));
      expect(said, code).to.match(new RegExp(`${texts.statusMessage}(?: |\u00a0)?[:：]`));
      expect(said.endsWith(plain(texts.conflictEmpty)), `${code}: ${said}`).to.equal(true);
    });
  });

  it('name the field that the server did not take, before they say so', async () => {
    const scene: Scene = {
      ...sceneOf('save-failed'),
      play: async ({ fake, type, save }) => {
        fake.replace.updateCurrentUserDetails = async () => ({ ...fake.stored });
        await type('name', 'Ann');
        await save();
      },
    };
    await inAll(scene, (editor, texts, code) => {
      const said = alertOf(editor, texts);
      expect(said.startsWith(texts.name), `${code}: ${said}`).to.equal(true);
      expect(said.endsWith(plain(texts['not-applied'])), `${code}: ${said}`).to.equal(true);
    });
  });

  it('say where several problems are, in a whole sentence', async () => {
    await inAll(sceneOf('invalid'), (editor, texts, code) => {
      const said = screenOf(editor).status();
      const [start = '', end = ''] = plain(texts['invalid-profile']).split('{subject}');
      expect(said.startsWith(start) && said.endsWith(end), `${code}: ${said}`).to.equal(true);
      const labels = [texts.photoUrl, texts.name, texts.statusMessage];
      expect(
        labels.every((label) => said.includes(label)),
        `${code}: ${said}`,
      ).to.equal(true);
    });
  });

  it('do not say what the button beside them says', async () => {
    const keys: readonly MessageKey[] = [
      'network',
      'timeout',
      'unknown',
      'upload-failed',
      'sdk-unavailable',
      'offline',
    ];
    for (const [code, texts] of [...catalogues, ['en', english]] as const) {
      const again = texts.tryAgain.toLowerCase();
      const doubled = keys.filter((key) => texts[key].toLowerCase().includes(again));
      expect(doubled, code).to.deep.equal([]);
    }
  });

  it('say that a photo is gone', async () => {
    const scene = { ...sceneOf('photo-removed'), properties: { uploadAvatar: never } };
    await inAll(scene, (editor, texts, code) => {
      // A line, and what only those hear who do not see the photo.
      expect(screenOf(editor).status(), code).to.equal(plain(texts.unsavedChanges));
      expect(screenOf(editor).news(), code).to.deep.equal([plain(texts.photoRemoved)]);
    });
  });
});

describe('British English', () => {
  it('differs from American where it must', async () => {
    const american: Readonly<Record<string, string>> = {
      ...english,
      ...(await import('../../src/locales/en-us-photo.js')).enPhoto,
    };
    const british = (await loadEverything()).get('en-gb') ?? american;
    const others = Object.entries(british).filter(([key, text]) => text !== american[key]);
    expect(Object.fromEntries(others)).to.deep.equal({
      presetHoliday: 'On holiday',
      conflict: 'Changed in another tab or on another device to ‘{theirs}’.',
      cropPosition: 'Zoom {zoom}, centre {across} from the left, {down} from the top',
      photoSvg: 'SVG drawings can’t be used. Choose a JPEG, PNG or WebP photo.',
      photoUnknownType: 'This file isn’t a photo. Choose a JPEG, PNG, GIF or WebP file.',
    });
  });
});
