import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { analyze, findElement, root, writeEditorData } from './generator/manifest.mjs';
import { makeSections } from './generator/sections.mjs';

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Puts each section between its `<!-- name:start -->` and `<!-- name:end -->`, and notes which are used. */
async function fillIn(page, sections, used) {
  const text = readFileSync(join(root, page), 'utf8');
  const filled = text.replace(
    /(<!-- ([\w-]+):start -->)[^]*?(<!-- \2:end -->)/g,
    (_, start, name, end) => {
      if (!(name in sections)) throw new Error(`${page}: nothing generates "${name}"`);
      used.add(name);
      return `${start}\n\n${sections[name]}\n\n${end}`;
    },
  );
  const options = { ...(await resolveConfig(join(root, page))), parser: 'markdown' };
  return { text, filled: await format(filled, options) };
}

/**
 * Without an argument: writes `dist/custom-elements.json`, what code editors and frameworks read of it, and the generated
 * parts of the pages. `--dist` leaves the pages alone; `--check` fails if one is not up to date.
 */
async function main([mode]) {
  const declarations = await analyze();
  writeEditorData(findElement(declarations));
  if (mode === '--dist') return;

  const sections = await makeSections(declarations);
  const used = new Set();
  const old = [];
  for (const page of pages) {
    const { text, filled } = await fillIn(page, sections, used);
    if (text === filled) continue;
    if (mode === '--check') old.push(page);
    else writeFileSync(join(root, page), filled);
  }
  const unused = Object.keys(sections).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`No page has ${unused.join(', ')}`);
  if (old.length > 0) throw new Error(`Out of date: ${old.join(', ')}. Run npm run docs.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
