import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { refuseOthers } from '../local-server.mjs';
import { judgePostForm } from './s3-post-policy.mjs';

const bucket = 'avatars';
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

const cors = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>
<AllowedMethod>PUT</AllowedMethod><AllowedMethod>POST</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule>
</CORSConfiguration>`;

/**
 * Starts an S3-compatible store, with the AWS SDK to sign for it. The store checks the signature of a PUT by itself, but
 * takes any form and whatever is not signed at all: those are judged before they reach it.
 */
export async function startStore() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [{ default: S3rver }, { S3Client, PutObjectCommand }, { createPresignedPost }, presigner] =
    await Promise.all([
      import('@20minutes/s3rver'),
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
    configureBuckets: [{ name: bucket, configs: [cors] }],
  });
  const { port } = await server.run();
  putInFront(server.httpServer);
  refuseOthers(server.httpServer);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials,
  });
  let count = 0;
  return {
    /** A place for one upload; `expires` in seconds from now. */
    async sign(how, type, expires = 60) {
      const Key = `${(count += 1)}/avatar`;
      const publicUrl = `${endpoint}/${bucket}/${Key}`;
      if (how === 'put') {
        const command = new PutObjectCommand({ Bucket: bucket, Key, ContentType: type });
        const options = {
          expiresIn: 60,
          signingDate: new Date(Date.now() + (expires - 60) * 1000),
        };
        return { url: await presigner.getSignedUrl(client, command, options), publicUrl };
      }
      const post = await createPresignedPost(client, {
        Bucket: bucket,
        Key,
        Fields: { 'Content-Type': type },
        Conditions: [['content-length-range', 1, 300_000]],
        Expires: expires,
      });
      return { ...post, publicUrl };
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}

function putInFront(httpServer) {
  const [store] = httpServer.listeners('request');
  httpServer.removeAllListeners('request');
  httpServer.on('request', (request, response) => {
    judge(request).then(
      ({ problem, body }) => {
        if (problem) refuse(response, problem);
        else store(body ? replay(request, body) : request, response);
      },
      () => refuse(response, { status: 400, code: 'InvalidRequest' }),
    );
  });
}

async function judge(request) {
  const { method, url, headers } = request;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (method === 'PUT' && !searchParams.has('X-Amz-Signature')) {
    return { problem: { status: 403, code: 'AccessDenied' } };
  }
  if (method !== 'POST') return {};
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const form = await new Response(body, { headers }).formData();
  return { problem: judgePostForm({ bucket: pathname.split('/')[1], form, credentials }), body };
}

/** The same request once more, since its body was read. */
function replay({ method, url, headers, httpVersion, socket }, body) {
  return Object.assign(Readable.from([body]), { method, url, headers, httpVersion, socket });
}

function refuse(response, { status, code }) {
  const headers = { 'content-type': 'application/xml', 'access-control-allow-origin': '*' };
  response.writeHead(status, headers).end(`<Error><Code>${code}</Code></Error>`);
}
