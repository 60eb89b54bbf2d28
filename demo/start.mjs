import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { installPackages } from '../test/install.mjs';
import { freePort } from '../test/local-server.mjs';

const root = resolve(import.meta.dirname, '..');
const FIRST_PORT = 8000;

/** Runs `task` once more after each change under `folder`, never twice at a time. */
function onChange(folder, task) {
  let timer;
  let work = Promise.resolve();
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(task).catch((error) => console.error(error.message));
    }, 100);
  });
}

async function buildStandalone() {
  const { rollup } = await import('rollup');
  const { default: configure } = await import('../rollup.config.mjs');
  const { output, ...input } = configure({ configOnly: 'standalone' });
  const bundle = await rollup(input);
  await bundle.write(output);
  await bundle.close();
}

async function serve(port) {
  const { startDevServer } = await import('@web/dev-server');
  const { middleware, plugins, rootDir } = await import('../test/server.mjs');
  await startDevServer({
    config: {
      rootDir,
      hostname: 'localhost',
      port,
      nodeResolve: true,
      plugins: [...plugins, freshBuild],
      middleware: [showPlayground, neverCache, ...middleware],
    },
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
  });
}

/** The server would answer with what it has read before: a file that a build removes and writes anew counts as no change. */
const freshBuild = {
  name: 'fresh-build',
  transform: ({ path }) => (path.startsWith('/dist/') ? { transformCache: false } : undefined),
};

async function showPlayground(context, next) {
  if (context.path === '/') context.redirect('/demo/');
  else await next();
}

async function neverCache(context, next) {
  await next();
  context.set('Cache-Control', 'no-store');
}

process.chdir(root);
installPackages();
const { buildSandbox } = await import('./sandbox/build.mjs');
console.log('Building the editor and its sandbox …');
await Promise.all([buildStandalone(), buildSandbox()]);
onChange('src', buildStandalone);
onChange('demo/sandbox', () => buildSandbox());

const port = await freePort(FIRST_PORT);
await serve(port);
console.log(`The playground is at http://localhost:${port}/ (Ctrl+C ends it)`);
