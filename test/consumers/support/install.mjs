import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../../..');

const packageName = 'cometchat-profile-editor';
/** Outside the repository, so that no consumer finds the repository's own packages. */
const cache = join(tmpdir(), `${packageName}-consumers-${userInfo().username}`);

const call = promisify(execFile);
/** What each program of a consumer is run with. */
export const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PUPPETEER_SKIP_DOWNLOAD: '1' };
/** Milliseconds for one program; a registry or a build that hangs is a failure, not a wait without end. */
const timeout = 300_000;

/** Runs a program to its end; what it printed is in the error where it fails. */
export async function run(command, parameters, cwd) {
  try {
    return (await call(command, parameters, { cwd, env, timeout, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const words = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-40);
    if (error.killed) words.push(`It was stopped after ${timeout / 1000} seconds.`);
    throw new Error(`${command} ${parameters.join(' ')}\n${words.join('\n')}`, { cause: error });
  }
}

const readPackage = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Throws where a build has not come to its end: each consumer would fail for a reason of its own. */
function checkBuild() {
  const targets = Object.values(readPackage().exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  const missing = targets.filter((path) => !path.includes('*') && !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`npm run build first: ${missing.join(', ')} missing`);
}

/** Packs what would be published. Resolves to the path of the tarball. */
export async function pack() {
  checkBuild();
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'pack-'));
  const output = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    root,
  );
  const tarball = join(folder, JSON.parse(output)[0].filename);
  const kept = join(cache, `${packageName}.tgz`);
  cpSync(tarball, kept);
  rmSync(folder, { recursive: true });
  return kept;
}

const ownFiles = (source) => !/\/(?:node_modules|build)$/.test(source);

/** Installs a consumer's packages, with a second try: a registry that stumbles says nothing of the editor. */
async function installPackages(name, folder) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  const install = (source) => run('npm', ['install', ...flags, '--loglevel=error', source], folder);
  try {
    await install('--prefer-offline');
  } catch (error) {
    console.log(`The packages of ${name} did not install; a second try:\n${error.message}`);
    await install('--prefer-online');
  }
}

/**
 * Copies a consumer into the cache folder and installs its packages where they are missing or its package.json has
 * changed; the editor's own is put there anew each time.
 *
 * @param {string[]} [layers] whose files it is made of, each replacing those of the one before
 * @returns the folder
 */
export async function installConsumer(name, tarball, layers = [name]) {
  const source = join(root, 'test/consumers', name);
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  for (const each of readdirSync(folder)) {
    if (each !== 'node_modules') rmSync(join(folder, each), { recursive: true });
  }
  for (const each of layers) {
    cpSync(join(root, 'test/consumers', each), folder, { recursive: true, filter: ownFiles });
  }
  cpSync(tarball, join(folder, `${packageName}.tgz`));
  const { dependencies, peerDependencies } = readPackage();
  const key = createHash('sha256')
    .update(readFileSync(join(source, 'package.json')))
    .update(JSON.stringify([dependencies, peerDependencies]))
    .digest('hex');
  const record = join(folder, 'node_modules/.consumer-key');
  if (!existsSync(record) || readFileSync(record, 'utf8') !== key) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    await installPackages(name, folder);
    writeFileSync(record, key);
  }
  const target = join(folder, 'node_modules', packageName);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], folder);
  return folder;
}
