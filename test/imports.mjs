import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { SDK_NAME } from '../rollup.config.mjs';

/** Data flows session → controller → element → views; no part of `src/` may import what stands after its name. */
const FORBIDDEN = [
  {
    from: /^session\//,
    to: /^(?:controllers|editor|views|photo|locales)\/|^cometchat-profile-editor/,
  },
  { from: /^editor\//, to: /^(?:controllers|views)\/|^cometchat-profile-editor/ },
  { from: /^controllers\//, to: /^session\/|^cometchat-profile-editor\.ts/ },
  {
    from: /^views\//,
    to: /^(?:controllers|session|editor)\/|^cometchat-profile-editor\.ts/,
    typesAllowed: true,
  },
  { from: /^photo\//, to: /^(?:controllers|session|editor|views)\/|^cometchat-profile-editor/ },
  { from: /^(?:profile|rules)\.ts$/, to: /./, typesAllowed: true },
  { from: /^locales\//, to: /^(?:controllers|session|editor|views)\//, typesAllowed: true },
];

/** Only the entry points do something when they are imported, so only they may import for that. */
const ENTRY = /^(?:define|standalone)\.ts$/;

const IMPORT = /\b(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?(['"])([^'"]+)\2/g;
const DYNAMIC = /\bimport\(\s*(['"])([^'"]+)\1\s*\)/g;

/** A key, setter or header that could carry a role to CometChat; the `role` attribute of HTML is none. */
const ROLE = /\bsetRole\b|(?:^|[{,\s])role\s*:|\bUser[^\n]*\.role\b|\[['"]role['"]\]/m;

/** The element's file, whose documented contract counts. */
const ELEMENT = 'cometchat-profile-editor.ts';
const MAX_LINES = 300;

const root = resolve(import.meta.dirname, '..');
const problems = [];

function* importsOf(code) {
  for (const [, type, , source] of code.matchAll(IMPORT)) yield { source, isType: Boolean(type) };
  for (const [, , source] of code.matchAll(DYNAMIC)) yield { source, isType: false };
}

/** All TypeScript files under a folder, by their paths from it, with what they hold. */
function readFolder(folder) {
  const names = readdirSync(join(root, folder), { recursive: true });
  const modules = names.filter((name) => name.endsWith('.ts'));
  return new Map(modules.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]));
}

/** The file that a module of the same folder means by a relative import. */
const targetOf = (name, source) => posix.join(posix.dirname(name), source).replace(/\.js$/, '.ts');

const sources = readFolder('src');
for (const [name, code] of sources) {
  for (const { source, isType } of importsOf(code)) {
    if (source === SDK_NAME && !name.startsWith('session/')) {
      problems.push(`src/${name} names the SDK; only src/session/ may`);
    }
    if (!source.startsWith('.')) continue;
    const target = targetOf(name, source);
    for (const { from, to, typesAllowed } of FORBIDDEN) {
      if (from.test(name) && to.test(target) && !(typesAllowed && isType)) {
        problems.push(`src/${name} may not import src/${target}`);
      }
    }
  }
  if (/^import\s+['"]/m.test(code) && !ENTRY.test(name)) {
    problems.push(`src/${name} imports for side effects; only define.ts and standalone.ts may`);
  }
  if (/^(?:session|editor)\/|^profile\.ts$/.test(name) && ROLE.test(code)) {
    problems.push(`src/${name} handles a role; no request may carry one`);
  }
  const { length } = code.trimEnd().split('\n');
  if (length > MAX_LINES && name !== ELEMENT) {
    problems.push(`src/${name} has ${length} lines; ${MAX_LINES} are enough for one job`);
  }
}

/**
 * Circles of imports, of types and of what is loaded later as well: neither of two files in one can be read, or moved,
 * without the other. The linter's own rule sees no types and no `import()`.
 */
function findCircles(folder, modules) {
  const done = new Set();
  const visit = (name, path) => {
    if (path.includes(name)) {
      const circle = [...path.slice(path.indexOf(name)), name];
      problems.push(`${folder}/ has a circle of imports: ${circle.join(' → ')}`);
      return;
    }
    if (done.has(name)) return;
    for (const { source } of importsOf(modules.get(name))) {
      const target = targetOf(name, source);
      if (source.startsWith('.') && modules.has(target)) visit(target, [...path, name]);
    }
    done.add(name);
  };
  for (const name of modules.keys()) visit(name, []);
}
findCircles('src', sources);
findCircles('demo/sandbox', readFolder('demo/sandbox'));

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
