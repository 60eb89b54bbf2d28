// What a site's own endpoint for `avatar-upload-url` has to do, in plain Node. Start: node demo/upload-server/upload-server.mjs
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';

const types = [
  { type: 'image/jpeg', ending: 'jpg', magic: /^\xff\xd8\xff/ },
  { type: 'image/png', ending: 'png', magic: /^\x89PNG\r\n\x1a\n/ },
  { type: 'image/gif', ending: 'gif', magic: /^GIF8[79]a/ },
  { type: 'image/webp', ending: 'webp', magic: /^RIFF[^]{4}WEBP/ },
];

/**
 * Answers uploads (POST) and shows the stored pictures (GET).
 *
 * @param {object} options
 * @param {string} options.publicUrl Where the pictures can be seen, with a slash at the end. Best another host than the
 *   site's own, so that a file that is no picture after all runs nothing there.
 * @param {(request: Request) => boolean | Promise<boolean>} options.mayUpload Who may upload: check the session cookie,
 *   and that the request comes from your own pages.
 * @param {(origin: string) => boolean} [options.mayRead] Which other origins' pages may upload from a browser and read the
 *   answer; none by default. Needed only where your pages have another origin than this endpoint.
 * @param {number} [options.maxBytes] The widget sends at most 200,000 bytes.
 * @param {Map<string, {type: string, bytes: Uint8Array}>} [options.store] A bucket or a disk in real life.
 * @returns {(request: Request) => Promise<Response>}
 */
export function createUploadHandler({
  publicUrl,
  mayUpload,
  mayRead = () => false,
  maxBytes = 300_000,
  store = new Map(),
}) {
  const answer = async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
    if (request.method === 'GET') {
      const found = store.get(new URL(request.url).pathname.split('/').pop() ?? '');
      return found
        ? new Response(found.bytes, {
            headers: {
              'content-type': found.type,
              'x-content-type-options': 'nosniff',
              'content-security-policy': "default-src 'none'; sandbox",
              // The name is never used again, so nobody is shown an old picture.
              'cache-control': 'public, max-age=31536000, immutable',
            },
          })
        : refuse(404, 'No such picture');
    }
    if (request.method !== 'POST') return refuse(405, 'Only GET, POST and OPTIONS');
    const isAllowed = await mayUpload(request);
    const body = await readLimited(request, isAllowed ? maxBytes + 10_000 : 0);
    if (!isAllowed) return refuse(403, 'Please log in');
    if (!body) return refuse(413, 'The picture is too large');
    const file = await new Response(body, { headers: request.headers })
      .formData()
      .then((form) => form.get('file'))
      .catch(() => undefined);
    if (!(file instanceof Blob)) return refuse(400, 'A form with a "file" is wanted');
    if (file.size > maxBytes) return refuse(413, 'The picture is too large');
    const bytes = new Uint8Array(await file.arrayBuffer());
    // By its bytes: the name and the type that a browser sends can say anything.
    const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
    const kind = types.find(({ magic }) => magic.test(start));
    if (!kind) return refuse(415, 'Only JPEG, PNG, GIF and WebP');
    // A new name each time: nothing to guess, to overwrite, or to keep from a cache.
    const name = `${randomUUID()}.${kind.ending}`;
    store.set(name, { type: kind.type, bytes });
    return Response.json({ url: publicUrl + name }, { status: 201 });
  };
  return async (request) => {
    const response = await answer(request);
    const origin = request.headers.get('origin');
    response.headers.set('vary', 'origin');
    if (!origin || !mayRead(origin)) return response;
    response.headers.set('access-control-allow-origin', origin);
    // A site's session cookie comes along from its own other host.
    response.headers.set('access-control-allow-credentials', 'true');
    if (request.method === 'OPTIONS') {
      response.headers.set('access-control-allow-methods', 'POST');
      const wanted = request.headers.get('access-control-request-headers');
      if (wanted) response.headers.set('access-control-allow-headers', wanted);
    }
    return response;
  };
}

function refuse(status, error) {
  return Response.json({ error }, { status });
}

/**
 * The whole body, or nothing once it proves too large, whatever its Content-Length claimed. Reads on for a while
 * without keeping anything, since a browser hears no answer before it has sent everything.
 */
async function readLimited(request, maxBytes) {
  const parts = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else if (size > 20_000_000) break;
  }
  return size <= maxBytes ? new Blob(parts) : undefined;
}

/** What Node received, as a web request; undefined where the line that it starts with makes none. */
function toRequest({ method, headers, url }, body) {
  try {
    return new Request(new URL(url, 'http://localhost'), { method, headers, body, duplex: 'half' });
  } catch {
    // `TRACE /` and `GET //[`, for example.
    return undefined;
  }
}

/** Connects a handler of web requests to Node's own server, or to a middleware that has Node's request. */
export async function answerWith(handler, incoming, outgoing) {
  // A browser that leaves half-way is no reason to end.
  outgoing.on('error', () => {});
  try {
    const request = toRequest(
      incoming,
      incoming.method === 'POST' ? Readable.toWeb(incoming) : null,
    );
    const response = request ? await handler(request) : refuse(400, 'No such request');
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
  } catch {
    if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'application/json' });
    outgoing.end('{"error":"Something went wrong"}');
  }
}

if (process.argv[1] === import.meta.filename) {
  const { listenLocally } = await import('../../test/local-server.mjs');
  const port = Number(process.env.PORT ?? 8001);
  const publicUrl = `http://localhost:${port}/pictures/`;
  /** Pages of this computer, such as the playground's. */
  const mayRead = (origin) => /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(origin);
  // Nobody logs in to this one, which is why it listens to this computer only.
  const mayUpload = ({ headers }) => mayRead(headers.get('origin') ?? 'http://localhost');
  const handler = createUploadHandler({ publicUrl, mayUpload, mayRead });
  const server = createServer((incoming, outgoing) => void answerWith(handler, incoming, outgoing));
  await listenLocally(server, port);
  console.log(`avatar-upload-url="http://localhost:${port}/"`);
}
