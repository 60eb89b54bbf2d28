// Runs an app's page with several versions of CometChat's SDK, in Chromium, and prints a table of how the editor fares.
// npm run test:sdk-versions [-- 4.0.11 …]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { SDK_FILE, SDK_NAME } from '../rollup.config.mjs';

/** The oldest and the newest of each line, and the first that has all that the editor's own copy needs. */
const VERSIONS = ['4.0.0', '4.0.11', '4.1.3', '4.1.13', '4.2.0'];

const versions = process.argv.length > 2 ? process.argv.slice(2) : VERSIONS;
const folder = mkdtempSync(join(tmpdir(), 'profile-editor-sdk-'));

/** Installs all versions side by side; gives the file of each. */
function install() {
  const dependencies = Object.fromEntries(
    versions.map((version) => [`sdk-${version}`, `npm:${SDK_NAME}@${version}`]),
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags], { cwd: folder, stdio: 'inherit' });
  return new Map(
    versions.map((version) => {
      const place = join(folder, 'node_modules', `sdk-${version}`);
      const found = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
      return [version, readFileSync(join(place, found.main), 'utf8')];
    }),
  );
}

function* testsOf(suite, way) {
  for (const test of suite?.tests ?? []) yield { way, ...test };
  for (const child of suite?.suites ?? []) yield* testsOf(child, child.name);
}

/** Runs all scenarios with one version. */
async function tryVersion(version, code) {
  const cells = new Map();
  const sdkPlugin = {
    name: 'sdk-version',
    serve: ({ path }) => (path === `/${SDK_FILE}` ? { body: code, type: 'js' } : undefined),
    executeCommand({ command, payload }) {
      if (command === 'sdk-version') return version;
      if (command !== 'note-cell') return undefined;
      cells.set(`${payload.way} ${payload.name}`, payload.cell);
      return true;
    },
  };
  // A launcher does not start a second time: each run takes a configuration of its own.
  const { default: config } = await import(`./web-test-runner.config.mjs?${version}`);
  let sessions = [];
  const runner = await startTestRunner({
    config: {
      ...config,
      files: ['test/sdk-versions/matrix.ts'],
      plugins: [sdkPlugin, ...config.plugins],
      reporters: [{ onTestRunFinished: (run) => (sessions = run.sessions) }],
      testsFinishTimeout: 900_000,
      testFramework: { config: { timeout: 90_000, ui: 'bdd' } },
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The test runner did not start');
  await new Promise((resolve) => runner.on('stopped', resolve));

  const errors = sessions.flatMap((session) => session.errors.map(({ message }) => message));
  const tests = sessions.flatMap(({ testResults }) => [...testsOf(testResults)]);
  const results = tests.map(({ way, name, passed, error }) => ({
    way,
    name,
    passed,
    cell: passed ? cells.get(`${way} ${name}`) : '**fails**',
    message: error?.message ?? 'failed without a reason',
  }));
  return { version, errors, results };
}

/** The results as Markdown: what each scenario ended with, and below it what went wrong. */
function print(all) {
  const names = [...new Set(all.flatMap(({ results }) => results.map(({ name }) => name)))];
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [row(['SDK', 'how', ...names]), row(['---', '---', ...names.map(() => '---')])];
  for (const { version, results } of all) {
    for (const way of new Set(results.map((result) => result.way))) {
      const cells = names.map(
        (name) => results.find((result) => result.way === way && result.name === name)?.cell ?? '–',
      );
      lines.push(row([version, way, ...cells]));
    }
  }
  console.log(`\n${lines.join('\n')}\n`);
}

const all = [];
try {
  for (const [version, code] of install()) {
    const result = await tryVersion(version, code);
    all.push(result);
    for (const error of result.errors) console.log(`✗ ${version}: ${error}`);
    for (const { way, name, passed, message } of result.results) {
      if (!passed) console.log(`✗ ${version}, ${way}, ${name}: ${message}`);
    }
  }
  print(all);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const results = all.flatMap((each) => each.results);
const passed = results.filter((result) => result.passed).length;
const failed =
  results.length -
  passed +
  all.filter(({ errors, results: { length } }) => errors.length > 0 || length === 0).length;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
