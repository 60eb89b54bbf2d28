import type { SandboxUser, World } from './types.js';

/** A JSON answer. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
}

/** What CometChat's answers say about its limits. The sandbox counts nothing. */
const rateLimit = {
  'x-ratelimit-limit': '20000',
  'x-ratelimit-remaining': '19999',
  'x-ratelimit-limit-for-app': '100000',
};

/** What a refusal for too many requests says instead. */
export const rateLimitReached = { 'x-ratelimit-remaining': '0', 'retry-after': '15' };

/** A success in CometChat's shape. */
export function success(value: unknown): Response {
  return json({ data: value }, 200, rateLimit);
}

/** The HTTP status of each server error code; most are assumed. */
export const statuses = {
  AUTH_ERR_EMPTY_APPID: 400,
  AUTH_ERR_INVALID_APPID: 401,
  AUTH_ERR_EMPTY_AUTH_TOKEN: 401,
  AUTH_ERR_AUTH_TOKEN_NOT_FOUND: 401,
  AUTH_ERR_NO_ACCESS: 403,
  ERR_UID_NOT_FOUND: 404,
  ERR_API_NOT_FOUND: 404,
  ERR_BAD_REQUEST: 400,
  ERR_PERMISSION_DENIED: 403,
  ERR_PLAN_QUOTA_RESTRICTION: 402,
  ERR_TOO_MANY_REQUESTS: 429,
  ERR_OPERATION_FAILED: 500,
} as const;

/** The server error codes that the sandbox answers with (documented by CometChat). */
export type ServerErrorCode = keyof typeof statuses;

/** The messages of a refused request, by field. */
export type FieldErrors = Record<string, string[]>;

/** What a failure may say beside its code and its message. */
export interface FailureOptions {
  /** Present only where a field is at fault. */
  details?: FieldErrors;
  headers?: Record<string, string>;
}

/** A failure in CometChat's shape. */
export function failure(
  code: ServerErrorCode,
  message: string,
  { details, headers }: FailureOptions = {},
): Response {
  const error = {
    message,
    devMessage: message,
    source: 'chat-api',
    code,
    ...(details && { details }),
  };
  return json({ error }, statuses[code], { ...rateLimit, ...headers });
}

/** The answer to a token that is not (or no longer) valid. Its message has the token in clear, as in older public traces. */
export function unknownToken(token: string): Response {
  return failure(
    'AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    `The auth token ${token} does not exist. Please make sure you are logged in and have a valid auth token or try login again.`,
  );
}

/** A page such as a gateway shows. */
export function gatewayPage(): Response {
  const page = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';
  return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } });
}

/** A user as other users may see them: no token, no secrets. */
export function publicUser(user: SandboxUser): Record<string, unknown> {
  return { ...user, hasBlockedMe: false, blockedByMe: false };
}

/** The settings that steer the SDK's later requests (which hosts, which version, no pings). */
export function settings(world: World, host: string): Record<string, unknown> {
  return {
    APP_ID: world.appId,
    APP_VERSION: 4,
    CHAT_API_VERSION: 'v3.0',
    CLIENT_API_HOST: host,
    ADMIN_API_HOST: host,
    CHAT_HOST: `${world.appId}.websocket-${world.region}.cometchat.io`,
    CHAT_WSS_PORT: '443',
    ANALYTICS_HOST: `metrics-${world.region}.cometchat.io`,
    ANALYTICS_VERSION: 'v1',
    ANALYTICS_PING_DISABLED: true,
    REGION: world.region,
    MODE: 'DEFAULT',
    SECURED_MEDIA_HOST: `secure-media-${world.region}.cometchat.io`,
    settingsHash: 'sandbox',
    settingsHashReceivedAt: 1,
    extensions: [],
    'file.size.max': 104_857_600,
    'file.count.max': 10,
  };
}

/** The whole "me" that every `PUT /me` and `GET /me` answers with; the SDK replaces what it has stored by this. */
export function fullMe(
  world: World,
  user: SandboxUser,
  authToken: string,
  host: string,
): Record<string, unknown> {
  return {
    ...publicUser(user),
    authToken,
    wsChannel: {
      identity: `[${world.appId}]${user.uid}`,
      secret: 'sandbox-secret',
      service: `${world.appId}.websocket-${world.region}.cometchat.io`,
    },
    jwt: `sandbox-jwt-${user.uid}`,
    fat: `sandbox-fat-${user.uid}`,
    settings: settings(world, host),
  };
}
