import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findEngine } from '../browsers.mjs';
import { buildEditor, buildFloor, root } from './build.mjs';
import { startChromium } from './chromium.mjs';
import { createCloud, ROUND_TRIP } from './cloud.mjs';
import { loadCompetitors } from './competitors.mjs';
import { growthPages, measureGrowth } from './growth.mjs';
import { measure } from './measure.mjs';
import { createPages } from './pages.mjs';
import { renderResults, renderVerdicts } from './report.mjs';
import { startServer } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    // Fewer rounds of the comparison, and no other products.
    quick: { type: 'boolean', default: false },
    // The comparison alone, or how cost grows alone; both by default.
    compare: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    // Leaves the other products out, which take long to install and to build.
    'no-peers': { type: 'boolean', default: false },
    // Where to write every sample, as JSON.
    samples: { type: 'string' },
  },
});
const times = options.quick
  ? { timed: 5, weighed: 1, tasks: 2, growth: 1 }
  : { timed: 15, weighed: 3, tasks: 5, growth: 3 };
const isCompared = options.compare || !options.growth;
const hasGrowth = options.growth || !(options.compare || options.quick);

const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

const programs = findEngine('chromium');
if (!programs) {
  console.log('Skipped: there is no Chromium. On Debian: sudo apt-get install chromium');
  process.exit(0);
}

process.chdir(root);
console.log('Building …');
const server = await startServer();
server.add(await buildEditor());
server.add(await buildFloor());
server.add(createPages());
if (hasGrowth) server.add(growthPages());
const competitors =
  options.quick || options['no-peers'] || !isCompared ? [] : await loadCompetitors(server);

/** Compares the editor with the floors and with other products. */
async function compare(bench, say) {
  const more = Object.fromEntries(competitors.map(({ name, ...page }) => [name, page]));
  const samples = await measure(bench, times, more, say);
  if (options.samples) writeFileSync(options.samples, JSON.stringify(Object.fromEntries(samples)));
  const titles = Object.fromEntries(competitors.map(({ name, title }) => [name, title]));
  const problems = new Set([...samples.values()].flat().flatMap((sample) => sample.problems ?? []));
  say(
    `\nProcessor time of the main thread at full speed; median (quartiles) of ${times.timed} rounds\n`,
  );
  say(`${renderResults(samples, titles)}\n\n${renderVerdicts(samples)}\n`);
  for (const { title, stubbed } of competitors) say(`${title}: ${stubbed}`);
  for (const problem of problems) say(`A page reported: ${problem}`);
}

const cloud = await createCloud();
const chromium = await startChromium(programs.browser);
const loadBefore = loadavg()[0];
try {
  const bench = { chromium, server, cloud };
  const say = (line) => console.log(line);
  if (isCompared) await compare(bench, say);
  if (hasGrowth) console.log(`\n${await measureGrowth(bench, times.growth, say)}`);
  console.log(
    `\n${chromium.product}, Node ${process.versions.node}, Lit ${versionOf('lit')}, ` +
      `CometChat SDK ${versionOf('@cometchat/chat-sdk-javascript')}; ${cpus().length} cores, ` +
      `load ${loadBefore.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after. ` +
      `The cloud answers after ${ROUND_TRIP} ms.`,
  );
} finally {
  await chromium.close();
  server.close();
}
