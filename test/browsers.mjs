import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The engines that every test runs in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

const DEBIAN_PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** The first of `names` that is on the PATH, as an absolute path. */
export function which(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}

/** WebKitGTK keeps its test browser out of the PATH, in a folder named after architecture and API version. */
function miniBrowser() {
  const libraries = '/usr/lib';
  if (!existsSync(libraries)) return undefined;
  const candidates = [
    libraries,
    '/usr/libexec',
    ...readdirSync(libraries).map((name) => join(libraries, name)),
  ];
  for (const version of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
    for (const folder of candidates) {
      const file = join(folder, version, 'MiniBrowser');
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/**
 * What the machine has of an engine.
 *
 * @returns the programs by name, or undefined where one is missing
 */
export function findEngine(engine) {
  const programs = {
    chromium: () => ({
      browser: process.env.CHROME_PATH || which('chromium', 'chromium-browser', 'google-chrome'),
    }),
    firefox: () => ({
      browser: process.env.FIREFOX_PATH || which('firefox-esr', 'firefox'),
    }),
    webkit: () => ({
      browser: process.env.WEBKIT_PATH || miniBrowser(),
      driver: which('WebKitWebDriver'),
      display: which('Xvfb'),
    }),
  }[engine]();
  return Object.values(programs).every(Boolean) ? programs : undefined;
}

/** Runs `apt-get`, with what it takes to become root; false where that is not possible or fails. */
function aptGet(...parameters) {
  const isRoot = process.getuid?.() === 0;
  const [command, ...prefix] = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const { status } = spawnSync(command, [...prefix, ...parameters], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

/**
 * Installs Debian packages where that is allowed.
 *
 * @returns the command that does it
 */
export function installFromDebian(packages) {
  if (which('apt-get')) {
    console.log(`Installing ${packages.join(', ')} …`);
    aptGet('update', '--quiet');
    aptGet('install', '--yes', '--quiet', '--no-install-recommends', ...packages);
  }
  return `sudo apt-get install ${packages.join(' ')}`;
}

/**
 * Installs the engines that are missing, as Debian packages where that is allowed.
 *
 * @returns the engines that are still missing, and the command that would install them
 */
export function installEngines(engines) {
  const isMissing = (engine) => !findEngine(engine);
  const packages = engines.filter(isMissing).flatMap((engine) => DEBIAN_PACKAGES[engine]);
  if (packages.length === 0) return { missing: [], command: '' };
  const command = installFromDebian(packages);
  return { missing: engines.filter(isMissing), command };
}
