import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { transform } from 'esbuild';

/** What one language may weigh on the way to the browser, in bytes after Brotli: its form, and that with the dialogs. */
const FORM_LIMIT = 2048;
const TOTAL_LIMIT = 3072;

const root = resolve(import.meta.dirname, '../../src/locales');

async function brotliSize(file) {
  const options = { loader: 'ts', minify: true, format: 'esm', target: 'es2022', charset: 'utf8' };
  const { code } = await transform(readFileSync(file, 'utf8'), options);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(code, { params }).length;
}

const cell = (text) => `${text}`.padStart(8);

// A file beside one of the same name in photo/ is a language.
const names = readdirSync(join(root, 'photo')).sort();
console.log(
  `${cell('language')}${cell('form')}${cell('photo')}   bytes, form at most ${FORM_LIMIT}, both ${TOTAL_LIMIT}`,
);
for (const name of names) {
  const [form, photo] = [
    await brotliSize(join(root, name)),
    await brotliSize(join(root, 'photo', name)),
  ];
  const isOver = form > FORM_LIMIT || form + photo > TOTAL_LIMIT;
  if (isOver) process.exitCode = 1;
  console.log(
    `${cell(name.replace('.ts', ''))}${cell(form)}${cell(photo)}   ${isOver ? 'too large' : 'ok'}`,
  );
}
