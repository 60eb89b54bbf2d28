import { Hono, type Context } from 'hono';
import { photoUrl } from './photos.js';
import { json } from './responses.js';
import { findUser, issueToken, nextId, tokenFor } from './worlds.js';
import type { Quirk, SandboxUser, World } from './types.js';

/** What the routes get to know of a request beside its method and path. */
export interface SiteRequest {
  world: World | undefined;
  form: FormData | undefined;
  /** Milliseconds since 1970. */
  now: number;
  quirk: Quirk | undefined;
}

interface TokenOptions {
  isForced: boolean;
  isRepeated: boolean;
  now: number;
}

type SiteContext = Context<{ Bindings: SiteRequest }>;

const maxUploadBytes = 5 * 1024 * 1024;

/** The token to hand out: with `isForced` a new one, else one that is valid. */
function chooseToken(world: World, user: SandboxUser, options: TokenOptions): string {
  const { isForced, isRepeated, now } = options;
  const last = world.lastTokens?.[user.uid];
  if (isRepeated && last !== undefined) return last;
  const token = (isForced ? issueToken : tokenFor)(world, user.uid, now);
  world.lastTokens = { ...world.lastTokens, [user.uid]: token };
  return token;
}

function giveToken(context: SiteContext): Response {
  const { world, now, quirk } = context.env;
  const user = world && findUser(world, context.req.query('user') ?? '');
  if (!user) return json({ error: 'There is no such user.' }, 404);
  const isForced = context.req.query('force') === 'true';
  const isRepeated = quirk === 'repeat-token';
  return json({ authToken: chooseToken(world, user, { isForced, isRepeated, now }) });
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
