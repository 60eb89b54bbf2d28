import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Names of this machine; by any other a page of the web would have reached it, through DNS that it controls. */
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** The addresses that `localhost` means to the programs of this machine. */
async function localAddresses() {
  const found = await lookup('localhost', { all: true }).catch(() => []);
  return ['127.0.0.1', ...(found.some(({ address }) => address === '::1') ? ['::1'] : [])];
}

/** A path without any encoding, however often it was encoded; undefined where it is none. */
function decode(path) {
  try {
    const decoded = decodeURIComponent(path);
    return decoded === path ? path : decode(decoded);
  } catch {
    return undefined;
  }
}

/** Whether a path stays inside the served folder and leads to nothing hidden, such as `/.git/config`. */
function isPublic(url) {
  const path = decode(url.replace(/[?#].*/s, ''));
  if (!path?.startsWith('/')) return false;
  const parts = path.split(/[/\\]/);
  // By that name the dev server would serve any file of the machine.
  return !parts.some((part) => part.startsWith('.') || part === '__wds-outside-root__');
}

/** Whether a request came by a name of this machine, for something public, and from no other site's page. */
function isAllowed({ headers, url }, isUpgrade = false) {
  const { host, origin } = headers;
  if (!LOCAL_HOST.test(host ?? '') || !isPublic(url)) return false;
  // Browsers let any page open a WebSocket to any server.
  return !isUpgrade || !origin || origin === `http://${host}`;
}

/** Makes an HTTP server refuse what no page or test of this repository asks for, before its own listeners see it. */
export function refuseOthers(server) {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isAllowed(request)) for (const listener of listeners) listener(request, response);
    else response.writeHead(403, { 'content-type': 'text/plain' }).end('Forbidden');
  });
  // Node takes no upgrade where nobody listens for one.
  if (server.listenerCount('upgrade') === 0) return;
  // Those who do find the socket closed.
  server.prependListener('upgrade', (request, socket) => {
    if (!isAllowed(request, true)) socket.destroy();
  });
}

async function bind(server, port, host) {
  server.listen({ port, host });
  await once(server, 'listening');
}

/**
 * Lets an HTTP server listen on this machine's own addresses only, to requests that are meant for it.
 *
 * @param {import('node:http').Server} server one that does not listen yet
 * @param {number} [port] 0 for any that is free
 * @returns {Promise<number>} the port
 */
export async function listenLocally(server, port = 0) {
  refuseOthers(server);
  const [first, ...others] = await localAddresses();
  await bind(server, port, first);
  const bound = server.address().port;
  for (const address of others) {
    const other = createServer((socket) => server.emit('connection', socket));
    server.once('close', () => other.close());
    // A machine may know the name of an address that it does not have.
    await bind(other, bound, address).catch(({ code }) => {
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT')
        throw new Error(`${address}: ${code}`);
    });
  }
  return bound;
}

/** The same for the dev server and the test runner: both listen on every address, whatever name they are given. */
export const localOnly = {
  name: 'local-only',
  async serverStart({ server }) {
    const { port } = server.address();
    const closed = once(server, 'close');
    server.close();
    await closed;
    await listenLocally(server, port);
  },
};

/** A port that nothing listens at, from `port` on; any by default. */
export async function freePort(port = 0) {
  let bound = port;
  for (const address of await localAddresses()) {
    const server = createServer();
    const code = await bind(server, bound, address).catch((error) => error.code);
    if (code === 'EADDRINUSE' || code === 'EACCES') return freePort(port && port + 1);
    if (code) continue;
    bound = server.address().port;
    server.close();
    await once(server, 'close');
  }
  return bound;
}
