import { isLogin } from './profile-rules.js';
import { photoHost } from './photos.js';
import type { RequestPhase } from './types.js';

/** A path without the version that the SDK puts before it. */
export function apiPath(url: URL): string {
  return url.pathname.replace(/^\/v\d+(?:\.\d+)?(?=\/)/, '');
}

/** Whether an address belongs to what a site's own backend offers in the sandbox. */
export function isSitePath(pathname: string): boolean {
  return pathname.startsWith('/sandbox/');
}

/** Whether a request belongs to an app that is switched to the real cloud, or is for that cloud's pictures. */
function isLive(request: Request, url: URL, liveApps: ReadonlySet<string>): boolean {
  const appId = request.headers.get('appid');
  return appId === null ? liveApps.size > 0 && url.hostname !== photoHost : liveApps.has(appId);
}

/**
 * Whether the sandbox answers a request of a page.
 * @param origin the page's own
 * @param liveApps the app ids whose requests go to the real cloud
 */
export function isForSandbox(
  request: Request,
  origin: string,
  liveApps: ReadonlySet<string>,
): boolean {
  const url = new URL(request.url);
  if (url.origin === origin) return isSitePath(url.pathname);
  return /(^|\.)cometchat\.io$/.test(url.hostname) && !isLive(request, url, liveApps);
}

/** What a request is for. */
export function phaseOf(method: string, path: string, body: unknown): RequestPhase {
  if (path === '/me' && method === 'PUT') return isLogin(body) ? 'connect' : 'save';
  if (/^\/users\/[^/]+$/.test(path) && method === 'GET') return 'load';
  if (path === '/sandbox/upload' && method === 'POST') return 'upload';
  if (path === '/sandbox/token' && method === 'POST') return 'token';
  return 'other';
}

/** The app that a request is about: by header for the API, by query for the site. */
export function appIdOf(request: Request, url: URL): string {
  return request.headers.get('appid') ?? url.searchParams.get('app') ?? '';
}

const allowedHeaders =
  'appid, authtoken, content-type, resource, sdk, authorization, settingshash, settingshashreceivedat';

/** Lets pages of any origin read an answer. A broken connection stays one. */
export function withCors(response: Response, request: Request): Response {
  if (response.type === 'error') return response;
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', request.headers.get('origin') ?? '*');
  headers.set('vary', 'origin');
  return new Response(response.body, { status: response.status, headers });
}

const readableHeaders = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

/**
 * What a page may read of an answer from another origin. CometChat names no further headers for pages in
 * `Access-Control-Expose-Headers`, and a browser hands on whatever a service worker answers.
 */
export function asReadByPages(response: Response): Response {
  if (response.type === 'error') return response;
  const headers = [...response.headers].filter(([name]) => readableHeaders.includes(name));
  return new Response(response.body, { status: response.status, headers });
}

/** The answer to a preflight. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET,PUT,POST,DELETE',
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': '600',
    },
  });
}
