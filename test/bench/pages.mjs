import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { person } from './cloud.mjs';

const { appId, region, token, uid, name, avatar, statusMessage } = person;

const probe = readFileSync(join(import.meta.dirname, 'probe.js'), 'utf8');

const wrap = (head, content) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Profile</title>
<link rel="icon" href="data:,">${head}</head><body>${content}</body></html>`;

/** A whole page around `content`, which the benchmark watches; `editors` of it are waited for. */
export const page = (content, head = '', editors = 1) =>
  wrap(`<script data-editors="${editors}">${probe}</script>${head}`, content);

/** Nothing, and says when it is there. */
const blank = wrap(
  '<script>addEventListener("load", () => navigator.sendBeacon("/bench/blank"))</script>',
  '',
);

const quote = (value) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll("'", '&#39;');

/** The editor with these attributes. */
export const editorTag = (attributes = '') =>
  `<cometchat-profile-editor app-id="${appId}" region="${region}" auth-token="${token}" ${attributes}></cometchat-profile-editor>`;

/** The attribute with what a site knows of the person. */
export const initialProfile = (changed = {}) =>
  `initial-profile='${quote({ uid, name, avatar, statusMessage, ...changed })}'`;

/** A page with editors. */
export const editorPage = (content, editors = 1) =>
  page(
    content,
    '<script type="module" src="/standalone/cometchat-profile-editor.js"></script>',
    editors,
  );

const floor = `<lit-floor name="${name}"></lit-floor>`;
/** CometChat's own file, unmodified. */
const sdkScript = '<script type="module" src="/sdk/CometChat.js"></script>';
const floorScript = '<script type="module" src="/floor/lit-floor.js"></script>';
const markupScript = '<script type="module" src="/floor/markup-floor.js"></script>';

/** The least that a page can do with the SDK: it logs in, reads the profile, and shows the name. */
const logInByHand = `${sdkScript}${floorScript}<script type="module">
const settings = new CometChat.AppSettingsBuilder().setRegion('${region}')
  .autoEstablishSocketConnection(false).setStorageMode('session').build();
await CometChat.init('${appId}', settings);
await CometChat.login('${token}');
const user = await CometChat.getUser('${uid}');
document.querySelector('lit-floor').name = user.getName();
</script>`;

/** What of a loaded editor is drawn: its tree with the values in it, and its style sheets. Run in a page. */
export const takeMarkup = `(() => {
  const { shadowRoot } = document.querySelector('cometchat-profile-editor');
  for (const field of shadowRoot.querySelectorAll('input')) field.setAttribute('value', field.value);
  for (const field of shadowRoot.querySelectorAll('textarea')) field.textContent = field.value;
  const sheets = shadowRoot.adoptedStyleSheets.map(({ cssRules }) =>
    [...cssRules].map(({ cssText }) => cssText).join('\\n'));
  return { markup: shadowRoot.innerHTML.replaceAll(/<!--.*?-->/gs, ''), sheets };
})()`;

/** The page of a form that is drawn like the editor's, with none of its code: Lit is evaluated, and the tree is cloned. */
export const createMarkupPage = ({ markup, sheets }) =>
  new Map([
    ['/markup-floor', page('<markup-floor></markup-floor>', floorScript + markupScript)],
    [
      '/floor/markup-floor.js',
      `const template = document.createElement('template');
template.innerHTML = ${JSON.stringify(markup)};
const sheets = ${JSON.stringify(sheets)}.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});
customElements.define('markup-floor', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    root.append(template.content.cloneNode(true));
  }
});`,
    ],
  ]);

/** The pages of the editor and of what it is compared with, by address. */
export const createPages = () =>
  new Map([
    ['/blank', blank],
    ['/lit-floor', page(floor, floorScript)],
    ['/sdk-floor', page(floor, sdkScript + floorScript)],
    ['/sdk-login', page('<lit-floor></lit-floor>', logInByHand)],
    ['/initial-profile', editorPage(editorTag(initialProfile()))],
    ['/preview', editorPage(editorTag(`${initialProfile()} preview`))],
    ['/login', editorPage(editorTag())],
  ]);
