import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createDeferred } from './deferred.mjs';

const BYTES = 30 * 1024 * 1024;
const picture = join(import.meta.dirname, '../demo/pictures/editor.png');

/**
 * Serves below `/large-photo/<id>.png` a picture of 30 MB, most of it behind its end. All but its start is sent only once
 * `/large-photo/<id>/go` was asked for.
 */
export function serveLargePhoto() {
  const waiting = new Map();
  return async (context, next) => {
    const [, id, what] = /^\/large-photo\/([\w-]+)(\.png|\/go)$/.exec(context.path) ?? [];
    if (!id) return next();
    const gate = waiting.get(id) ?? createDeferred();
    waiting.set(id, gate);
    if (what === '/go') {
      gate.resolve();
      context.status = 204;
      return;
    }
    context.type = 'image/png';
    context.set('cache-control', 'no-store');
    context.body = Readable.from(parts(gate.promise));
  };
}

async function* parts(permission) {
  yield* createReadStream(picture);
  await permission;
  const piece = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < BYTES; sent += piece.length) yield piece;
}
