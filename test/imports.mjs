import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { SDK_NAME } from '../rollup.config.mjs';

/** Data flows session → controller → element → views; no part of `src/` may import what stands after its name. */
const FORBIDDEN = [
  { from: /^session\//, to: /^(?:editor|views|photo|locales)\/|^cometchat-profile-editor/ },
  { from: /^editor\//, to: /^views\/|^cometchat-profile-editor/ },
  {
    from: /^views\//,
    to: /^(?:session|editor)\/|^cometchat-profile-editor\.ts/,
    typesAllowed: true,
  },
  { from: /^photo\//, to: /^(?:session|editor|views)\/|^cometchat-profile-editor/ },
  { from: /^(?:profile|rules)\.ts$/, to: /./, typesAllowed: true },
  { from: /^locales\//, to: /^(?:session|editor|views)\//, typesAllowed: true },
];

/** Only the entry points do something when they are imported, so only they may import for that. */
const ENTRY = /^(?:define|standalone)\.ts$/;

const IMPORT = /\b(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?(['"])([^'"]+)\2/g;
const DYNAMIC = /\bimport\(\s*(['"])([^'"]+)\1\s*\)/g;

/** A key, setter or header that could carry a role to CometChat; the `role` attribute of HTML is none. */
const ROLE = /\bsetRole\b|(?:^|[{,\s])role\s*:|\bUser[^\n]*\.role\b|\[['"]role['"]\]/m;

const root = resolve(import.meta.dirname, '..', 'src');
const problems = [];

function* importsOf(code) {
  for (const [, type, , source] of code.matchAll(IMPORT)) yield { source, isType: Boolean(type) };
  for (const [, , source] of code.matchAll(DYNAMIC)) yield { source, isType: false };
}

for (const name of readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.ts'))) {
  const code = readFileSync(join(root, name), 'utf8');
  for (const { source, isType } of importsOf(code)) {
    if (source === SDK_NAME && !name.startsWith('session/')) {
      problems.push(`src/${name} names the SDK; only src/session/ may`);
    }
    if (!source.startsWith('.')) continue;
    const target = posix.join(posix.dirname(name), source).replace(/\.js$/, '.ts');
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
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
