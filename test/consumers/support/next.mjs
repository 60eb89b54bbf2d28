import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../local-server.mjs';
import { env } from './install.mjs';

/** Starts Next's own server on a site that is built. Resolves once it listens. */
export async function startNext(folder) {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--port', String(port), '--hostname', 'localhost'],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const isReady = new Promise((resolve) => {
    server.stdout.on('data', (data) => String(data).includes('Ready') && resolve(true));
  });
  const hasEnded = once(server, 'exit').then(() => false);
  if (!(await Promise.race([isReady, hasEnded]))) throw new Error('next start has ended');
  return { url: `http://localhost:${port}`, close: () => server.kill() };
}
