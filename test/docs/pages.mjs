import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format } from 'prettier';
import { journeys } from '../screen-reader/journeys.mjs';

const root = resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const problems = [];

/** Which of Prettier's parsers reads a language; other code blocks are for people only. */
const parsers = {
  css: 'css',
  html: 'html',
  js: 'babel',
  json: 'json',
  jsx: 'babel',
  ts: 'typescript',
  tsx: 'typescript',
  vue: 'vue',
};

/** A page's code blocks, each with its language, and the page without them. */
function takeCode(text) {
  const blocks = [];
  const prose = text.replace(/^```(\w*)\n([^]*?)^```$/gm, (_, language, code) => {
    blocks.push({ language, code });
    return '';
  });
  return { blocks, prose };
}

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(file) {
  const { prose } = takeCode(readFileSync(file, 'utf8'));
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function checkLinks(page, prose) {
  for (const [, link, picture] of prose.matchAll(/\]\(([^)\s]+)\)|<img[^>]* src="([^"]+)"/g)) {
    const target = link ?? picture;
    if (/^https?:/.test(target)) continue;
    const [path, anchor] = target.split('#');
    const file = path ? join(root, dirname(page), path) : join(root, page);
    if (!existsSync(file)) problems.push(`${page}: no file ${target}`);
    else if (anchor && !anchorsOf(file).includes(anchor)) {
      problems.push(`${page}: no heading for ${target}`);
    }
  }
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Paths and commands that a page names in its text; a path with a colon is the title of an example. */
function checkNames(page, text, prose) {
  for (const [, path] of prose.matchAll(/`((?:\.ci|demo|docs|src|test)\/[\w./-]*)`(?!:)/g)) {
    if (!existsSync(join(root, path))) problems.push(`${page}: no file ${path}`);
  }
  // The pages on the inside name files of `src/` without that folder.
  const isInside = page === 'docs/architecture.md' || page === 'CONTRIBUTING.md';
  for (const [, path] of prose.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.ts)`/g)) {
    if (isInside && !['src', '.'].some((folder) => existsSync(join(root, folder, path)))) {
      problems.push(`${page}: no file ${path}`);
    }
  }
  for (const [, name] of text.matchAll(/\bnpm run ([\w:-]+)/g)) {
    if (!(name in scripts)) problems.push(`${page}: no script ${name}`);
  }
}

/**
 * What a column of proofs names: a path, which `checkNames()` has looked for, a journey, or a test file of `test/a11y/` without
 * its folder and ending.
 */
function checkProofs(page, prose) {
  for (const [table] of prose.matchAll(/^\|.*\| proof +\|\n(?:\|.*\|\n)+/gm)) {
    for (const [, proof] of table.matchAll(/\|([^|\n]*)\|$/gm)) {
      const [files, told = ''] = proof.split(/\bjourneys? (?=`)/);
      const missing = [
        ...namesIn(files).filter((name) => !existsSync(join(root, `test/a11y/${name}.test.ts`))),
        ...namesIn(told).filter((name) => !journeys.some((journey) => journey.name === name)),
      ];
      for (const name of missing) problems.push(`${page}: no proof ${name}`);
    }
  }
}

/** The names in inline code that are no paths. */
const namesIn = (text) => [...text.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);

/** What a built module exports; it is not imported, since the React component needs React. */
function exportsOf(entry) {
  const code = readFileSync(join(root, 'dist', entry), 'utf8');
  return [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) =>
    names.split(',').map((each) => each.trim().split(' as ').at(-1)),
  );
}

/** What a code block imports by name from an entry point of the package; types leave nothing to look for. */
function checkImports(page, code) {
  const imports = /import (?!type\b)\{([^}]*)\} from 'cometchat-profile-editor(\/[\w./-]+)?'/g;
  for (const [, names, entry = '/index.js'] of code.matchAll(imports)) {
    const known = exportsOf(entry);
    for (const name of names.split(',').map((each) => each.trim())) {
      if (!known.includes(name)) problems.push(`${page}: no export ${name}`);
    }
  }
}

async function checkCode(page, { language, code }) {
  const script = language === 'svelte' ? /<script[^>]*>([^]*?)<\/script>/.exec(code)?.[1] : code;
  const parser = language === 'svelte' ? 'babel' : parsers[language];
  if (!parser) return;
  try {
    await format(script, { parser });
  } catch (error) {
    problems.push(`${page}: ${error.message}\n${code}`);
  }
  checkImports(page, code);
}

for (const page of pages) {
  const text = readFileSync(join(root, page), 'utf8');
  const { blocks, prose } = takeCode(text);
  checkLinks(page, prose);
  checkNames(page, text, prose);
  checkProofs(page, prose);
  for (const block of blocks) await checkCode(page, block);
}

const readme = readFileSync(join(root, 'README.md'), 'utf8');
for (const page of pages.slice(1)) {
  if (!readme.includes(`(${page})`)) problems.push(`README.md has no link to ${page}`);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`The links, names and examples of ${pages.length} pages are in order`);
