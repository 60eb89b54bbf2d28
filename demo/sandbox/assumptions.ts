/** Something that the sandbox takes for granted of CometChat's cloud, which it has never been compared with. */
export interface Assumption {
  topic: string;
  assumed: string;
  /** What it rests on. */
  source: string;
}

const errorGuide =
  'CometChat’s error guide names the code; it shows no HTTP status and no whole JSON';
const limits =
  'CometChat’s “properties and constraints” page names the limit, not the answer to breaking it';
const choice = 'Nothing documented; the plainest choice';

/** Every assumption that the sandbox makes about the real cloud. */
export const assumptions: readonly Assumption[] = [
  {
    topic: 'PUT /me is a patch',
    assumed: 'Only the fields in the body change.',
    source:
      'The SDK’s login puts device data alone to the same address; documented examples set only the name',
  },
  {
    topic: 'Answer of PUT /me',
    assumed: 'The whole “me”, with the same auth token, `wsChannel`, `jwt`, `fat` and `settings`.',
    source: 'The SDK replaces the stored user by this answer and would lose the session otherwise',
  },
  {
    topic: 'Fields of PUT /me',
    assumed:
      'name, avatar, statusMessage, link, metadata and tags are taken; role, uid, status, authToken and all others are ignored without an error.',
    source:
      'CometChat’s user management page says that the role cannot be changed this way; the rest is assumed',
  },
  {
    topic: 'Clearing a field',
    assumed:
      '`""` and `null` clear avatar, status message, link, metadata and tags; a cleared field is absent from later answers.',
    source: 'Documented for the avatar of the admin API only',
  },
  {
    topic: '`unset` in PUT /me',
    assumed: 'It is ignored.',
    source: 'Documented for the admin API only',
  },
  {
    topic: 'Empty name',
    assumed: 'Empty, blank, `null` and non-string names are refused with 400 ERR_BAD_REQUEST.',
    source: limits,
  },
  {
    topic: 'Length of the name',
    assumed: '100 Unicode code points, as they are sent: the server neither trims nor normalises.',
    source: 'Documented as 100 characters in utf8mb4',
  },
  {
    topic: 'Avatar and link',
    assumed:
      'An http or https URL of up to 3,000 characters; others, `data:` among them, are refused with 400 ERR_BAD_REQUEST.',
    source: limits,
  },
  {
    topic: 'Status message',
    assumed: 'Free text, limited by the size of the body only.',
    source: 'Documented as free text, without a limit',
  },
  {
    topic: 'Size of the body',
    assumed:
      'A profile body of more than 10 KB (10,240 bytes) is refused with 400 ERR_BAD_REQUEST.',
    source: limits,
  },
  {
    topic: 'Metadata and tags',
    assumed:
      'Metadata of more than 5 KB and tags that are not strings are refused with 400 ERR_BAD_REQUEST.',
    source: limits,
  },
  {
    topic: 'Shape of an error',
    assumed:
      '`{"error": {"code", "message", "details"}}`; details are lists of texts by field, `{}` where there are none.',
    source: 'Public traces of CometChat servers',
  },
  {
    topic: 'Unknown token',
    assumed: '401 AUTH_ERR_AUTH_TOKEN_NOT_FOUND, with the token in clear in the message.',
    source: 'A public trace shows the code and the message; the status is assumed',
  },
  {
    topic: 'Unknown app, or wrong region',
    assumed: '401 AUTH_ERR_INVALID_APPID; 400 AUTH_ERR_EMPTY_APPID without the header.',
    source: errorGuide,
  },
  {
    topic: 'Missing token',
    assumed: '401 AUTH_ERR_EMPTY_AUTH_TOKEN.',
    source: errorGuide,
  },
  {
    topic: 'Unknown or deactivated user',
    assumed: '404 ERR_UID_NOT_FOUND.',
    source: errorGuide,
  },
  {
    topic: 'Too many requests',
    assumed:
      '429 ERR_TOO_MANY_REQUESTS with `Retry-After` and `X-Rate-Limit-Reset`. The sandbox counts nothing: only the fault does this.',
    source: 'CometChat’s rate limit page names code and headers',
  },
  {
    topic: 'Denied by role',
    assumed:
      'Either 403 ERR_PERMISSION_DENIED, or a success with the old values; there is a fault for each.',
    source:
      'The first from CometChat’s page on access control, the second from a public test script of CometChat',
  },
  {
    topic: 'Gateway answers',
    assumed:
      'A gateway may answer with an HTML page (502), with `{"message": …}` (503) or with `{}`.',
    source: 'Common gateways; not seen at CometChat',
  },
  {
    topic: 'Unknown address',
    assumed: '404 ERR_API_NOT_FOUND.',
    source: errorGuide,
  },
  {
    topic: 'Logging out',
    assumed: 'DELETE /me revokes the token it came with, and no other of the user.',
    source: choice,
  },
  {
    topic: 'Presence',
    assumed: 'A user stays “offline”, because the sandbox has no WebSocket.',
    source: 'A service worker cannot answer a WebSocket',
  },
  {
    topic: 'Settings',
    assumed:
      'APP_VERSION 4, CHAT_API_VERSION v3.0, CLIENT_API_HOST as asked, and analytics pings switched off (which is for the sandbox’s convenience).',
    source: 'The keys that the SDK reads',
  },
  {
    topic: 'Seeing a change at once',
    assumed:
      'GET /users/:uid has a change as soon as PUT /me is answered, and no token or other secret.',
    source: choice,
  },
];
