import { Hono, type Context } from 'hono';
import { applyProfile, isObject, maxBodyBytes, profileErrors } from './profile-rules.js';
import { failure, fullMe, publicUser, settings, success, unknownToken } from './responses.js';
import { findUser } from './worlds.js';
import type { Quirk, SandboxUser, World } from './types.js';

/** What the routes get to know of a request beside its method and path. */
export interface ApiRequest {
  world: World | undefined;
  /** The host that was asked, as `host[:port]`. */
  host: string;
  /** The parsed body. */
  body: unknown;
  /** Bytes of the body. */
  size: number;
  /** Milliseconds since 1970. */
  now: number;
  quirk: Quirk | undefined;
}

interface Variables {
  world: World;
  user: SandboxUser;
  token: string;
}

type ApiContext = Context<{ Bindings: ApiRequest; Variables: Variables }>;

/** Whether the host that was asked serves this app: `<appId>.apiclient-<region>.cometchat.io`, or any dedicated host. */
function servesApp(host: string, world: World): boolean {
  const parts = /^(.+)\.apiclient-([^.]*)\.cometchat\.io(?::\d+)?$/i.exec(host);
  if (!parts) return true;
  return (
    parts[1]?.toLowerCase() === world.appId.toLowerCase() &&
    parts[2]?.toLowerCase() === world.region.toLowerCase()
  );
}

function me(context: ApiContext): Response {
  const { world, user, token } = context.var;
  return success(fullMe(world, user, token, context.env.host));
}

function updateMe(context: ApiContext): Response {
  const { body, size, now, quirk } = context.env;
  if (size > maxBodyBytes) {
    return failure('ERR_BAD_REQUEST', 'The request body is larger than 10 KB.');
  }
  const fields = isObject(body) ? body : {};
  const errors = profileErrors(fields);
  if (Object.keys(errors).length > 0) {
    return failure('ERR_BAD_REQUEST', 'Failed to validate the data sent with the request.', {
      details: errors,
    });
  }
  if (quirk !== 'deny') {
    applyProfile(context.var.user, fields, { ignoreClearing: quirk === 'keep-cleared', now });
  }
  return me(context);
}

function logout(context: ApiContext): Response {
  Reflect.deleteProperty(context.var.world.tokens, context.var.token);
  return success({ success: true, message: 'The user has been logged out successfully.' });
}

function otherUser(context: ApiContext): Response {
  const uid = context.req.param('uid') ?? '';
  const user = findUser(context.var.world, uid);
  return user && !user.deactivatedAt
    ? success(publicUser(user))
    : failure(
        'ERR_UID_NOT_FOUND',
        `The UID ${uid} does not exist, please make sure you have created a user with UID ${uid}.`,
      );
}

function echoSession({ env: { body } }: ApiContext): Response {
  return success({ sessionId: isObject(body) ? body['sessionId'] : undefined });
}

/** The client API, without its version prefix: what the SDK asks for from login to logout. */
export function createApi(): Hono<{ Bindings: ApiRequest; Variables: Variables }> {
  const api = new Hono<{ Bindings: ApiRequest; Variables: Variables }>();

  api.post('/ping', () => success({}));

  api.use(async (context, next) => {
    const appId = context.req.header('appid');
    if (!appId) return failure('AUTH_ERR_EMPTY_APPID', 'The appid header is missing.');
    const { world, host } = context.env;
    if (!world || !servesApp(host, world)) {
      return failure(
        'AUTH_ERR_INVALID_APPID',
        `The app ID ${appId} does not exist in this region.`,
      );
    }
    const token = context.req.header('authtoken');
    if (!token) return failure('AUTH_ERR_EMPTY_AUTH_TOKEN', 'The authToken header is missing.');
    const uid = Object.hasOwn(world.tokens, token) ? world.tokens[token] : undefined;
    const user = uid === undefined ? undefined : world.users[uid];
    if (!user) return unknownToken(token);
    context.set('world', world);
    context.set('user', user);
    context.set('token', token);
    return next();
  });

  api.get('/me', me);
  api.put('/me', updateMe);
  api.delete('/me', logout);
  api.post('/me/jwt', (context) => success({ jwt: `sandbox-jwt-${context.var.user.uid}` }));
  api.get('/users/:uid', otherUser);
  api.post('/user_sessions', echoSession);
  api.get('/settings', ({ var: { world }, env: { host } }) => success(settings(world, host)));
  api.notFound(() => failure('ERR_API_NOT_FOUND', 'The requested API endpoint does not exist.'));
  return api;
}
