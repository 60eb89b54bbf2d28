import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { listenLocally } from '../../local-server.mjs';
import { root } from './install.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Starts the worker that answers in place of CometChat's cloud; opened once before the page that is tested. */
const workerPage = `<!doctype html><meta charset="utf-8" /><title>Starting</title><script>
  navigator.serviceWorker.register('/test-worker/service-worker.js', { scope: '/' });
  navigator.serviceWorker.addEventListener('controllerchange', () => (document.title = 'Started'));
</script>`;

async function findFile(folders, path) {
  for (const [prefix, folder] of folders) {
    if (!path.startsWith(prefix)) continue;
    const file = join(folder, normalize(path.slice(prefix.length)));
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return file;
    if (found?.isDirectory()) {
      const index = join(file, 'index.html');
      if (await stat(index).catch(() => undefined)) return index;
    }
  }
  return undefined;
}

/**
 * Serves folders under their prefixes, the sandbox's worker, and what a site's backend answers to `POST /chat-token`.
 *
 * @param {Record<string, string>} folders by prefix, the longest first
 * @param {{headers?: Record<string, string>, page?: (path: string) => Promise<string> | undefined}} [options] headers of
 *   each page; what makes a page's HTML
 */
export async function serve(folders, { headers = {}, page } = {}) {
  const all = Object.entries({ '/test-worker/': join(root, 'dist/sandbox/'), ...folders });
  const reports = [];
  let noteReport;
  const reported = new Promise((resolve) => (noteReport = resolve));
  const answerTo = async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = (status, type, body, more = {}) =>
      response.writeHead(status, { 'content-type': type, ...more }).end(body);
    if (request.method === 'POST' && pathname === '/chat-token') {
      return answer(200, 'application/json', '{"authToken":"sandbox-token-alice"}');
    }
    if (request.method === 'POST' && pathname === '/reports') {
      let body = '';
      for await (const chunk of request) body += chunk;
      reports.push(body);
      noteReport();
      return answer(204, 'text/plain', '');
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pathname === '/start-worker') return answer(200, types['.html'], workerPage);
    const made = await page?.(pathname);
    if (made !== undefined) return answer(200, types['.html'], made, headers);
    const file = await findFile(all, decodeURIComponent(pathname));
    if (!file) return answer(404, 'text/plain', 'Not found');
    const type = types[extname(file)] ?? 'application/octet-stream';
    const more = pathname.startsWith('/test-worker/')
      ? { 'service-worker-allowed': '/' }
      : type === types['.html']
        ? headers
        : {};
    return answer(200, type, await readFile(file), more);
  };
  const server = createServer((request, response) => void answerTo(request, response));
  const port = await listenLocally(server);
  return {
    url: `http://localhost:${port}`,
    /** The bodies of the reports that browsers sent. */
    reports,
    /** Settles with the first of them. */
    reported,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
