import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Runs every `*.fuzz.mjs` of this folder, or those that are named: `npm run fuzz -- photos --runs 100000 --seed 7`.
 *
 * Each exports `fuzz({ runs, seed })`, which resolves to `{ summary, findings }`: a line for people, and what went
 * wrong, each with what makes it happen again.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // How many inputs each one tries.
    runs: { type: 'string', default: '20000' },
    // Makes the same inputs again; another each time by default.
    seed: { type: 'string' },
  },
});

const runs = Number(values.runs);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(values.seed);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.fuzz.mjs'))
  .map((file) => file.replace('.fuzz.mjs', ''));
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error(`Usage: npm run fuzz -- [${names.join('] [')}] [--runs number] [--seed number]`);
  process.exit(2);
}

const shown = 20;
let count = 0;
for (const name of names) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { fuzz } = await import(`./${name}.fuzz.mjs`);
  const start = performance.now();
  const { summary, findings } = await fuzz({ runs, seed });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  count += findings.length;
  console.log(`${name}: ${runs} inputs, seed ${seed}, ${seconds} s, ${findings.length} findings`);
  console.log(`  ${summary}`);
  for (const finding of findings.slice(0, shown)) console.error(`  ${finding}`);
  if (findings.length > shown) console.error(`  and ${findings.length - shown} more`);
}
process.exitCode = count > 0 ? 1 : 0;
