import type { PageWindow } from './page.js';

/** A site's own endpoint for tokens, in a test's hands. */
export interface TokenEndpoint {
  /** How often it was asked. */
  asked: number;
}

/** Where {@link stubTokens} answers, as a page's HTML names it. */
export const tokenAddress = '/chat-token';

/** Has a page's own endpoint answer with what `answer` gives for the first, the second and each further request. */
export function stubTokens(
  window: PageWindow,
  answer: (count: number) => string | Promise<string>,
): TokenEndpoint {
  const endpoint = { asked: 0 };
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const address = input instanceof window.Request ? input.url : String(input);
    if (!address.endsWith(tokenAddress)) return fetch.call(window, input, init);
    endpoint.asked += 1;
    return window.Response.json({ authToken: await answer(endpoint.asked) });
  };
  return endpoint;
}
