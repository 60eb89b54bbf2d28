/** What public sources say of an assumption: CometChat's documentation, or answers of its cloud that others recorded. */
export type Verdict = 'supported by public traces' | 'contradicted' | 'still assumed';

/** Something that the sandbox takes for granted of CometChat's cloud, which it has never been compared with. */
export interface Assumption {
  topic: string;
  assumed: string;
  verdict: Verdict;
  /** What the verdict rests on, in one line. */
  source: string;
}

/** Every assumption that the sandbox makes about the real cloud. */
export const assumptions: readonly Assumption[] = [
  {
    topic: 'PUT /me is a patch',
    assumed: 'Only the fields in the body change.',
    verdict: 'supported by public traces',
    source:
      'Public test code that saves the tags alone, or the name alone, gets a whole user back; the SDK’s login puts device data alone to the same address',
  },
  {
    topic: 'Answer of PUT /me',
    assumed: 'The whole “me”, with the same auth token, `wsChannel`, `jwt`, `fat` and `settings`.',
    verdict: 'still assumed',
    source:
      'Public test code reads name and tags from the answer; for the rest, the SDK replaces the stored user by it and would lose the session otherwise',
  },
  {
    topic: 'Fields of PUT /me',
    assumed:
      'name, avatar, statusMessage, link, metadata and tags are taken; role, uid, status, authToken and all others are ignored without an error.',
    verdict: 'supported by public traces',
    source:
      'The documentation says that the role cannot be changed this way; a recorded answer of the admin API ignores the uid; the others are assumed',
  },
  {
    topic: 'Clearing a field',
    assumed: '`""` and `null` clear avatar, status message, link, metadata and tags.',
    verdict: 'still assumed',
    source: 'The documentation allows an empty avatar in the admin API only',
  },
  {
    topic: 'A field without a value',
    assumed: 'It is absent from answers.',
    verdict: 'supported by public traces',
    source: 'Recorded answers leave it out',
  },
  {
    topic: '`unset` in PUT /me',
    assumed: 'It is ignored.',
    verdict: 'still assumed',
    source:
      'Documented for the admin API only, and there for avatar, link and metadata: not for the status message',
  },
  {
    topic: 'Empty name',
    assumed: 'Empty, blank, `null` and non-string names are refused with 400 ERR_BAD_REQUEST.',
    verdict: 'still assumed',
    source: 'A public fixture of the admin API refuses a missing name with 400; it shows no code',
  },
  {
    topic: 'Length of the name',
    assumed: '100 Unicode code points, as they are sent: the server neither trims nor normalises.',
    verdict: 'supported by public traces',
    source: 'Documented as 100 characters in utf8mb4; counting by code point is an inference',
  },
  {
    topic: 'Uids',
    assumed: 'Stored and answered in lower case; an address may have them in any case.',
    verdict: 'supported by public traces',
    source: 'The documentation says that they are stored in lower case; the addresses are assumed',
  },
  {
    topic: 'Avatar and link',
    assumed: 'An http or https URL of up to 3,000 characters.',
    verdict: 'supported by public traces',
    source: 'Documented as a URL of 3,000 characters; a recorded answer has an `http:` address',
  },
  {
    topic: 'Other avatars and links',
    assumed: '`data:` and other addresses are refused with 400 ERR_BAD_REQUEST.',
    verdict: 'still assumed',
    source: 'The documentation names the limit, not the answer to breaking it',
  },
  {
    topic: 'Status message',
    assumed: 'Free text, limited by the size of the body only.',
    verdict: 'still assumed',
    source: 'Documented as free text; neither a limit nor the lack of one is documented',
  },
  {
    topic: 'Size of the body',
    assumed:
      'A profile body of more than 10 KB (10,240 bytes) is refused with 400 ERR_BAD_REQUEST.',
    verdict: 'supported by public traces',
    source: 'The limit is documented; the answer to breaking it is assumed',
  },
  {
    topic: 'Size of the metadata',
    assumed: 'More than 5 KB is refused with 400 ERR_BAD_REQUEST.',
    verdict: 'contradicted',
    source:
      'One page of the documentation says 5 KB, another 1.6K characters; the sandbox takes the former',
  },
  {
    topic: 'Tags',
    assumed:
      'At most 25 of 100 characters each; more, and tags that are not strings, are refused with 400 ERR_BAD_REQUEST.',
    verdict: 'supported by public traces',
    source: 'The limits are documented; the answer to breaking them is assumed',
  },
  {
    topic: 'Shape of an error',
    assumed:
      '`{"error": {"message", "devMessage", "source", "code"}}`; `details`, lists of texts by field, only where a field is at fault.',
    verdict: 'supported by public traces',
    source: 'Recorded answers of the admin API, and single public traces',
  },
  {
    topic: 'Unknown token',
    assumed: '401 AUTH_ERR_AUTH_TOKEN_NOT_FOUND.',
    verdict: 'supported by public traces',
    source:
      'Public issues show the code; the status is that of an unknown API key in a public trace',
  },
  {
    topic: 'Message of an unknown token',
    assumed: 'It has the token in clear.',
    verdict: 'still assumed',
    source:
      'Public issues of 2019 and 2020 show it; a trace of 2026 masks an API key. The sandbox keeps the case that asks more of the editor',
  },
  {
    topic: 'Unknown app, or wrong region',
    assumed: '401 AUTH_ERR_INVALID_APPID; 400 AUTH_ERR_EMPTY_APPID without the header.',
    verdict: 'still assumed',
    source: 'The documentation names the codes, not the statuses',
  },
  {
    topic: 'Missing token',
    assumed: '401 AUTH_ERR_EMPTY_AUTH_TOKEN.',
    verdict: 'still assumed',
    source: 'The documentation names the code, not the status',
  },
  {
    topic: 'Unknown user',
    assumed: '404 ERR_UID_NOT_FOUND.',
    verdict: 'supported by public traces',
    source: 'A recorded answer of the admin API',
  },
  {
    topic: 'Deactivated user',
    assumed: 'Answered like an unknown one.',
    verdict: 'still assumed',
    source: 'The documentation gives both the same code; no answer was found',
  },
  {
    topic: 'Too many requests',
    assumed:
      '429 ERR_TOO_MANY_REQUESTS with `Retry-After`. The sandbox counts nothing: only the fault does this.',
    verdict: 'supported by public traces',
    source: 'Documented, with a further `X-Rate-Limit-Reset` that recorded answers do not have',
  },
  {
    topic: 'Rate-limit headers',
    assumed:
      '`X-RateLimit-Limit`, `X-RateLimit-Remaining` and `X-RateLimit-Limit-For-App` in every answer. Like `Retry-After` they are not exposed, so that a page cannot read them.',
    verdict: 'supported by public traces',
    source:
      'Recorded answers of the admin API, which have no `Access-Control-Expose-Headers`; the client API is assumed to be the same',
  },
  {
    topic: 'Quota of the plan, no access',
    assumed: '402 ERR_PLAN_QUOTA_RESTRICTION, 403 AUTH_ERR_NO_ACCESS; by faults only.',
    verdict: 'supported by public traces',
    source: 'Recorded answers, and single public traces',
  },
  {
    topic: 'Failure of the server',
    assumed: '500 ERR_OPERATION_FAILED; by a fault only.',
    verdict: 'still assumed',
    source: 'The documentation names the code, not the status',
  },
  {
    topic: '`editProfile` denied by role',
    assumed:
      'Either 403 ERR_PERMISSION_DENIED, or a success with the old values; by a fault for each.',
    verdict: 'supported by public traces',
    source:
      'The first is documented, without a status; a public test script of CometChat describes the second',
  },
  {
    topic: '`getUserDetails` denied by role',
    assumed:
      '403 ERR_PERMISSION_DENIED to GET /users/:uid, one’s own details included, while logging in and saving work; by a fault only.',
    verdict: 'still assumed',
    source:
      'The documentation has the permission; whether it exempts one’s own details was not found',
  },
  {
    topic: 'Format of auth tokens',
    assumed: '`<uid>_`, 10 digits of time and 30 hexadecimal digits.',
    verdict: 'supported by public traces',
    source: 'All tokens in recorded answers; older ones have 40 hexadecimal digits and no time',
  },
  {
    topic: 'Asking for a token again',
    assumed:
      'Without `force` the same token, while it is valid; with `force` a new one. A fault hands out even a revoked one again.',
    verdict: 'supported by public traces',
    source:
      'The documentation says that `force` makes a new one; a public issue reports the same one without it',
  },
  {
    topic: 'Tokens of one user',
    assumed: 'Any number, and none expires.',
    verdict: 'contradicted',
    source:
      'One page of the documentation knows no limit, another archives the oldest of more than 100; no expiry is documented',
  },
  {
    topic: 'Gateway answers',
    assumed:
      'A gateway may answer with an HTML page (502), with `{"message": …}` (503) or with `{}`.',
    verdict: 'still assumed',
    source: 'Common gateways; no trace of CometChat’s was found',
  },
  {
    topic: 'Unknown address',
    assumed: '404 ERR_API_NOT_FOUND.',
    verdict: 'supported by public traces',
    source: 'A recorded answer of the admin API',
  },
  {
    topic: 'Logging out',
    assumed: 'DELETE /me revokes the token it came with, and no other of the user.',
    verdict: 'still assumed',
    source: 'Nothing documented; the plainest choice',
  },
  {
    topic: 'Presence',
    assumed: 'A user stays “offline”, because the sandbox has no WebSocket.',
    verdict: 'still assumed',
    source: 'A service worker cannot answer a WebSocket',
  },
  {
    topic: 'Settings',
    assumed:
      'APP_VERSION 4, CHAT_API_VERSION v3.0, CLIENT_API_HOST as asked, and analytics pings switched off (which is for the sandbox’s convenience).',
    verdict: 'still assumed',
    source: 'The keys that the SDK reads',
  },
  {
    topic: 'Secrets of other users',
    assumed: 'GET /users/:uid has no token and no other secret.',
    verdict: 'supported by public traces',
    source: 'Recorded answers of the admin API',
  },
  {
    topic: 'Seeing a change at once',
    assumed: 'GET /users/:uid has a change as soon as PUT /me is answered.',
    verdict: 'still assumed',
    source: 'Nothing documented; the plainest choice',
  },
  {
    topic: 'Avatars extension',
    assumed: 'Photos are stored outside CometChat; the sandbox has no such extension.',
    verdict: 'supported by public traces',
    source:
      'Documented as deprecated, with the warning that it is no longer maintained and gets no further updates: do not build on it',
  },
];
