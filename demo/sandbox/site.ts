import { Hono, type Context } from 'hono';
import { photoUrl } from './photos.js';
import { json } from './responses.js';
import { findUser, issueToken, nextId, tokenFor } from './worlds.js';
import type { World } from './types.js';

/** What the routes get to know of a request beside its method and path. */
export interface SiteRequest {
  world: World | undefined;
  form: FormData | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

type SiteContext = Context<{ Bindings: SiteRequest }>;

const maxUploadBytes = 5 * 1024 * 1024;

function giveToken(context: SiteContext): Response {
  const { world, now } = context.env;
  const user = world && findUser(world, context.req.query('user') ?? '');
  if (!user) return json({ error: 'There is no such user.' }, 404);
  const give = context.req.query('force') === 'true' ? issueToken : tokenFor;
  return json({ authToken: give(world, user.uid, now) });
}

async function takeUpload(context: SiteContext): Promise<Response> {
  const { world, form } = context.env;
  if (!world) return json({ error: 'There is no such app.' }, 404);
  const file = form?.get('file');
  if (!(file instanceof Blob) || file.size === 0) return json({ error: 'No file came.' }, 400);
  if (!file.type.startsWith('image/')) return json({ error: 'Only pictures are taken.' }, 415);
  if (file.size > maxUploadBytes) return json({ error: 'The picture is too large.' }, 413);
  const id = nextId(world);
  world.pictures[id] = { type: file.type, bytes: await file.arrayBuffer() };
  return json({ url: photoUrl(`uploads/${encodeURIComponent(world.appId)}/${id}`) });
}

/**
 * What a site's own backend would offer, under `/sandbox/`: `POST token?app=…&user=…` answers `{"authToken": …}`, the
 * same token each time while it is valid; with `&force=true` a new one, as with `force` in CometChat's own API.
 * `POST upload?app=…` takes `multipart/form-data` with `file` and answers `{"url": …}`.
 */
export function createSite(): Hono<{ Bindings: SiteRequest }> {
  const site = new Hono<{ Bindings: SiteRequest }>().basePath('/sandbox');
  site.post('/token', giveToken);
  site.post('/upload', takeUpload);
  site.notFound(() => json({ error: 'Not found.' }, 404));
  return site;
}
