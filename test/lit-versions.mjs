// Builds with several versions of Lit and runs the tests in Chromium with each, in a copy of the repository. Takes long.
// npm run test:lit-versions [-- --build-only] [-- 3.2.0 …]
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCases } from './consumers/support/cases.mjs';

/** The oldest that is supported, those that once broke the build, and the newest. */
const VERSIONS = ['3.2.0', '3.3.0', '3.3.1', '3'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'build-only': { type: 'boolean', default: false } },
});
const versions = positionals.length > 0 ? positionals : VERSIONS;
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'profile-editor-lit-'));

function run(command, ...parameters) {
  return new Promise((done, fail) => {
    const child = spawn(command, parameters, {
      cwd: folder,
      env: { ...process.env, TEST_ENGINE: 'chromium', PUPPETEER_SKIP_DOWNLOAD: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`${command} ${parameters.join(' ')}: ${code}`)),
    );
  });
}

const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const readPackage = (name) =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));

/** Installs a version of Lit with the parts that it came out with; npm alone would take the newest of them. */
async function installLit(version) {
  const install = (...packages) => run('npm', 'install', '--no-save', ...flags, ...packages);
  await install(`lit@${version}`);
  const { dependencies } = readPackage('lit');
  const parts = Object.entries(dependencies).map(
    ([name, range]) => `${name}@${/^\d+$/.test(version) ? range : range.replace('^', '')}`,
  );
  await install(`lit@${version}`, ...parts);
  const installed = ['lit', ...Object.keys(dependencies)].map(
    (name) => `${name} ${readPackage(name).version}`,
  );
  console.log(`\n── ${installed.join(', ')}`);
}

const isLeftOut = /^(?:\.git|node_modules|dist|coverage|screenshots)(?:\/|$)/;

try {
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !isLeftOut.test(relative(root, source)),
  });
  await run('npm', 'ci', ...flags);
  await runCases(
    versions.map((version) => [
      `lit ${version}`,
      async () => {
        await installLit(version);
        for (const script of ['build', 'types', 'size']) await run('npm', 'run', '-s', script);
        if (values['build-only']) return;
        await run('npx', 'web-test-runner', '--config', 'test/web-test-runner.config.mjs');
      },
    ]),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
