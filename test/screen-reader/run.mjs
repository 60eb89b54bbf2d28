import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSandbox } from '../../demo/sandbox/build.mjs';
import { rootDir } from '../server.mjs';
import { Browser } from './browser.mjs';
import { Driver } from './driver.mjs';
import { Ears } from './ears.mjs';
import { journeys } from './journeys.mjs';
import { installReader, programsIn } from './packages.mjs';
import { Session } from './session.mjs';
import { Stage } from './stage.mjs';

const ENGINES = ['firefox', 'chromium'];
const { values } = parseArgs({
  options: {
    // Which browsers to listen in, comma-separated; both by default.
    only: { type: 'string' },
    // Which journeys to make; all by default.
    journey: { type: 'string', multiple: true },
    // Makes a few journeys only.
    sample: { type: 'boolean', default: false },
    // The folder to keep what Orca wrote down until a journey failed.
    logs: { type: 'string' },
    // For how many seconds speech is waited for.
    patience: { type: 'string', default: '180' },
    // Takes what is built already, as when several runs are made at once: they would build over each other.
    'no-build': { type: 'boolean', default: false },
  },
});
if (values.logs) {
  values.logs = resolve(values.logs);
  mkdirSync(values.logs, { recursive: true });
}
const engines = values.only?.split(',') ?? ENGINES;
const unknown = [
  ...engines.filter((engine) => !ENGINES.includes(engine)),
  ...(values.journey ?? []).filter((wanted) => !journeys.some(({ name }) => name === wanted)),
];
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(', ')}. There are ${ENGINES.join(', ')}, and the journeys`,
  );
  for (const { name, title } of journeys) console.error(`  ${name.padEnd(20)}${title}`);
  process.exit(2);
}
const chosen = journeys.filter(({ name, isSample }) =>
  values.journey ? values.journey.includes(name) : isSample || !values.sample,
);
const total = { passed: 0, failed: 0 };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

async function buildPages() {
  const { rollup } = await import('rollup');
  const { default: configure } = await import('../../rollup.config.mjs');
  const { output, ...input } = configure({ configOnly: 'standalone' });
  const bundle = await rollup(input);
  await bundle.write(output);
  await bundle.close();
  await buildSandbox();
}

/** Makes a journey, and prints in one piece what was pressed and heard on it: two browsers make theirs at once. */
async function make({ name, title, run }, driver, engine, log) {
  const from = driver.position;
  const start = Date.now();
  const problem = await run(driver).then(
    () => undefined,
    (error) => error,
  );
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const lines = [`\n── ${engine}: ${title} (${name}, ${seconds} s)`];
  for (const { kind, text } of driver.transcript(from)) {
    lines.push(kind === 'step' ? `  ${text}` : `    “${text}”`);
  }
  lines.push(problem ? `  failed: ${problem.message}` : '  passed');
  if (problem) {
    lines.push(`  the form showed: ${await driver.shown()}`);
    if (values.logs) copyFileSync(log, join(values.logs, `${engine}-${name}.log`));
  }
  console.log(lines.join('\n'));
  total[problem ? 'failed' : 'passed'] += 1;
}

/** Makes the journeys in a browser, on a desktop and with a server of its own. */
async function listenIn(engine) {
  const session = new Session();
  const stage = new Stage();
  const abandon = () => session.abandon();
  process.once('exit', abandon);
  try {
    await stage.start();
    await session.start();
    const ears = new Ears(session.log);
    const browser = new Browser(engine, session);
    const patience = Number(values.patience) * 1000;
    const driver = new Driver({ session, browser, stage, ears, patience });
    for (const journey of chosen) await make(journey, driver, engine, session.log);
    ears.close();
  } catch (error) {
    console.error(`\n${engine}: ${error instanceof Error ? error.message : error}`);
    total.failed += 1;
  } finally {
    await session.close();
    process.off('exit', abandon);
    await stage.stop();
  }
}

process.chdir(rootDir);
const { missing, command } = installReader(engines);
if (missing.length > 0) {
  console.log(`Skipped, for nobody can listen here. Missing: ${missing.join(', ')}.`);
  console.log(`To install it on Debian: ${command}`);
  console.log('\n0 passed, 0 failed');
  process.exit(0);
}
for (const program of programsIn(engines)) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  console.log(`${program}: ${stdout.trim()}`);
}
try {
  if (!values['no-build']) await buildPages();
  await Promise.all(engines.map(listenIn));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
// Where nothing passes, it is the machine that cannot be listened on.
process.exit(total.passed === 0 ? 3 : total.failed > 0 ? 1 : 0);
