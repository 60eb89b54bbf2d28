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

/** Runs a program to its end; what it printed is in the error where it fails. */
export async function run(command, parameters, cwd) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PUPPETEER_SKIP_DOWNLOAD: '1' };
  try {
    return (await call(command, parameters, { cwd, env, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const words = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-40);
    throw new Error(`${command} ${parameters.join(' ')}\n${words.join('\n')}`, { cause: error });
  }
}

/** Packs what would be published. Resolves to the path of the tarball. */
export async function pack() {
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

/**
 * Copies a consumer into the cache folder and installs its packages where they are missing or its package.json has
 * changed; the editor's own is put there anew each time.
 *
 * @returns the folder
 */
export async function installConsumer(name, tarball) {
  const source = join(root, 'test/consumers', name);
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  for (const each of readdirSync(folder)) {
    if (each !== 'node_modules') rmSync(join(folder, each), { recursive: true });
  }
  cpSync(source, folder, { recursive: true, filter: ownFiles });
  cpSync(tarball, join(folder, `${packageName}.tgz`));
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const key = createHash('sha256')
    .update(readFileSync(join(source, 'package.json')))
    .update(JSON.stringify([dependencies, peerDependencies]))
    .digest('hex');
  const record = join(folder, 'node_modules/.consumer-key');
  if (!existsSync(record) || readFileSync(record, 'utf8') !== key) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    const quiet = ['--loglevel=error', '--prefer-offline'];
    await run('npm', ['install', ...flags, ...quiet], folder);
    writeFileSync(record, key);
  }
  const target = join(folder, 'node_modules', packageName);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], folder);
  return folder;
}
