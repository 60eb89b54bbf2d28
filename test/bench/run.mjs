import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findEngine } from '../browsers.mjs';
import { buildEditor, buildFloor, root } from './build.mjs';
import { createCloud } from './cloud.mjs';
import { loadCompetitors } from './competitors.mjs';
import { measure } from './measure.mjs';
import { createPages } from './pages.mjs';
import { renderResults, renderRoundTrips, renderVerdicts, summariseAll } from './report.mjs';
import { startServer } from './server.mjs';
import { SLOWDOWN } from './visit.mjs';

/** For a run of about a minute. */
const isQuick = process.argv.includes('--quick');
const times = isQuick ? 3 : 9;

const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

const programs = findEngine('chromium');
if (!programs) {
  console.log('Skipped: there is no Chromium. On Debian: sudo apt-get install chromium');
  process.exit(0);
}

process.chdir(root);
console.log('Building …');
const files = await buildEditor();
const server = await startServer();
server.add(files);
server.add(await buildFloor());
server.add(createPages());
const competitors = isQuick ? [] : await loadCompetitors(server);

const isRoot = process.getuid?.() === 0;
const browser = await launch({
  executablePath: programs.browser,
  args: [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
try {
  const bench = { browser, server, cloud: await createCloud() };
  const more = Object.fromEntries(competitors.map(({ name, visit }) => [name, visit]));
  const samples = await measure(bench, times, more, (round) => {
    console.log(`Round ${round} of ${times} …`);
  });
  const medians = summariseAll(samples);
  const titles = Object.fromEntries(competitors.map(({ name, title }) => [name, title]));
  const problems = new Set([...samples.values()].flat().flatMap((sample) => sample.problems ?? []));

  console.log(
    `\n${await browser.version()}, processor ${SLOWDOWN} × slowed down, median of ${times}, ${cpus().length} cores; ` +
      `Lit ${versionOf('lit')}, CometChat SDK ${versionOf('@cometchat/chat-sdk-javascript')}, Node ${process.versions.node}\n`,
  );
  console.log(`${renderResults(medians, titles)}\n\n${renderVerdicts(medians)}\n`);
  console.log(renderRoundTrips(medians));
  for (const { title, stubbed } of competitors) console.log(`${title}: ${stubbed}`);
  for (const problem of problems) console.log(`A page reported: ${problem}`);
} finally {
  await browser.close();
  server.close();
}
