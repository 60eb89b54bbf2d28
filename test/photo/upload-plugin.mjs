import { answerWith, createUploadHandler } from '../../demo/upload-server/upload-server.mjs';
import { startStore } from './s3-store.mjs';

/** Answers that no server should give, by the last part of the path. */
const faults = {
  refused: (response) => answer(response, 403, '<h1>No, secret-server-text</h1>'),
  'too-large': (response) => answer(response, 413, '{"error":"secret-server-text"}'),
  'not-json': (response) => answer(response, 200, '<!doctype html>Please log in'),
  'no-url': (response) => answer(response, 200, '{"ok":true}'),
  null: (response) => answer(response, 200, 'null'),
  script: (response) => answer(response, 200, '{"url":"javascript:alert(1)"}'),
  missing: (response, origin) =>
    answer(response, 200, JSON.stringify({ url: `${origin}/upload-missing.png` })),
  /** The address of a picture that never comes. */
  stuck: (response, origin, id) =>
    answer(response, 200, JSON.stringify({ url: `${origin}/upload-fault/stall/${id}-picture` })),
  /** A picture that is there from the third request on. */
  late: (response, origin, id, count) =>
    count < 3
      ? answer(response, 404, '')
      : response.writeHead(302, { location: `${origin}/demo/pictures/editor.png` }).end(),
  relative: (response) => answer(response, 200, '{"url":"../../demo/pictures/editor.png"}'),
  /** Never answers. */
  stall: () => {},
};

function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/html' }).end(text);
}

/** Acts once half of the body has come. */
function atHalf(request, act) {
  const half = Number(request.headers['content-length']) / 2;
  let size = 0;
  request.on('data', (part) => {
    size += part.length;
    if (size < half) return;
    request.pause();
    act();
  });
}

/**
 * Gives the test server what uploads need, for every engine alike: the demo's upload server at `/upload-server/`,
 * faults at `/upload-fault/<name>/<id>` until `/upload-lift/<id>` is asked for, their count at `/upload-seen/<id>`, and at
 * `/s3-sign` places in a real S3-compatible store, signed by the AWS SDK. The middleware comes before the files', the
 * plugin ends the store.
 */
export function createUploads() {
  const seen = new Map();
  const lifted = new Set();
  let store;
  let handler;

  async function middleware(context, next) {
    const { path, origin, req, res } = context;
    const [, place, name, id] = path.split('/');
    if (place === 'upload-fault') seen.set(id, (seen.get(id) ?? 0) + 1);
    if (place === 'upload-server' || (place === 'upload-fault' && lifted.has(id))) {
      context.respond = false;
      context.status = 200;
      const mayUpload = (request) => !new URL(request.url).searchParams.has('forbidden');
      handler ??= createUploadHandler({ publicUrl: `${origin}/upload-server/`, mayUpload });
      await answerWith(handler, req, res);
    } else if (place === 'upload-fault') {
      context.respond = false;
      context.status = 200;
      if (name === 'drop') atHalf(req, () => req.socket.destroy());
      else if (name === 'half') atHalf(req, () => {});
      // A cancelled upload never ends.
      else req.on('end', () => faults[name](res, origin, id, seen.get(id))).resume();
    } else if (place === 'upload-lift') {
      lifted.add(name);
      context.body = '';
    } else if (place === 'upload-seen') {
      context.body = { count: seen.get(name) ?? 0 };
    } else if (place === 's3-sign') {
      store ??= startStore();
      const { searchParams } = new URL(context.href);
      const { sign } = await store;
      const expires = Number(searchParams.get('expires') ?? 60);
      context.body = await sign(searchParams.get('how'), searchParams.get('type'), expires);
    } else {
      await next();
    }
  }

  const plugin = {
    name: 'uploads',
    serverStop: async () => (await store)?.stop(),
  };
  return { middleware, plugin };
}
