import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCases } from '../consumers/support/cases.mjs';
import { installConsumer, pack, root, run } from '../consumers/support/install.mjs';
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

async function importInNode() {
  const at = await checks();
  const entries = ['', '/define.js', '/react.js', '/locales/de.js'];
  for (const entry of entries) {
    const code = `await import('cometchat-profile-editor${entry}')`;
    await run('node', ['--input-type=module', '--eval', code], at);
  }
}
