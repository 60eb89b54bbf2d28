import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const files = readdirSync(join(root, 'src'), { recursive: true }).filter((file) =>
  file.endsWith('.ts'),
);
const modules = files.map((file) => ({
  file,
  text: readFileSync(join(root, 'src', file), 'utf8'),
}));
const sources = modules.map(({ text }) => text).join('\n');

/** What TypeScript modules export, as values. */
async function load(...paths) {
  const { outputFiles } = await build({
    stdin: {
      contents: paths.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].text).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** All classes of the source, by name, as `dist/custom-elements.json` describes them. */
function readClasses() {
  const manifest = create({
    modules: modules.map(({ file, text }) =>
      ts.createSourceFile(file, text, ts.ScriptTarget.ES2015, true),
    ),
    plugins: litPlugin(),
    context: { dev: false },
  });
  const declarations = manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter(({ kind }) => kind === 'class');
  return Object.fromEntries(declarations.map((each) => [each.name, each]));
}

const cell = (text) => String(text).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
const code = (text) => (text ? `\`${text}\`` : '');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) =>
  [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells))].join('\n');

/** A type's own text in place of its name, where it is a list of literals. */
function spellOut(type) {
  const union = new RegExp(`export type ${type} =([^;]*);`).exec(sources)?.[1] ?? '';
  return /^[\s|]*'[\w-]+'/.test(union) ? union.trim().replace(/^\|\s*/, '') : type;
}

function describeType({ name, type }, defaults = {}) {
  const text = spellOut((type?.text ?? '').replace(/ \| (?:undefined|null)$/, ''));
  const value = defaults[name];
  // The first of the listed values is the default anyway.
  return typeof value === 'number' ? `${code(text)}, default ${value}` : code(text);
}

const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && name;

function describeSettings({ members }, defaults) {
  const isSetting = (each) => each.kind === 'field' && isPublic(each) && !each.readonly;
  return table(
    ['attribute', 'property', 'type', 'meaning'],
    members
      .filter(isSetting)
      .map((each) => [
        code(each.attribute) || '–',
        code(each.name),
        describeType(each, defaults),
        each.description ?? '',
      ]),
  );
}

function describeValues({ members }) {
  return table(
    ['property', 'type', 'meaning'],
    members
      .filter((each) => each.kind === 'field' && isPublic(each) && each.readonly)
      .map((each) => [code(each.name), describeType(each), each.description ?? '']),
  );
}

function describeMethods({ members }) {
  return table(
    ['method', 'gives', 'meaning'],
    members
      .filter((each) => each.kind === 'method' && isPublic(each) && each.description)
      .map((each) => {
        const names = (each.parameters ?? []).map(({ name }) => name).join(', ');
        return [code(`${each.name}(${names})`), code(each.return?.type?.text), each.description];
      }),
  );
}

function describeEvents({ events }, classes) {
  const fieldsOf = (name) =>
    (classes[name]?.members ?? [])
      .filter((each) => isPublic(each) && !each.name.startsWith('#'))
      .map((each) => code(each.kind === 'method' ? `${each.name}(…)` : each.name));
  return table(
    ['event', 'fields', 'when'],
    events
      .filter(({ description }) => description)
      .map(({ name, type, description }) => [
        code(name),
        fieldsOf(type.text)
          .filter((field) => field !== '`settled(…)`')
          .join(', '),
        description,
      ]),
  );
}

const describeNames = (kind, prefix, list) =>
  table(
    [kind, 'meaning'],
    list.map(({ name, description }) => [code(prefix.replace('*', name)), description]),
  );

async function makeSections() {
  const classes = readClasses();
  const element = classes.CometChatProfileEditor;
  const { assumptions, defaultStatusMaxLength, ...catalogues } = await load(
    'demo/sandbox/assumptions.ts',
    'src/rules.ts',
    ...files.filter((file) => /^locales\/en-us[^/]*$/.test(file)).map((file) => `src/${file}`),
  );
  const english = Object.assign({}, ...Object.values(catalogues));
  const union = /export type ProfileErrorCode =([^;]*);/.exec(sources)[1];
  const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
  return {
    settings: describeSettings(element, { statusMaxLength: defaultStatusMaxLength }),
    values: describeValues(element),
    methods: describeMethods(element),
    events: describeEvents(element, classes),
    errors: table(
      ['code', 'what the user reads'],
      codes.map((name) => [code(name), english[name]]),
    ),
    states: describeNames('state', ':state(*)', element.cssStates),
    slots: describeNames('slot', '*', element.slots),
    parts: describeNames('part', '::part(*)', element.cssParts),
    'custom-properties': describeNames('custom property', '*', element.cssProperties),
    assumptions: table(
      ['topic', 'assumed', 'because'],
      assumptions.map(({ topic, assumed, source }) => [topic, assumed, source]),
    ),
  };
}

/** Puts each table between its `<!-- name:start -->` and `<!-- name:end -->`. */
async function update(text) {
  const options = { ...(await resolveConfig(readme)), parser: 'markdown' };
  let updated = text;
  for (const [name, lines] of Object.entries(await makeSections())) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const from = updated.indexOf(start);
    const to = updated.indexOf(end);
    if (from === -1 || to < from) throw new Error(`README.md has no ${start} … ${end}`);
    const formatted = await format(lines, options);
    updated = `${updated.slice(0, from + start.length)}\n\n${formatted}\n${updated.slice(to)}`;
  }
  return updated;
}

/** `--write` brings the README's tables up to date; without it, the run fails where one is not. */
try {
  const text = readFileSync(readme, 'utf8');
  const updated = await update(text);
  if (process.argv.includes('--write')) writeFileSync(readme, updated);
  else if (updated !== text) {
    throw new Error('README.md has old tables; node test/readme.mjs --write updates them');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
