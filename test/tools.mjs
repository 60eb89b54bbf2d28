// Starts every server of this repository and tries to get from it what it should keep to itself.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDevServer } from '@web/dev-server';
import { startServer } from './bench/server.mjs';
import { runCases } from './consumers/support/cases.mjs';
import { serve } from './consumers/support/server.mjs';
import { freePort } from './local-server.mjs';
import { startStore } from './photo/s3-store.mjs';
import { middleware, plugins, rootDir } from './server.mjs';

/** Other addresses of this machine; all of 127.0.0.0/8 is, where the system is Linux. */
const otherAddresses = [
  '127.0.0.2',
  ...Object.values(networkInterfaces())
    .flat()
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address),
];

const foreignHosts = [
  'example.com',
  'example.com:8000',
  'localhost.example.com',
  'localhost:8000.example.com',
  'localhost@example.com',
  'example.com#localhost',
  '127.0.0.1.example.com',
  '192.0.2.2:8000',
  '0.0.0.0:8000',
  '',
];

const outside = '/__wds-outside-root__/9/etc/hostname';
const privatePaths = [
  '/.gitignore',
  '/.git/config',
  '/.ci/run',
  '/%2egitignore',
  '/%2Egit/config',
  '/%252egitignore',
  '//.gitignore',
  '/./.gitignore',
  '/demo/../.gitignore',
  '/demo/..%2f.gitignore',
  '/demo/%2e%2e/%2egitignore',
  '/\\.gitignore',
  '/%5c.gitignore',
  '/demo\\..\\.gitignore',
  '/node_modules/.package-lock.json',
  'http://localhost/.gitignore',
  outside,
  `/${outside}`,
  `${outside}?x`,
  outside.replace('__', '%5f_'),
  outside.replace('__', '%255f_'),
  outside.replace('/9/', '%2f9%2f'),
  outside.replaceAll('/', '\\').replace('\\', '/'),
  `http://localhost${outside}`,
  `/demo/..${outside}`,
  '/../../../../../../../../etc/hostname',
  '/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/hostname',
  '/%zz',
];

/** The status of the answer to exactly these bytes; 0 where the connection is closed without one. */
async function statusOf(port, text, { address = '127.0.0.1', isCut = false } = {}) {
  const socket = connect({ port, host: address });
  socket.setTimeout(5_000, () => socket.destroy(new Error(`No answer to ${JSON.stringify(text)}`)));
  const answer = [];
  socket.on('data', (data) => answer.push(data));
  const closed = new Promise((resolve, reject) => {
    socket.on('close', resolve);
    socket.on('error', (error) => (error.code === 'ECONNRESET' ? resolve() : reject(error)));
  });
  socket.write(text);
  // Half an answer would never come, and neither would the end of one to an upgrade.
  if (isCut) socket.destroySoon();
  else await Promise.race([closed, once(socket, 'data').catch(() => undefined)]);
  socket.destroy();
  await closed;
  return Number(/^HTTP\/1\.1 (\d+)/.exec(Buffer.concat(answer).toString('latin1'))?.[1] ?? 0);
}

const get = (path, host, more = '') => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;

/** Tries everything on one server. */
async function attack(port, publicPath) {
  assert.equal(await statusOf(port, get(publicPath, 'localhost')), 200);
  for (const name of [`localhost:${port}`, '127.0.0.1', `[::1]:${port}`]) {
    const status = await statusOf(port, get(publicPath, name));
    assert.ok(status > 0 && status !== 403, name);
  }
  for (const address of otherAddresses) {
    await assert.rejects(statusOf(port, get(publicPath, 'localhost'), { address }), address);
  }
  for (const host of foreignHosts) {
    assert.ok((await statusOf(port, get(publicPath, host))) >= 400, `Host: ${host}`);
  }
  assert.ok((await statusOf(port, `GET ${publicPath} HTTP/1.0\r\n\r\n`)) >= 400, 'no Host');
  for (const path of privatePaths) {
    const status = await statusOf(port, get(path, `localhost:${port}`));
    assert.ok(status === 403 || status === 400, `${path}: ${status}`);
  }
}

/** Tries to open a WebSocket, through which a page may give commands to the test runner. */
async function attackSocket(port) {
  const open = (host, origin) =>
    statusOf(
      port,
      get(
        '/wds',
        host,
        `Origin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
      ),
    );
  const own = `localhost:${port}`;
  assert.equal(await open(own, `http://${own}`), 101);
  assert.notEqual(await open(own, 'http://example.com'), 101);
  assert.notEqual(await open(own, 'null'), 101);
  assert.notEqual(await open(`example.com:${port}`, `http://example.com:${port}`), 101);
}

/** Starts a program that is in a process of its own, as the script of package.json does. */
async function start(parameters, { env = {}, isReady }) {
  const child = spawn(process.execPath, parameters, {
    cwd: rootDir,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${parameters.join(' ')} has ended with ${code}`);
  });
  ended.catch(() => undefined);
  const stop = async () => {
    if (child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  };
  try {
    const match = await Promise.race([isReady(child), ended]);
    return { match, stop, isRunning: () => child.exitCode === null };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for a line that matches, and reads on so that the program can write. */
const printed = (pattern) => (child) =>
  new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = pattern.exec(line);
      if (match) resolve(match);
    });
  });

const answers = (port) => (child) => {
  child.stdout.resume();
  return (async () => {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const status = await statusOf(port, get('/', 'localhost')).catch(() => 0);
      if (status > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Nobody answers at ${port}`);
  })();
};

async function withProgram(parameters, options, test) {
  const { match, stop, isRunning } = await start(parameters, options);
  try {
    await test(match, isRunning);
  } finally {
    await stop();
  }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What is sent to the upload server as the start of a request, and whether the connection ends there. */
const oddities = [
  ['TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['TRACK / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['PROPFIND / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['GET //[ HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['GET //a:b@c:99999/ HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['GET http://localhost/x HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['GET / HTTP/1.1\r\nHost: localhost\r\nX: \xff\xfe\x01\r\n\r\n'],
  ['GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['POST //[ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello'],
  ['POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello'],
  ['POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nhello', { isCut: true }],
  ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', { isCut: true }],
  ['GET / HT', { isCut: true }],
  ['\0\0\0\0\r\n\r\n'],
  ['not a request at all\r\n\r\n'],
];

/** Sends them all, and looks after each whether the server is still there. */
async function sendOddities(port, isRunning) {
  for (const [text, options] of oddities) {
    await statusOf(port, Buffer.from(text, 'latin1'), options);
    const status = await statusOf(port, get('/none.png', 'localhost')).catch(() => 0);
    assert.ok(isRunning() && status === 404, `after ${JSON.stringify(text)}: ${status}`);
  }
}

/** Uploads a picture as a page of another origin does, after the question whether it may. */
async function uploadFrom(address, origin) {
  const preflight = await fetch(address, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });
  const body = new FormData();
  body.append('file', new Blob([png], { type: 'image/png' }), 'photo.png');
  const answer = await fetch(address, { method: 'POST', headers: { origin }, body });
  const allowed = [preflight, answer].map(({ headers }) =>
    headers.get('access-control-allow-origin'),
  );
  return { allowed, statuses: [preflight.status, answer.status], json: await answer.json() };
}

const uploadServer = (test) => async () => {
  const port = await freePort();
  const options = { env: { PORT: String(port) }, isReady: printed(/avatar-upload-url/) };
  await withProgram(['demo/upload-server/upload-server.mjs'], options, (_, isRunning) =>
    test(port, isRunning),
  );
};

/** A site's own server with the handler in it, which nothing stands in front of. */
const copiedHandler = `
import { createServer } from 'node:http';
import { answerWith, createUploadHandler } from './demo/upload-server/upload-server.mjs';
const handler = createUploadHandler({ publicUrl: 'https://example.com/', mayUpload: () => true });
createServer((incoming, outgoing) => void answerWith(handler, incoming, outgoing))
  .listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));`;

await runCases([
  [
    'only one module listens',
    () => {
      const files = ['demo', 'test'].flatMap((folder) =>
        readdirSync(join(rootDir, folder), { recursive: true }).map((name) => join(folder, name)),
      );
      const listening = files.filter(
        (file) =>
          /(?<!node_modules.*)\.[cm]?[jt]s$/.test(file) &&
          /\.listen\(/.test(readFileSync(join(rootDir, file), 'utf8')),
      );
      // This file has a server in a text.
      assert.deepEqual(listening.sort(), ['test/local-server.mjs', 'test/tools.mjs']);
    },
  ],
  [
    'npm start keeps other machines, other hosts and hidden files out',
    () =>
      withProgram(
        ['demo/start.mjs'],
        { isReady: printed(/http:\/\/localhost:(\d+)\//) },
        async ([, port]) => {
          await attack(Number(port), '/demo/');
          await attackSocket(Number(port));
        },
      ),
  ],
  [
    'so does the test runner',
    async () => {
      const port = await freePort();
      const parameters = ['--config', 'test/web-test-runner.config.mjs', '--manual'];
      await withProgram(
        ['node_modules/@web/test-runner/dist/bin.js', ...parameters, '--port', String(port)],
        { isReady: answers(port) },
        async () => {
          await attack(port, '/demo/index.html');
          await attackSocket(port);
        },
      );
    },
  ],
  [
    'so does the server of screenshots and of the live check',
    async () => {
      const { server, stop } = await startDevServer({
        config: { rootDir, hostname: 'localhost', port: 0, nodeResolve: true, plugins, middleware },
        readCliArgs: false,
        readFileConfig: false,
        logStartMessage: false,
        autoExitProcess: false,
      }).then((started) => ({ server: started.server, stop: () => started.stop() }));
      try {
        await attack(server.address().port, '/demo/states.html');
      } finally {
        await stop();
      }
    },
  ],
  [
    'so does the server of the benchmark',
    async () => {
      const server = await startServer();
      try {
        server.add([['/page', 'page']]);
        await attack(Number(new URL(server.origin).port), '/page');
      } finally {
        server.close();
      }
    },
  ],
  [
    'so does the server of the consumers and of the policy check',
    async () => {
      const server = await serve({ '/': `${rootDir}/` });
      try {
        await attack(Number(new URL(server.url).port), '/demo/index.html');
      } finally {
        server.close();
      }
    },
  ],
  [
    'so does the store of the upload tests',
    async () => {
      const store = await startStore();
      try {
        const { url } = await store.sign('put', 'image/png');
        const { port, pathname, search } = new URL(url);
        const put = await fetch(url, {
          method: 'PUT',
          headers: { 'content-type': 'image/png' },
          body: png,
        });
        assert.equal(put.status, 200, `${pathname}${search}`);
        await attack(Number(port), pathname);
      } finally {
        await store.stop();
      }
    },
  ],
  [
    'so does the example upload server',
    uploadServer(async (port) => {
      const { json } = await uploadFrom(`http://localhost:${port}/`, 'http://localhost:8000');
      await attack(port, new URL(json.url).pathname);
    }),
  ],
  ['the example upload server survives any request', uploadServer(sendOddities)],
  [
    'so does a site that has copied its handler',
    async () => {
      const port = await freePort();
      const options = { env: { PORT: String(port) }, isReady: printed(/ready/) };
      await withProgram(['--input-type=module', '--eval', copiedHandler], options, (_, isRunning) =>
        sendOddities(port, isRunning),
      );
    },
  ],
  [
    'the playground may upload to it, the web may not',
    uploadServer(async (port) => {
      const address = `http://localhost:${port}/`;
      for (const origin of ['http://localhost:8000', 'http://127.0.0.1:8123']) {
        const { allowed, statuses, json } = await uploadFrom(address, origin);
        assert.deepEqual(allowed, [origin, origin]);
        assert.deepEqual(statuses, [204, 201]);
        const picture = await fetch(json.url);
        assert.deepEqual(Buffer.from(await picture.arrayBuffer()), png);
      }
      for (const origin of ['https://example.com', 'http://localhost.example.com', 'null']) {
        const { allowed, statuses } = await uploadFrom(address, origin);
        assert.deepEqual(allowed, [null, null]);
        assert.equal(statuses[1], 403);
      }
    }),
  ],
]);
