import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root } from './manifest.mjs';

/** What `docs/frameworks.md` shows of each consumer: its files, and how an app hands over its CometChat class. */
const consumers = [
  {
    title: 'Plain HTML',
    text: 'Put `dist/standalone/` on your site, as `/standalone/`.',
    files: ['html/index.html'],
  },
  {
    title: 'Import map, without a build step',
    text: 'Serve `node_modules/` with the page. Without a bundler, the SDK exports nothing and sets `window.CometChat` instead; the editor handles that.',
    files: ['import-map/index.html'],
  },
  {
    title: 'React 18 and 19',
    text: "Tested with React 18.3 and 19, Vite and TypeScript. Properties and events are typed, and a `ref` gives you the element. If you write the tag directly in JSX, add `import type {} from 'cometchat-profile-editor/types/react'` so that TypeScript knows it.",
    sdk: 'sdk={CometChat}',
    files: ['react/src/settings.tsx'],
  },
  {
    title: 'Preact 10 and 11',
    text: 'Tested with Vite and TypeScript. The second type import adds the tag to JSX’s types.',
    sdk: 'sdk={CometChat}',
    files: ['preact/src/settings.tsx'],
  },
  {
    title: 'Vue 3',
    text: "Tell Vue’s Vite plugin that the tag is a custom element. In Vue CLI, the same `compilerOptions` belong to `vue-loader`, and `vue.config.js` needs `transpileDependencies: false`: with the template’s `true`, Babel stops at “Class private methods are not enabled”. `import type {} from 'cometchat-profile-editor/types/vue'` adds the types to templates.",
    sdk: ':sdk="CometChat"',
    files: ['vue/vite.config.js', 'vue/src/settings.vue'],
  },
  {
    title: 'Svelte 5',
    text: "`import type {} from 'cometchat-profile-editor/types/svelte'` adds the types to templates.",
    sdk: 'sdk={CometChat}',
    files: ['svelte/src/settings.svelte'],
  },
  {
    title: 'Angular',
    text: 'Tested with Angular 16 to 21 and `ng build`. Templates know the type of `$event`. From Angular 19 on, `standalone: true` is the default and can be left out; in an app with NgModules, add `Settings` to your module’s `imports`. To silence the build warning that the SDK is not an ES module, add `"allowedCommonJsDependencies": ["@cometchat/chat-sdk-javascript"]` to the build options in `angular.json`.',
    sdk: '[sdk]="CometChat"',
    sdkNote: ', with `protected readonly CometChat = CometChat` in the class',
    files: ['angular/src/app/settings.ts'],
  },
  {
    title: 'webpack 5',
    text: 'webpack needs no configuration. The page loads `dist/main.js` with `<script defer>`.',
    sdk: 'editor.sdk = CometChat',
    sdkNote: ' before you append the element',
    files: ['webpack/src/index.js'],
  },
  {
    title: 'Lit',
    text: 'Tested with Vite and TypeScript.',
    sdk: '.sdk=${CometChat}',
    files: ['lit/src/settings-page.ts'],
  },
  {
    title: 'Next.js',
    text: 'Tested with Next 16, the App Router, and a page that `next start` renders for each request. The server sends the bare tag; the form appears once its JavaScript has loaded.',
    sdk: 'sdk={CometChat}',
    sdkNote:
      '. Import the SDK in the browser only, such as with `await import(…)` in an effect: it needs `window`',
    files: ['next/app/settings.jsx'],
  },
  {
    title: 'Server rendering with Lit',
    text: 'Install `@lit-labs/ssr`, `@lit-labs/ssr-client` and `lit`, too. With `initial-profile`, the server renders the filled-in form, in English. Anything typed before the JavaScript arrives is kept. Server-rendered shadow DOM has inline styles, so your Content Security Policy must allow them.',
    files: ['lit-ssr/render.mjs', 'lit-ssr/src/client.js'],
  },
];

const chatApps = [
  {
    title: 'React UI kit',
    text: 'Tested with version 7.2.1. Log in once, through the kit, before you render this component. TypeScript 7 finds the kit’s styles only with `"noUncheckedSideEffectImports": false` in `tsconfig.json`.',
    files: ['ui-kit/src/settings.tsx'],
  },
  {
    title: 'Vue, with or without the UI kit',
    text: 'Tell Vue that the tag is a custom element, [as in any Vue app](frameworks.md#vue-3); CometChat’s sample app already does this for every tag that starts with `cometchat-`.',
    files: ['vue-chat/src/settings.vue'],
  },
  {
    title: 'Angular, with or without the UI kit',
    text: 'Log in before you show this component.',
    files: ['angular-chat/src/app/settings.ts'],
  },
];

const languageOf = (file) => extname(file).slice(1).replace('mjs', 'js');

function showFile(file) {
  const code = readFileSync(join(root, 'test/consumers', file), 'utf8').trimEnd();
  const [, ...path] = file.split('/');
  return `\`${path.join('/')}\`:\n\n\`\`\`${languageOf(file)}\n${code}\n\`\`\``;
}

function describe({ title, text, sdk, sdkNote = ' to the tag', files }, level) {
  const handOver =
    sdk &&
    `If your app already uses CometChat, import its class and add \`${sdk}\`${sdkNote} ([why](chat-apps.md#an-app-that-bundles-the-sdk)).`;
  return [`${level} ${title}`, text, ...files.map(showFile), handOver].filter(Boolean).join('\n\n');
}

/** A section for each framework, and one for each kind of chat app. */
export const frameworkSections = () => ({
  frameworks: consumers.map((each) => describe(each, '##')).join('\n\n'),
  'chat-apps': chatApps.map((each) => describe(each, '###')).join('\n\n'),
});
