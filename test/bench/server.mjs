import { createServer } from 'node:http';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { listenLocally } from '../local-server.mjs';

/** Where the pages of the benchmark tell of what has happened in them. */
const BEACONS = '/bench/';

const TYPES = {
  '': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

/**
 * Serves files from memory, compressed by brotli 11 beforehand and never cached, on a free port of this machine alone.
 * Remembers what was asked for.
 */
export async function startServer() {
  const files = new Map();
  const requests = [];
  const waiting = new Map();

  /** A page tells of what has happened in it, by a beacon. */
  async function hear(name, request, response) {
    const chunks = await request.toArray().catch(() => []);
    response.writeHead(204).end();
    const tell = waiting.get(name);
    waiting.delete(name);
    tell?.(JSON.parse(Buffer.concat(chunks).toString() || '{}'));
  }

  const server = createServer((request, response) => {
    const path = request.url.replace(/[?#].*/, '');
    if (request.method === 'POST' && path.startsWith(BEACONS)) {
      void hear(path.slice(BEACONS.length), request, response);
      return;
    }
    const file = files.get(path);
    requests.push({ path, bytes: file?.body.length ?? 0, isScript: extname(path) === '.js' });
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'cache-control': 'no-store',
      'content-encoding': 'br',
      'content-length': file.body.length,
      'content-type': file.type,
    });
    response.end(file.body);
  });
  const port = await listenLocally(server);

  return {
    origin: `http://localhost:${port}`,
    /** Every request since it was last emptied, in the order of arrival. */
    requests,
    /** Adds files by address; a page's address has no ending. */
    add(added) {
      for (const [path, content] of added) {
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        const body = brotliCompressSync(content, { params });
        files.set(path, { body, type: TYPES[extname(path)] ?? 'application/octet-stream' });
      }
    },
    /** Waits until a page tells of this; what it says of it. */
    told(name, patience) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`No page has told of “${name}” in ${patience / 1000} s`));
        }, patience);
        waiting.set(name, (detail) => {
          clearTimeout(timer);
          resolve(detail);
        });
      });
    },
    close: () => server.close(),
  };
}
