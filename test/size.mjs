import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { rollup } from 'rollup';
import buildsOf, { COMPILE_HINT } from '../rollup.config.mjs';
import { SDK_NAME } from './sdk-module.mjs';

/** Bytes on the wire, brotli 11: what a page pays to show and save the form, and for all of a visit, the SDK included. */
const LIMITS = { form: 16 * 1024, all: 105 * 1024 };

/** The same for pictures: what offers to pick one, and what is fetched when one is picked, in one language. */
const PICTURE_LIMITS = { before: 1024, after: 15 * 1024 };

/** What a page fetches once the form is there: words for failures, presets, the language, the ear for other tabs. */
const AFTER = ['src/views/lazy-views.ts'];

/** Sources that a page fetches only when a person asks for them; every other chunk counts as needed for the form. */
const LATER = ['src/photo/', 'src/locales/'];

const root = resolve(import.meta.dirname, '..');
const chunks = JSON.parse(
  readFileSync(join(root, 'node_modules/.cache/standalone-chunks.json'), 'utf8'),
);

function brotliSize(file) {
  return compressedSize(readFileSync(join(root, 'dist/standalone', file)));
}

function compressedSize(code) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(code, { params }).length;
}

const isSdk = ({ modules }) => modules.some((id) => id.includes(`/${SDK_NAME}/`));
const comesFrom = (places) => (id) => places.some((place) => id.startsWith(place));
const isAfter = ({ modules }) => modules.some(comesFrom(AFTER));
const isLater = (chunk) => !isAfter(chunk) && chunk.modules.every(comesFrom(LATER));

const entry = chunks.find(({ file }) => file === 'cometchat-profile-editor.js');
const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
const needed = new Set();

/** Adds a chunk with all that it imports; a chunk for later counts only where it is imported with the page. */
function need(chunk) {
  if (!chunk || needed.has(chunk)) return;
  needed.add(chunk);
  for (const file of chunk.imports) need(byFile.get(file));
  for (const file of chunk.dynamicImports) {
    const target = byFile.get(file);
    if (target && !isLater(target)) need(target);
  }
}
need(entry);

const entryCode = readFileSync(join(root, 'dist/standalone', entry.file), 'utf8');
if (!entryCode.startsWith(COMPILE_HINT)) throw new Error('The entry has lost its compile hint');

const sizes = chunks.map((chunk) => ({ chunk, bytes: brotliSize(chunk.file) }));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(2)} KB`.padStart(10);
const sum = (filter) =>
  sizes.filter(({ chunk }) => filter(chunk)).reduce((total, { bytes }) => total + bytes, 0);

function roleOf(chunk) {
  if (!needed.has(chunk)) return 'later';
  if (isSdk(chunk)) return 'SDK';
  return isAfter(chunk) ? 'after' : 'form';
}

for (const { chunk, bytes } of sizes) {
  const role = roleOf(chunk);
  console.log(`${kilobytes(bytes)}  ${role.padEnd(5)}  ${chunk.file}`);
}

const totals = {
  form: sum((chunk) => roleOf(chunk) === 'form'),
  all: sum((chunk) => roleOf(chunk) !== 'later'),
};
const titles = { form: 'form', all: 'all of a plain visit' };
for (const [name, bytes] of Object.entries(totals)) {
  const isOver = bytes > LIMITS[name];
  if (isOver) process.exitCode = 1;
  const verdict = isOver ? 'too large' : 'ok';
  console.log(
    `${kilobytes(bytes)}  ${titles[name]}, limit ${LIMITS[name]} bytes: ${bytes}, ${verdict}`,
  );
}

/** Bytes of what is fetched once the form is there, with or without what offers to pick a picture. */
async function sizeAfter({ withPicker }) {
  const { output: wanted, ...build } = buildsOf({ configOnly: 'standalone', configQuiet: true });
  const noPicker = {
    name: 'no-picker',
    load: (id) =>
      id.endsWith('/views/photo-picker.ts') ? 'export class PhotoPicker { render() {} }' : null,
  };
  const plugins = [...(withPicker ? [] : [noPicker]), ...build.plugins];
  const bundle = await rollup({ ...build, input: join(root, AFTER[0]), plugins });
  const { output } = await bundle.generate(wanted);
  const chunk = output.find(({ modules }) => modules && join(root, AFTER[0]) in modules);
  return compressedSize(chunk.code);
}

/** Bytes of the pictures' own build, which the list of chunks leaves out: of the languages only the largest. */
function sizeOfPictures() {
  const listed = new Set(chunks.map(({ file }) => file));
  const codes = readdirSync(join(root, 'src/locales/photo')).map((file) => file.slice(0, -3));
  let rest = 0;
  let language = 0;
  for (const file of readdirSync(join(root, 'dist/standalone'))) {
    if (listed.has(file)) continue;
    const isLanguage = codes.includes(file.replace(/-.{8}\.js$/, ''));
    if (isLanguage) language = Math.max(language, brotliSize(file));
    else rest += brotliSize(file);
  }
  return rest + language;
}

const pictures = {
  before: (await sizeAfter({ withPicker: true })) - (await sizeAfter({ withPicker: false })),
  after: sizeOfPictures(),
};
const pictureTitles = { before: 'pictures until one is picked', after: 'pictures after' };
for (const [name, bytes] of Object.entries(pictures)) {
  const limit = PICTURE_LIMITS[name];
  // Nothing at all would mean that nothing was measured.
  const isWrong = bytes > limit || bytes <= 0;
  if (isWrong) process.exitCode = 1;
  const verdict = isWrong ? 'too large' : 'ok';
  console.log(
    `${kilobytes(bytes)}  ${pictureTitles[name]}, limit ${limit} bytes: ${bytes}, ${verdict}`,
  );
}
