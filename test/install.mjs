import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const readPackages = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Whether `node_modules` holds what the lock file names. */
function isInstalled() {
  // npm keeps here what it has really installed.
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, record))) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * Installs the npm packages where they are missing or the lock file has changed since.
 *
 * Install scripts stay off: the packages that have one would fetch browsers and drivers.
 *
 * @throws where npm fails; its own words have been printed then
 */
export function installPackages() {
  if (isInstalled()) return;
  console.log('Installing the npm packages; this takes a minute the first time …');
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' } },
  );
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new Error('npm could not install the packages');
}
