import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerWith, createUploadHandler } from '../../demo/upload-server/upload-server.mjs';

/** Answers that no server should give, by the last part of the path. */
const faults = {
  refused: (response) => answer(response, 403, '<h1>No, secret-server-text</h1>'),
  'too-large': (response) => answer(response, 413, '{"error":"secret-server-text"}'),
  'not-json': (response) => answer(response, 200, '<!doctype html>Please log in'),
  'no-url': (response) => answer(response, 200, '{"ok":true}'),
  null: (response) => answer(response, 200, 'null'),
  script: (response) => answer(response, 200, '{"url":"javascript:alert(1)"}'),
  /** Never answers. */
  stall: () => {},
};

function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/html' }).end(text);
}

/** Cuts the connection when half of the body has come. */
function dropAtHalf(request) {
  const half = Number(request.headers['content-length']) / 2;
  let size = 0;
  request.on('data', (part) => {
    size += part.length;
    if (size >= half) request.socket.destroy();
  });
}

/**
 * Gives the test server what uploads need, for every engine alike: the demo's upload server at `/upload-server/`,
 * faults at `/upload-fault/<name>/<id>`, their count at `/upload-seen/<id>`, and at `/s3-sign` places in a real
 * S3-compatible store, signed by the AWS SDK. The middleware comes before the files', the plugin ends the store.
 */
export function createUploads() {
  const seen = new Map();
  let store;
  let handler;

  async function middleware(context, next) {
    const { path, origin, req, res } = context;
    const [, place, name, id] = path.split('/');
    if (place === 'upload-server') {
      context.respond = false;
      context.status = 200;
      const mayUpload = (request) => !new URL(request.url).searchParams.has('forbidden');
      handler ??= createUploadHandler({ publicUrl: `${origin}/upload-server/`, mayUpload });
      await answerWith(handler, req, res);
    } else if (place === 'upload-fault') {
      context.respond = false;
      context.status = 200;
      seen.set(id, (seen.get(id) ?? 0) + 1);
      if (name === 'drop') {
        dropAtHalf(req);
      } else {
        // A cancelled upload never ends.
        req.on('end', () => faults[name](res)).resume();
      }
    } else if (place === 'upload-seen') {
      context.body = { count: seen.get(name) ?? 0 };
    } else if (place === 's3-sign') {
      store ??= startStore();
      const { searchParams } = new URL(context.href);
      const { sign } = await store;
      context.body = await sign(searchParams.get('how'), searchParams.get('type'));
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

const cors = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>
<AllowedMethod>PUT</AllowedMethod><AllowedMethod>POST</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule>
</CORSConfiguration>`;

async function startStore() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [{ default: S3rver }, { S3Client, PutObjectCommand }, { createPresignedPost }, presigner] =
    await Promise.all([
      import('s3rver'),
      import('@aws-sdk/client-s3'),
      import('@aws-sdk/s3-presigned-post'),
      import('@aws-sdk/s3-request-presigner'),
    ]);
  const directory = await mkdtemp(join(tmpdir(), 'avatars-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'avatars', configs: [cors] }],
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  let count = 0;
  return {
    async sign(how, type) {
      const Bucket = 'avatars';
      const Key = `${(count += 1)}/avatar`;
      const publicUrl = `${endpoint}/${Bucket}/${Key}`;
      if (how === 'put') {
        const command = new PutObjectCommand({ Bucket, Key, ContentType: type });
        return { url: await presigner.getSignedUrl(client, command, { expiresIn: 60 }), publicUrl };
      }
      const post = await createPresignedPost(client, {
        Bucket,
        Key,
        Fields: { 'Content-Type': type },
        Conditions: [['content-length-range', 1, 300_000]],
        Expires: 60,
      });
      return { ...post, publicUrl };
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
