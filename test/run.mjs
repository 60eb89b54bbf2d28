import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES, installEngines } from './browsers.mjs';
import { installPackages } from './install.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    // Which engines to test in, comma-separated; all by default.
    only: { type: 'string' },
    // Which test files to run; all by default.
    files: { type: 'string', multiple: true },
    // Leaves out the coverage, and what is tried outside of a page.
    quick: { type: 'boolean', default: false },
    // Installs what is missing, builds, and ends.
    'install-only': { type: 'boolean', default: false },
  },
});
const engines = values.only?.split(',') ?? ENGINES;
const unknown = engines.filter((engine) => !ENGINES.includes(engine));
if (unknown.length > 0) {
  console.error(`No such engine: ${unknown.join(', ')}. There are ${ENGINES.join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const failures = [];
const results = mkdtempSync(join(tmpdir(), 'profile-editor-test-'));

function count(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed} failed`);
}

/** Runs a program to its end, its output on ours or, with `isCollected`, at once at the end. */
function run(command, parameters, { env = {}, isCollected = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', isCollected ? 'pipe' : 'inherit', isCollected ? 'pipe' : 'inherit'],
    });
    const output = [];
    child.stdout?.on('data', (data) => output.push(data));
    child.stderr?.on('data', (data) => output.push(data));
    child.on('error', () => done(1));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      done(code ?? 1);
    });
  });
}

async function step(name) {
  console.log(`\n── ${name}`);
  const code = await run('npm', ['run', '--silent', name]);
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/**
 * Runs test files, all without `files`, in an engine. The answer says by test file what passed and failed; what the run
 * as a whole did wrong has the empty name.
 */
async function runFiles(engine, { files, coverage = '', isCollected }) {
  const resultFile = join(results, `${engine}.json`);
  rmSync(resultFile, { force: true });
  const parameters = ['--config', 'test/web-test-runner.config.mjs'];
  if (files) parameters.push('--files', ...files);
  const code = await run('node_modules/.bin/web-test-runner', parameters, {
    isCollected,
    env: { TEST_ENGINE: engine, TEST_RESULT_FILE: resultFile, TEST_COVERAGE: coverage },
  });
  try {
    const byFile = JSON.parse(readFileSync(resultFile, 'utf8'));
    // A run that ends badly without a failed test counts as one.
    const hasFailed = Object.values(byFile).some(({ failed }) => failed > 0);
    return code === 0 || hasFailed ? byFile : { ...byFile, '': { passed: 0, failed: 1 } };
  } catch {
    console.error(`The tests in ${engine} did not come to an end.`);
    return { '': { passed: 0, failed: 1 } };
  }
}

/** Runs the tests in an engine; in CI what failed is tried once more, and what then passes counts as passed. */
async function testIn(engine, { isCollected = false } = {}) {
  const isWhole = !values.files && !values.quick;
  const coverage = isWhole && engine === 'chromium' ? 'judge' : '';
  const byFile = await runFiles(engine, { files: values.files, coverage, isCollected });
  const failed = Object.keys(byFile).filter((file) => byFile[file].failed > 0);
  if (failed.length > 0 && process.env.CI) {
    console.log(`\n── tests in ${engine}, a second try: ${failed.join(', ')}`);
    if (failed.includes('')) {
      delete byFile[''];
      Object.assign(byFile, await runFiles(engine, { files: values.files, coverage, isCollected }));
    } else {
      const files = failed.filter((file) => file !== 'coverage');
      if (files.length > 0) Object.assign(byFile, await runFiles(engine, { files, isCollected }));
    }
  }
  for (const [file, result] of Object.entries(byFile))
    count(`${file || 'tests'} in ${engine}`, result);
}

async function main() {
  installPackages();
  const { missing, command } = installEngines(engines);
  if (missing.length > 0) {
    console.error(`Missing to test in: ${missing.join(', ')}. To install it: ${command}`);
    count('browsers', { passed: 0, failed: missing.length });
  }
  const present = engines.filter((engine) => !missing.includes(engine));

  const steps = values.files || values['install-only'] ? [] : ['lint', 'format:check', 'types'];
  for (const name of steps) await step(name);
  await step('build');
  if (values['install-only']) return;
  if (!values.files) {
    const quick = ['size', 'test:docs'];
    const whole = [...quick, 'test:node', 'test:tools', 'test:package', 'test:csp'];
    for (const name of values.quick ? quick : whole) await step(name);
  }

  const [first, ...others] = present;
  if (first) {
    console.log(`\n── tests in ${first}`);
    await testIn(first);
  }
  if (others.length > 0) {
    console.log(`\n── tests in ${others.join(' and ')}`);
    await Promise.all(others.map((engine) => testIn(engine, { isCollected: others.length > 1 })));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  count('the run itself', { passed: 0, failed: 1 });
} finally {
  rmSync(results, { recursive: true, force: true });
}
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
