import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCases } from '../consumers/support/cases.mjs';
import { installConsumer, pack, root, run } from '../consumers/support/install.mjs';
import { compileTemplate } from '../compile-templates.mjs';
import { NAMES } from '../internal-names.mjs';
import { names } from './names.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const manifest = read('dist/custom-elements.json');
const declarations = manifest.modules.flatMap((module) => module.declarations);
const element = declarations.find(({ customElement }) => customElement);
const sorted = (list) => [...list].sort((one, other) => one.localeCompare(other));
const namesOf = (list) => sorted(list.map(({ name }) => name));
const members = (kind, isReadonly) =>
  element.members.filter((each) => each.kind === kind && Boolean(each.readonly) === isReadonly);

const tarball = await pack();
let folder;
const checks = () => (folder ??= installConsumer('checks', tarball));

/** A list of the manifest is the contract's: nothing is missing, and nothing is there besides. */
const complete = (what, list, expected) => [
  `custom-elements.json has all ${what}, and no others`,
  () => assert.deepEqual(namesOf(list), sorted(expected)),
];

await runCases([
  complete('attributes', element.attributes, names.attributes),
  complete('properties', members('field', false), names.properties),
  complete('read-only properties', members('field', true), names.values),
  complete('methods', members('method', false), names.methods),
  complete('events', element.events, names.events),
  complete('slots', element.slots, names.slots),
  complete('parts', element.cssParts, names.parts),
  complete('custom properties', element.cssProperties, names.customProperties),
  complete('states', element.cssStates, names.states),
  [
    'every one of them is described, and events have their class',
    () => {
      const { attributes, events, slots, cssParts, cssProperties, cssStates } = element;
      const all = [attributes, element.members, events, slots, cssParts, cssProperties, cssStates];
      const silent = all.flat().filter(({ description }) => !description);
      assert.deepEqual(namesOf(silent), []);
      const classes = namesOf(declarations);
      for (const { name, type } of events) assert.ok(classes.includes(type.text), name);
    },
  ],
  [
    'its paths lead to published files, and the tag to its class',
    () => {
      const files = readdirSync(join(root, 'dist'));
      for (const { path } of manifest.modules) assert.ok(files.includes(path.slice(5)), path);
      const definitions = manifest.modules
        .flatMap((module) => module.exports)
        .filter(({ kind }) => kind === 'custom-element-definition');
      assert.deepEqual(
        definitions.map(({ name, declaration }) => [name, declaration.name]),
        [['cometchat-profile-editor', 'CometChatProfileEditor']],
      );
      assert.equal(read('package.json').customElements, './dist/custom-elements.json');
    },
  ],
  [
    'the data for editors of code has the tag and its attributes',
    () => {
      const [tag] = read('dist/vscode.html-custom-data.json').tags;
      assert.equal(tag.name, 'cometchat-profile-editor');
      assert.deepEqual(namesOf(tag.attributes), sorted(names.attributes));
      const [webType] = read('dist/web-types.json').contributions.html.elements;
      assert.deepEqual(namesOf(webType.attributes), sorted(names.attributes));
      assert.deepEqual(namesOf(webType.js.events), sorted(names.events));
    },
  ],
  [
    'the package has what is exported and nothing of the sources',
    async () => {
      const { exports } = read('package.json');
      const listing = await run('tar', ['-tzf', tarball], root);
      const packed = listing.split('\n').map((each) => each.replace(/^package\//, ''));
      const targets = Object.values(exports).flatMap((each) =>
        typeof each === 'string' ? [each] : Object.values(each),
      );
      for (const target of targets) {
        const [before, after = ''] = target.replace('./', '').split('*');
        const isThere = packed.some((each) => each.startsWith(before) && each.endsWith(after));
        assert.ok(isThere, target);
      }
      assert.deepEqual(
        packed.filter((each) => /^(?:src|test|demo|dist\/sandbox)\//.test(each)),
        [],
      );
      for (const folder of ['dist', 'dist/standalone']) {
        assert.ok(packed.includes(`${folder}/THIRD-PARTY-LICENSES.txt`), folder);
      }
    },
  ],
  ['the script-tag build shortens no name that others read', () => assert.deepEqual(taken(), [])],
  [
    'its templates are taken apart, and those are refused that Lit would read otherwise',
    () => {
      const strings = ['<p class=', ' ?hidden=', '>a <b>', '</b> ', '</p>'];
      assert.deepEqual(compileTemplate(strings), {
        markup: '<p>a <b><?></b> <?></p>',
        parts: [0, 'class', 0, '?hidden', 2, 3],
      });
      const refused = [
        ['<textarea>', '</textarea>'],
        ['<p class="a ', '"></p>'],
        ['<table><tr>', '</tr></table>'],
        ['<', '></p>'],
      ];
      for (const each of refused) assert.throws(() => compileTemplate(each), String(each));
    },
  ],
  ['plain Node imports every entry point', () => importInNode()],
  [
    'publint finds nothing',
    async () => {
      const at = await checks();
      const output = await run('npx', ['publint', '--strict', tarball], at);
      assert.match(output, /All good/);
    },
  ],
  [
    'are-the-types-wrong finds nothing',
    async () => {
      const at = await checks();
      await run('npx', ['attw', tarball, '--profile', 'esm-only', '--no-emoji'], at);
    },
  ],
  ...[
    ['TypeScript and React', 'tsc', '.'],
    ['Preact', 'tsc', 'preact'],
    ['Svelte', 'tsc', 'svelte'],
    ['Vue', 'vue-tsc', 'vue'],
  ].map(([name, program, project]) => [
    `the types hold in ${name}`,
    async () => void (await run('npx', [program, '--project', project], await checks())),
  ]),
]);

/** The shortened names that the contract, a message, the DOM, Lit or the SDK has as well. */
function taken() {
  const code = (file) => readFileSync(join(root, file), 'utf8');
  const modules = join(root, 'node_modules');
  const dom = readdirSync(join(modules, '@typescript')).map(
    (name) => `node_modules/@typescript/${name}/lib/lib.dom.d.ts`,
  );
  const others = [
    'dist/custom-elements.json',
    ...['en-us', 'en-us-extras', 'en-us-photo'].map((name) => `src/locales/${name}.ts`),
    ...dom.filter((file) => existsSync(join(root, file))),
    'node_modules/@lit/reactive-element/reactive-element.js',
    'node_modules/lit-html/lit-html.js',
    'node_modules/lit-element/lit-element.js',
    'node_modules/@cometchat/chat-sdk-javascript/CometChat.d.ts',
  ].map(code);
  assert.ok(others.length > 8);
  const text = others.join('\n').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
  // As a member, a key or a `name` of the manifest.
  return NAMES.filter((name) =>
    new RegExp(`(?<![\\w-])${name}\\??["']?\\s*[:(,=]|"${name}"`).test(text),
  );
}

async function importInNode() {
  const at = await checks();
  const entries = ['', '/define.js', '/react.js', '/locales/de.js'];
  for (const entry of entries) {
    const code = `await import('cometchat-profile-editor${entry}')`;
    await run('node', ['--input-type=module', '--eval', code], at);
  }
}
