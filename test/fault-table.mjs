import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const start = '<!-- faults:start -->';
const end = '<!-- faults:end -->';

/** The modules that know the faults and what the tests expect of each; they are TypeScript. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './demo/sandbox/faults.ts';
        export * from './test/support/fault-outcomes.ts';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}

const headings = {
  connect: 'logging in',
  load: 'reading the profile',
  save: 'saving',
  reload: 'reading again',
  'stale-save': 'reading before a save',
};

/** What each fault leads to, as a table. */
async function makeTable() {
  const { faults, occasions, outcomeOf, describeOutcome } = await load();
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [
    row(['', ...occasions.map((occasion) => headings[occasion])]),
    row(['', ...occasions].map(() => '---')),
    ...faults.map((fault) =>
      row([
        fault.label.replaceAll('|', '\\|'),
        ...occasions.map((occasion) => describeOutcome(outcomeOf(fault, occasion), occasion)),
      ]),
    ),
  ];
  const options = await resolveConfig(readme);
  return format(lines.join('\n'), { ...options, parser: 'markdown' });
}

/** Without a word: prints the table. `--write` puts it into the README; `--check` fails where the README has another. */
async function main() {
  const table = await makeTable();
  const mode = process.argv[2];
  if (mode !== '--write' && mode !== '--check') {
    process.stdout.write(table);
    return;
  }
  const text = readFileSync(readme, 'utf8');
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md has no ${start} … ${end}`);
  const updated = `${text.slice(0, from + start.length)}\n\n${table}\n${text.slice(to)}`;
  if (updated === text) return;
  if (mode === '--check') {
    throw new Error('README.md has an old table of faults; node test/fault-table.mjs --write');
  }
  writeFileSync(readme, updated);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
