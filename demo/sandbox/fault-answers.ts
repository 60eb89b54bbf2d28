import { isObject } from './profile-rules.js';
import { failure, gatewayPage, json, rateLimitReached, unknownToken } from './responses.js';
import type { FaultKind, Quirk, ReleaseOptions } from './types.js';

/** What a fault may do with the request that it meets. */
export interface FaultContext {
  /** The token that the request came with. */
  token: string;
  /** Carries the request out. */
  perform: (quirk?: Quirk) => Promise<Response>;
  /** Waits until the fault is lifted. */
  hold: () => Promise<ReleaseOptions>;
}

/** Carries a success out, and gives it the status of a failure. */
async function performAs500({ perform }: FaultContext): Promise<Response> {
  const response = await perform();
  return response.ok
    ? new Response(response.body, { status: 500, headers: response.headers })
    : response;
}

async function performWithoutToken({ perform }: FaultContext): Promise<Response> {
  const response = await perform();
  if (!response.ok) return response;
  const answer: unknown = await response.json();
  if (isObject(answer) && isObject(answer['data'])) delete answer['data']['authToken'];
  return new Response(JSON.stringify(answer), response);
}

/** Answers a request the way the fault wants it. A broken connection is a `Response.error()`. */
export async function answerFaulty(
  kind: Exclude<FaultKind, 'delay'>,
  context: FaultContext,
): Promise<Response> {
  const { perform, hold, token } = context;
  switch (kind) {
    case 'hang':
      return (await hold()).answer ? perform() : Response.error();
    case 'offline':
      return Response.error();
    case 'html-502':
      return gatewayPage();
    case 'message-json':
      return json({ message: 'Service Unavailable' }, 503);
    case 'empty-json':
      return json({});
    case 'rate-limited':
      return failure('ERR_TOO_MANY_REQUESTS', 'Too many requests.', { headers: rateLimitReached });
    case 'error-500':
      return failure('ERR_OPERATION_FAILED', 'The operation failed.');
    case 'data-500':
      return performAs500(context);
    case 'lost-answer': {
      const response = await perform();
      return (await hold()).answer ? response : Response.error();
    }
    case 'dropped-answer':
      await perform();
      return Response.error();
    case 'expired-token':
      return unknownToken(token);
    case 'silent-denial':
      return perform('deny');
    case 'permission-denied':
    case 'details-denied':
      return failure('ERR_PERMISSION_DENIED', 'You do not have permission to do this.');
    case 'no-access':
      return failure('AUTH_ERR_NO_ACCESS', 'You do not have access to this resource.');
    case 'quota-exceeded':
      return failure(
        'ERR_PLAN_QUOTA_RESTRICTION',
        'The quota of your current plan is exhausted. Please upgrade the plan to increase the limit.',
      );
    case 'bad-request':
      return failure('ERR_BAD_REQUEST', 'Failed to validate the data sent with the request.', {
        details: { name: ['The name contains words that are not allowed.'] },
      });
    case 'no-auth-token':
      return performWithoutToken(context);
    case 'clear-ignored':
      return perform('keep-cleared');
    case 'repeated-token':
      return perform('repeat-token');
  }
}
