// Prints what the script-tag files weigh on the way to the browser, with their hashes for `integrity`, and judges it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { COMPILE_HINT } from '../rollup.config.mjs';

const ENTRY = 'cometchat-profile-editor.js';
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'dist/standalone');
const problems = [];

const read = (file) => readFileSync(join(folder, file));
const nameOf = (file) => file.replace(/-[\w-]{8}\.js$/, '');
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));

/** The one file of a name that carries a hash. */
function find(name) {
  const found = scripts.filter((file) => file !== ENTRY && nameOf(file) === name);
  if (found.length !== 1) problems.push(`${name}-*.js: ${found.length} files, expected 1`);
  return found;
}

/** What a file imports without being asked to: what the browser fetches before it runs the file. */
function importsOf(file) {
  const { body } = parseAst(read(file).toString());
  const sources = body.map(({ source }) => source?.value).filter(Boolean);
  return sources.map((source) => source.replace('./', ''));
}

/** Files with all that they import, but for those that the page has by then. */
function fetched(files, before = new Set()) {
  const all = new Set();
  const add = (file) => {
    if (all.has(file) || before.has(file)) return;
    all.add(file);
    if (scripts.includes(file)) importsOf(file).forEach(add);
    else problems.push(`${file} is imported, but missing`);
  };
  files.forEach(add);
  return all;
}

const form = fetched([ENTRY]);
const after = fetched([...find('session'), ...find('after')], form);
const [sdk] = find('cometchat-sdk');
const visit = new Set([...form, ...after, ...fetched([sdk].filter(Boolean), form)]);
const editing = fetched([...find('editing'), ...find('saving')], visit);
const words = fetched(find('languages'), visit);
const optional = fetched(find('optional'), visit);
const photos = fetched(
  [...find('photo-dialogs'), ...find('photo-worker')],
  new Set([...visit, ...editing, ...optional]),
);
// Where the page has an SDK of its own, which is fetched in place of the editor's.
const hosts = fetched(find('host'), visit);
// The worker has all of this inside.
const here = fetched(find('decoded-photo'), new Set([...visit, ...optional, ...photos]));

// The texts of the form and those of the photo dialogs, a file each.
const codes = readdirSync(join(root, 'src/locales/photo')).map((file) => file.replace('.ts', ''));
const languages = codes.map((code) =>
  scripts.filter((file) => nameOf(file).replace('photo-', '') === code),
);
codes.forEach((code, index) => {
  const { length } = languages[index];
  if (length !== 2) problems.push(`${code}-*.js: ${length} files, expected 2`);
});

if (form.has(sdk)) problems.push('The form imports the SDK: it has to wait for it');
const [formChunk] = find('form');
if (formChunk && !read(formChunk).toString().startsWith(COMPILE_HINT)) {
  problems.push('The form has lost its compile hint');
}
const counted = new Set([
  ...visit,
  ...editing,
  ...words,
  ...optional,
  ...photos,
  ...here,
  ...hosts,
  ...languages.flat(),
]);
for (const file of scripts) {
  if (!counted.has(file)) problems.push(`${file} is counted nowhere`);
}

function brotliSize(file) {
  if (!scripts.includes(file)) return 0;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(read(file), { params }).length;
}

const sizes = new Map([...counted].map((file) => [file, brotliSize(file)]));
const sum = (files) => [...files].reduce((total, file) => total + sizes.get(file), 0);
const largest = languages.reduce((one, other) => (sum(other) > sum(one) ? other : one));

/** What is counted, and its limit in bytes after brotli 11; a language with the texts of its dialogs. */
const groups = [
  { title: 'form: all that is fetched before the SDK', files: form, limit: 20 * 1024 },
  // Until somebody edits. What only some pages need is fetched there.
  { title: 'visit: form, what follows it, and the SDK', files: visit, limit: 110 * 1024 },
  {
    title: 'editing: what the first edit, or a failure, fetches',
    files: editing,
    limit: 8 * 1024,
  },
  { title: 'optional: what uploads and the preview fetch', files: optional, limit: 4 * 1024 },
  { title: 'photos: what a pick fetches, the worker included', files: photos, limit: 14 * 1024 },
  { title: 'hosts: what tells a page’s own SDK from the editor’s', files: hosts, limit: 1536 },
  { title: 'photos, where workers are forbidden: what reads them', files: here, limit: 6 * 1024 },
  { title: 'languages: what finds another than American English', files: words, limit: 2 * 1024 },
  {
    title: `the largest language, ${nameOf(largest[0] ?? '')}`,
    files: largest,
    limit: 3.25 * 1024,
  },
];

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(2)} KB`.padStart(10);
const integrityOf = (file) => createHash('sha384').update(read(file)).digest('base64');
for (const file of scripts.filter((each) => sizes.has(each))) {
  console.log(`${kilobytes(sizes.get(file))}  ${file.padEnd(28)}  sha384-${integrityOf(file)}`);
}
for (const { title, files, limit } of groups) {
  const bytes = sum(files);
  const isWrong = bytes > limit || bytes === 0;
  if (isWrong) problems.push(`${title}: ${bytes} bytes, limit ${limit}`);
  console.log(`${kilobytes(bytes)}  ${title}: ${bytes} of ${limit} bytes`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
