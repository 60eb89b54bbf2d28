import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const shared = { absWorkingDir: root, bundle: true, target: 'es2022', logLevel: 'warning' };

/**
 * Builds the sandbox: `service-worker.js`, one classic script for browsers, and `backend.js`, a module that Node and
 * pages can import.
 * @param {string} [directory] where to, from the top of the repository
 */
export async function buildSandbox(directory = 'dist/sandbox') {
  await Promise.all([
    build({
      ...shared,
      entryPoints: ['demo/sandbox/service-worker.ts'],
      outfile: `${directory}/service-worker.js`,
      format: 'iife',
    }),
    build({
      ...shared,
      entryPoints: ['demo/sandbox/index.ts'],
      outfile: `${directory}/backend.js`,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
    }),
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await buildSandbox();
