import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findEngine } from '../browsers.mjs';
import { buildEditor, buildFloor, root } from './build.mjs';
import { startChromium } from './chromium.mjs';
import { createCloud, ROUND_TRIP } from './cloud.mjs';
import { loadCompetitors } from './competitors.mjs';
import { measure } from './measure.mjs';
import { createPages } from './pages.mjs';
import { renderResults, renderVerdicts } from './report.mjs';
import { startServer } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    // Fewer rounds, and no other products.
    quick: { type: 'boolean', default: false },
    // Where to write every sample, as JSON.
    samples: { type: 'string' },
  },
});
const times = options.quick
  ? { timed: 5, weighed: 1, tasks: 2 }
  : { timed: 15, weighed: 3, tasks: 5 };

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
const competitors = options.quick ? [] : await loadCompetitors(server);
const cloud = await createCloud();
const chromium = await startChromium(programs.browser);
const loadBefore = loadavg()[0];
try {
  const bench = { chromium, server, cloud };
  const more = Object.fromEntries(competitors.map(({ name, ...page }) => [name, page]));
  const samples = await measure(bench, times, more, (line) => console.log(line));
  const titles = Object.fromEntries(competitors.map(({ name, title }) => [name, title]));
  const problems = new Set([...samples.values()].flat().flatMap((sample) => sample.problems ?? []));
  if (options.samples) writeFileSync(options.samples, JSON.stringify(Object.fromEntries(samples)));

  console.log(
    `\n${chromium.product}, Node ${process.versions.node}, Lit ${versionOf('lit')}, ` +
      `CometChat SDK ${versionOf('@cometchat/chat-sdk-javascript')}; ${cpus().length} cores, ` +
      `load ${loadBefore.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after; median (quartiles) of ${times.timed} rounds. ` +
      `Processor time of the page’s main thread at full speed; the cloud answers after ${ROUND_TRIP} ms.\n`,
  );
  console.log(`${renderResults(samples, titles)}\n\n${renderVerdicts(samples)}\n`);
  for (const { title, stubbed } of competitors) console.log(`${title}: ${stubbed}`);
  for (const problem of problems) console.log(`A page reported: ${problem}`);
} finally {
  await chromium.close();
  server.close();
}
