import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { frameworkSections } from './frameworks.mjs';
import { findElement, root } from './manifest.mjs';

/** What TypeScript modules export. */
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

/** A text in one line, with the apostrophes of the pages; code stays as it is. */
const prose = (text) =>
  String(text)
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/(?<=\w)'(?=\w)/g, '’')))
    .join('');
const cell = (text) => prose(text).replaceAll('|', '\\|');
const code = (text) => (text ? `\`${text}\`` : '');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) =>
  [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells))].join('\n');

const namesTable = (kind, prefix, list) =>
  table(
    [kind, 'meaning'],
    list.map(({ name, description }) => [code(prefix.replace('*', name)), description]),
  );

/** A type without what every optional setting may be, and without the parentheses that this needs. */
const typeOf = ({ type }) =>
  (type?.text ?? '').replace(/( \| (?:undefined|null))+$/, '').replace(/^\((.*)\)$/, '$1');

/** An empty default says nothing. */
const defaultOf = ({ default: value }) => (value && !/^(?:''|\{\})$/.test(value) ? value : '');

function elementSections({ members, events, slots, cssParts, cssProperties, cssStates }, classes) {
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return {
    settings: table(
      ['attribute', 'property', 'type', 'default', 'meaning'],
      fields
        .filter(({ readonly }) => !readonly)
        .map((each) => [
          code(each.attribute) || '–',
          code(each.name),
          code(typeOf(each)),
          code(defaultOf(each)),
          each.description,
        ]),
    ),
    values: table(
      ['property', 'type', 'meaning'],
      fields
        .filter(({ readonly }) => readonly)
        .map((each) => [code(each.name), code(typeOf(each)), each.description]),
    ),
    methods: table(
      ['method', 'returns', 'meaning'],
      methods.map((each) => {
        const names = (each.parameters ?? []).map(({ name }) => name).join(', ');
        return [code(`${each.name}(${names})`), code(each.return?.type?.text), each.description];
      }),
    ),
    events: table(
      ['event', 'fields', 'when'],
      events.map(({ name, type, description }) => [
        code(name),
        fieldsOf(classes.get(type.text)),
        description,
      ]),
    ),
    states: namesTable('state', ':state(*)', cssStates),
    slots: namesTable('slot', '*', slots),
    parts: namesTable('part', '::part(*)', cssParts),
    'custom-properties': table(
      ['custom property', 'default', 'meaning'],
      cssProperties.map((each) => [code(each.name), code(each.default), each.description]),
    ),
  };
}

/** An event's fields, each with the texts that it may be. */
function fieldsOf({ members }) {
  const named = ({ kind, name, type }) => {
    const texts = [...(type?.text ?? '').matchAll(/'[^']*'/g)].map(([text]) => code(text));
    const values = texts.length > 0 ? ` (${texts.join(', ')})` : '';
    return `${code(kind === 'method' ? `${name}(promise)` : name)}${values}`;
  };
  return members.map(named).join(', ');
}

async function errorTable(error) {
  const catalogues = readdirSync(join(root, 'src/locales')).filter((file) =>
    /^en-us[^/]*\.ts$/.test(file),
  );
  const texts = await load(...catalogues.map((file) => `src/locales/${file}`));
  const english = Object.assign({}, ...Object.values(texts));
  const { type } = error.members.find(({ name }) => name === 'code');
  const codes = [...type.text.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
  return table(
    ['code', 'message'],
    codes.map((name) => [code(name), english[name]]),
  );
}

const occasionNames = {
  connect: 'logging in',
  load: 'loading the profile',
  save: 'saving',
  reload: 'reloading',
  'stale-save': 'loading before a save',
};

async function faultTable() {
  const { faults, occasions, outcomeOf, describeOutcome } = await load(
    'demo/sandbox/faults.ts',
    'test/support/fault-outcomes.ts',
  );
  return table(
    ['fault', ...occasions.map((occasion) => occasionNames[occasion])],
    faults.map((fault) => [
      fault.label,
      ...occasions.map((occasion) => describeOutcome(outcomeOf(fault, occasion), occasion)),
    ]),
  );
}

async function languageTable() {
  const { languages } = await load('src/locales/loaders.ts');
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const rows = ['en', ...languages].map((each) => [names.of(each), code(each)]);
  return table(
    ['language', 'code'],
    rows.sort(([one], [other]) => one.localeCompare(other, 'en')),
  );
}

async function assumptionTable() {
  const { assumptions } = await load('demo/sandbox/assumptions.ts');
  return table(
    ['topic', 'assumption', 'verdict', 'evidence'],
    assumptions.map(({ topic, assumed, verdict, source }) => [topic, assumed, verdict, source]),
  );
}

/** The generated parts of the documentation, by the names that stand in its pages. */
export async function makeSections(declarations) {
  const classes = new Map(declarations.map((each) => [each.name, each]));
  return {
    ...elementSections(findElement(declarations), classes),
    ...frameworkSections(),
    errors: await errorTable(classes.get('ProfileError')),
    faults: await faultTable(),
    languages: await languageTable(),
    assumptions: await assumptionTable(),
  };
}
