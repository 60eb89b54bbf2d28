import type { CometChatProfileEditor } from '../src/index.js';
import { enEditing } from '../src/locales/en-us-editing.js';
import { enExtras } from '../src/locales/en-us-extras.js';
import { enOptional } from '../src/locales/en-us-optional.js';
import { en } from '../src/locales/en-us.js';
import { languages, loaders } from '../src/locales/loaders.js';
import { pseudoCatalogue } from './states-pseudo.js';
import { modalScenes } from './states-dialogs.js';
import { scenes, showScene } from './states-scenes.js';

const form = document.querySelector('form') as HTMLFormElement;
const main = document.querySelector('main') as HTMLElement;
const pseudoTexts = pseudoCatalogue({ ...en, ...enExtras, ...enEditing, ...enOptional });
const names = ['theme', 'lang', 'dir', 'width', 'kit', 'only'] as const;
/** A dialog covers everything else, so each has an address of its own: `?dialog=cropping`. */
const dialog = new URLSearchParams(location.search).get('dialog');
const shown = dialog ? modalScenes.filter(({ name }) => name === dialog) : scenes;
let settling = 0;
const editors: CometChatProfileEditor[] = [];

const selectOf = (name: string): HTMLSelectElement =>
  form.elements.namedItem(name) as HTMLSelectElement;

/** Makes everything look as the switches say, and keeps them in the address. */
function apply(): void {
  const { theme, lang, dir, width, kit, only } = Object.fromEntries(
    names.map((name) => [name, selectOf(name).value]),
  ) as Record<(typeof names)[number], string>;
  const isPseudo = lang === 'pseudo';
  document.documentElement.style.colorScheme = theme || 'light dark';
  main.lang = isPseudo ? 'en' : lang;
  if (dir) main.dir = dir;
  else main.removeAttribute('dir');
  main.style.setProperty('--width', `${width}px`);
  main.classList.toggle('cometchat', kit !== '');
  if (kit) main.dataset['theme'] = kit;
  else delete main.dataset['theme'];
  useKit(kit !== '');
  for (const [index, editor] of editors.entries()) {
    const own = shown[index]?.properties?.messages ?? {};
    editor.messages = isPseudo ? { ...pseudoTexts, ...own } : own;
  }
  for (const section of main.children) {
    (section as HTMLElement).hidden = only !== '' && section.id !== only;
  }
  const address = new URL(location.href);
  for (const name of names) address.searchParams.set(name, selectOf(name).value);
  history.replaceState(null, '', address);
  void settle();
}

/** Says in the document when every editor has followed: for those who take pictures of it. */
async function settle(): Promise<void> {
  const { dataset } = document.documentElement;
  if (editors.length < shown.length) return;
  dataset['done'] = 'settling';
  const mine = (settling += 1);
  const wanted = main.lang;
  // A language that was not needed before is fetched first.
  await loaders[wanted]?.();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(editors.map((editor) => editor.updateComplete));
  await showAgain();
  if (mine === settling) dataset['done'] = 'settled';
}

/** Opens what the last click has closed, and takes neither the focus nor the place on the page for it. */
async function showAgain(): Promise<void> {
  const { activeElement, scrollingElement } = document;
  const top = scrollingElement?.scrollTop ?? 0;
  for (const [index, editor] of editors.entries()) {
    const { again } = shown[index] ?? {};
    if (!again || editor.closest('[hidden]')) continue;
    await again(editor);
    (editor.shadowRoot?.activeElement as HTMLElement | null)?.blur();
  }
  if (activeElement instanceof HTMLSelectElement) activeElement.focus({ preventScroll: true });
  scrollingElement?.scrollTo({ top, behavior: 'instant' });
}

function useKit(isWanted: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[href="/demo/states-kit.css"]');
  if (!isWanted) link?.remove();
  else if (!link) {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    sheet.href = '/demo/states-kit.css';
    document.head.append(sheet);
  }
}

for (const code of ['en', 'pseudo', ...languages]) {
  selectOf('lang').append(new Option(code));
}
for (const { name, title } of shown) selectOf('only').append(new Option(title, name));
for (const [name, value] of new URLSearchParams(location.search)) {
  const select = form.elements.namedItem(name);
  if (select instanceof HTMLSelectElement) select.value = value;
}
apply();
form.addEventListener('change', apply);

// One after the other: a scene may change what the whole page has, such as `navigator.onLine`.
for (const scene of shown) {
  const section = document.createElement('section');
  section.id = scene.name;
  const title = document.createElement('h2');
  title.textContent = scene.title;
  title.lang = 'en';
  section.append(title);
  main.append(section);
  const top = scrollY;
  editors.push(await showScene(scene, section));
  // What a scene opens has the focus, further down.
  scrollTo({ top, behavior: 'instant' });
  apply();
}
