import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './support/install.mjs';

const readme = join(root, 'README.md');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [start, end] = ['<!-- consumers:start -->', '<!-- consumers:end -->'];

/** What the README shows of each consumer: its files, and a sentence before them. */
const sections = [
  {
    title: 'Plain HTML',
    text: 'Put `dist/standalone/` on your site, as `/standalone/`.',
    files: ['html/index.html'],
  },
  {
    title: 'Without a build step, by an import map',
    text: 'Serve `node_modules/` with the page. The SDK’s one file sets `window.CometChat` where no bundler reads it; the editor knows that.',
    files: ['import-map/index.html'],
  },
  {
    title: 'React 18 and 19',
    text: "Tried with React 18.3 and 19, Vite and TypeScript. Properties and events are typed; a `ref` gives the element. Where you write the tag itself, `import type {} from 'cometchat-profile-editor/types/react'` tells JSX of it.",
    files: ['react/src/settings.tsx'],
  },
  {
    title: 'Preact 10 and 11',
    text: 'Tried with Vite and TypeScript. The second type import tells JSX of the tag.',
    files: ['preact/src/settings.tsx'],
  },
  {
    title: 'Vue 3',
    text: "The Vite plug-in has to know that the tag is none of Vue’s. `import type {} from 'cometchat-profile-editor/types/vue'` gives templates its types.",
    files: ['vue/vite.config.js', 'vue/src/settings.vue'],
  },
  {
    title: 'Svelte 5',
    text: "`import type {} from 'cometchat-profile-editor/types/svelte'` gives templates its types.",
    files: ['svelte/src/settings.svelte'],
  },
  {
    title: 'Angular',
    text: 'Tried with Angular 21 and `ng build`. The types of `$event` are known to templates. The build warns that the SDK is no ES module, unless `angular.json` has `"allowedCommonJsDependencies": ["@cometchat/chat-sdk-javascript"]` among its options.',
    files: ['angular/src/app/settings.ts'],
  },
  {
    title: 'webpack 5',
    text: 'It needs no configuration; the page loads `dist/main.js` by `<script defer>`.',
    files: ['webpack/src/index.js'],
  },
  {
    title: 'Lit',
    text: 'Tried with Vite and TypeScript.',
    files: ['lit/src/settings-page.ts'],
  },
  {
    title: 'Next',
    text: 'Tried with Next 16, the App Router, and a page that `next start` renders for each request. Its HTML has the tag; the form comes with the code.',
    files: ['next/app/settings.jsx'],
  },
  {
    title: 'Rendered on a server, with Lit',
    text: 'Install `@lit-labs/ssr`, `@lit-labs/ssr-client` and `lit` too. With `initial-profile`, the form is in the HTML, filled, in English, and what is typed before the code has come is kept. Shadow DOM from a server has its styles inline, which a policy has to allow.',
    files: ['lit-ssr/render.mjs', 'lit-ssr/src/client.js'],
  },
  {
    title: 'Beside CometChat’s React UI kit',
    text: 'Tried with the kit 7.2.1. The page logs in once, by the kit and before this is shown; after a save, `CometChatUIKit.getLoggedInUser()` has the new values. TypeScript 7 finds the kit’s styles only with `"noUncheckedSideEffectImports": false` in `tsconfig.json`.',
    files: ['ui-kit/src/settings.tsx'],
  },
  {
    title: 'A form of your own',
    text: '`ProfileEditorController` is the editor without its look: it logs in, keeps the draft, checks, saves and dispatches the events. [`demo/headless.html`](demo/headless.html) is a form made with it. A host is any `EventTarget` with `requestUpdate()`, `addController()`, `removeController()`, `updateComplete` and `isConnected`; call `hostConnected()` to begin and `hostDisconnected()`, with `isConnected` false, to end.',
    files: [],
  },
];

const language = (file) => extname(file).slice(1).replace('mjs', 'js');

function describe({ title, text, files }) {
  const blocks = files.map((file) => {
    const code = readFileSync(join(root, 'test/consumers', file), 'utf8').trimEnd();
    const [, ...path] = file.split('/');
    return `\`${path.join('/')}\`:\n\n\`\`\`${language(file)}\n${code}\n\`\`\``;
  });
  return [`#### ${title}`, text, ...blocks].join('\n\n');
}

async function update(text) {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md has no ${start} … ${end}`);
  const body = [
    'Each of these is built and used in the tests, from the packed package. All but plain HTML need the package and CometChat’s SDK beside it; as long as it is not on npm, pack it here, and install the file in your project:',
    '```sh\nnpm ci --ignore-scripts && npm run build && npm pack\n```',
    `\`\`\`sh\nnpm install ../cometchat-profile-editor/cometchat-profile-editor-${version}.tgz @cometchat/chat-sdk-javascript@4.2.0\n\`\`\``,
    ...sections.map(describe),
  ].join('\n\n');
  const options = { ...(await resolveConfig(readme)), parser: 'markdown' };
  return format(`${text.slice(0, from + start.length)}\n\n${body}\n\n${text.slice(to)}`, options);
}

/** Throws where the README shows something else than the consumers are. */
export async function checkReadme() {
  const text = readFileSync(readme, 'utf8');
  if ((await update(text)) !== text) {
    throw new Error('It shows old snippets; node test/consumers/readme.mjs --write updates them');
  }
}

if (process.argv[2] === '--write') {
  writeFileSync(readme, await update(readFileSync(readme, 'utf8')));
}
