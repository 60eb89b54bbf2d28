import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCases } from '../consumers/support/cases.mjs';
import { installConsumer, pack, root, run } from '../consumers/support/install.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const manifest = read('dist/custom-elements.json');
const declarations = manifest.modules.flatMap((module) => module.declarations);
const element = declarations.find(({ customElement }) => customElement);
const named = (list, wanted) => list.find(({ name }) => name === wanted);

const tarball = await pack();
let folder;
const checks = () => (folder ??= installConsumer('checks', tarball));

/** How each of these compilers is told to look for an import. */
const resolutions = [
  ['node, in TypeScript 4.9', 'typescript-4', 'esnext', 'node'],
  ['node16', 'typescript', 'node16', 'node16'],
  ['bundler', 'typescript', 'esnext', 'bundler'],
];

/** Compiles imports of every entry point as an app does whose compiler looks for modules in this way. */
async function resolveTypes(compiler, module, moduleResolution) {
  const parameters = `--noEmit --strict --skipLibCheck --types react --target es2020
    --lib es2020,dom,dom.iterable --module ${module} --moduleResolution ${moduleResolution}`;
  const program = `node_modules/${compiler}/bin/tsc`;
  const words = parameters.split(/\s+/);
  await run('node', [program, ...words, 'resolution/entries.ts'], await checks());
}

/** Installs the package in an app that has pinned an SDK, as the documentation says. Resolves to the pin and what is there. */
async function installBeside(sdk) {
  const folder = mkdtempSync(join(tmpdir(), 'profile-editor-pin-'));
  const install = (...packages) =>
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], folder);
  try {
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    await install('--save-exact', `@cometchat/chat-sdk-javascript@${sdk}`);
    await install(tarball);
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const installed = join(folder, 'node_modules/@cometchat/chat-sdk-javascript/package.json');
    const { version } = JSON.parse(readFileSync(installed, 'utf8'));
    return [dependencies['@cometchat/chat-sdk-javascript'], version];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await runCases([
  [
    'everything in custom-elements.json is described, and events have their class',
    () => {
      const { attributes, events, slots, cssParts, cssProperties, cssStates } = element;
      const all = [attributes, element.members, events, slots, cssParts, cssProperties, cssStates];
      const silent = all.flat().filter(({ description }) => !description);
      assert.deepEqual(silent, []);
      for (const { name, type } of events) assert.ok(named(declarations, type.text), name);
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
    'custom-elements.json has the allowed values and the defaults, and no path of this machine',
    () => {
      const { type, default: value } = named(element.attributes, 'on-other-session');
      assert.deepEqual([type.text, value], ["'stop' | 'use' | 'switch'", "'stop'"]);
      assert.equal(named(element.attributes, 'status-max-length').default, '150');
      const state = named(element.members, 'state').type.text;
      assert.equal(state, "'idle' | 'connecting' | 'ready' | 'saving' | 'failed'");
      assert.ok(!JSON.stringify(manifest).includes(root));
    },
  ],
  [
    'code editors offer the values of attributes',
    () => {
      const [tag] = read('dist/vscode.html-custom-data.json').tags;
      assert.equal(tag.name, 'cometchat-profile-editor');
      const valuesOf = (name) => named(tag.attributes, name).values.map((each) => each.name);
      assert.deepEqual(valuesOf('on-other-session'), ['stop', 'use', 'switch']);
      assert.deepEqual(valuesOf('theme'), ['light', 'dark']);
      const [webType] = read('dist/web-types.json').contributions.html.elements;
      const valueOf = (name) => named(webType.attributes, name).value;
      assert.deepEqual(valueOf('loading'), { type: "'eager' | 'lazy'", default: 'eager' });
      assert.deepEqual(valueOf('avatar-size'), { type: 'number', default: '512' });
      assert.deepEqual(valueOf('presence'), { kind: 'no-value' });
      assert.equal(webType['doc-url'], read('package.json').homepage);
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
  ...['4.0.0', '4.1.13'].map((version) => [
    `npm keeps SDK ${version} in an app that has pinned it`,
    async () => assert.deepEqual(await installBeside(version), [version, version]),
  ]),
  ...resolutions.map(([name, ...options]) => [
    `the types resolve under moduleResolution ${name}`,
    () => resolveTypes(...options),
  ]),
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
