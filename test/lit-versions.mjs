// Builds with several versions of Lit and runs the tests in Chromium with each, in a copy of the repository. Takes long.
// npm run test:lit-versions [-- --build-only] [-- 3.2.0 …]
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCases } from './consumers/support/cases.mjs';

/**
 * The oldest that is supported, those that once broke the build, and the newest, each with the parts that it came out with:
 * npm alone would take the newest of them.
 */
const VERSIONS = {
  '3.2.0': { 'lit-html': '3.2.0', 'lit-element': '4.1.0', '@lit/reactive-element': '2.0.4' },
  '3.3.0': { 'lit-html': '3.3.0', 'lit-element': '4.2.0', '@lit/reactive-element': '2.1.0' },
  '3.3.1': { 'lit-html': '3.3.1', 'lit-element': '4.2.1', '@lit/reactive-element': '2.1.1' },
  3: { 'lit-html': '3', 'lit-element': '4', '@lit/reactive-element': '2' },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'build-only': { type: 'boolean', default: false } },
});
const versions = positionals.length > 0 ? positionals : Object.keys(VERSIONS);
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

async function install(version) {
  const parts = Object.entries({ lit: version, ...VERSIONS[version] });
  const packages = parts.map(([name, wanted]) => `${name}@${wanted}`);
  await run('npm', 'install', '--no-save', ...flags, ...packages);
  const installed = parts.map(([name]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
  });
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
        await install(version);
        for (const script of ['build', 'types', 'size']) await run('npm', 'run', '-s', script);
        if (values['build-only']) return;
        await run('npx', 'web-test-runner', '--config', 'test/web-test-runner.config.mjs');
      },
    ]),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
