import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { SDK_NAME } from './sdk-module.mjs';

/** Bytes on the wire, brotli 11: what a page pays to show and save the form, and for all of a visit, the SDK included. */
const LIMITS = { form: 16 * 1024, all: 105 * 1024 };

/** What a page fetches once the form is there: words for failures, presets, the language, the ear for other tabs. */
const AFTER = ['src/views/extras.ts'];

/** Sources that a page fetches only when a person asks for them; every other chunk counts as needed for the form. */
const LATER = ['src/avatar/', 'src/locales/'];

const root = resolve(import.meta.dirname, '..');
const chunks = JSON.parse(
  readFileSync(join(root, 'node_modules/.cache/standalone-chunks.json'), 'utf8'),
);

function brotliSize(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(readFileSync(join(root, 'dist/standalone', file)), { params }).length;
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
