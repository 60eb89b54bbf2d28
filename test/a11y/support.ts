import { executeServerCommand } from '@web/test-runner-commands';
import { modalScenes } from '../../demo/states-dialogs.js';
import { scenes, showScene, type Scene } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { until } from '../support/page.js';

/** How the page around the editor is. */
export interface Look {
  readonly name: string;
  readonly scheme?: 'light' | 'dark';
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly kit?: 'light' | 'dark';
}

const stage = document.createElement('main');

/** Makes the page look so. Resolves when the editors in it have followed. */
export async function setLook({ scheme = 'light', lang = 'en', dir, kit }: Look): Promise<void> {
  const { documentElement: page } = document;
  page.style.colorScheme = scheme;
  page.lang = lang;
  page.dir = dir ?? 'ltr';
  document.title = 'A page with the editor';
  stage.classList.toggle('cometchat', kit !== undefined);
  if (kit) stage.dataset['theme'] = kit;
  else delete stage.dataset['theme'];
  await useKit(kit !== undefined);
  for (const editor of stage.querySelectorAll('cometchat-profile-editor')) {
    await editor.updateComplete;
  }
}

/** The UI kit's style sheet in the page, or out of it. */
async function useKit(isWanted: boolean): Promise<void> {
  const address = '/demo/states-kit.css';
  const link = document.querySelector(`link[href="${address}"]`);
  if (!isWanted) link?.remove();
  if (!isWanted || link) return;
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  const loaded = new Promise((resolve) => sheet.addEventListener('load', resolve));
  document.head.append(sheet);
  await loaded;
}

/** Shows one of the states in a column of the page. */
export async function show(
  which: string | Scene,
  inlineSize = '480px',
): Promise<CometChatProfileEditor> {
  const wanted = typeof which === 'string' ? which : which.name;
  const scene =
    typeof which === 'string'
      ? [...scenes, ...modalScenes].find(({ name }) => name === which)
      : which;
  if (!scene) throw new Error(`There is no state "${wanted}"`);
  stage.style.inlineSize = inlineSize;
  document.body.append(stage);
  const editor = await showScene(scene, stage);
  await told(editor);
  return editor;
}

/** Waits until what the form tells is there for everybody: it is held back for a moment. */
export async function told({ shadowRoot }: CometChatProfileEditor): Promise<void> {
  const held =
    '[inert], .spoken > [aria-hidden], :is(.say, .alert, .error) :is(span, p)[aria-hidden]';
  await until(() => !shadowRoot?.querySelector(held), 'it is held back');
}

/** Takes away what `show` and `setLook` made; to be called after each test. */
export async function clear(): Promise<void> {
  stage.replaceChildren();
  stage.remove();
  stage.removeAttribute('style');
  sessionStorage.clear();
  await setLook({ name: 'usual' });
  for (const name of ['style', 'lang', 'dir']) document.documentElement.removeAttribute(name);
}

/** Chromium can pretend any media feature; false in an engine that can't. An empty object ends it. */
export async function emulate(features: Readonly<Record<string, string>>): Promise<boolean> {
  return executeServerCommand<boolean, Readonly<Record<string, string>>>(
    'emulate-features',
    features,
  );
}

/** Two frames: what was changed has been laid out and painted. */
export async function painted(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}
