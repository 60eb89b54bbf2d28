import { setTimeout as sleep } from 'node:timers/promises';
import { buildSandbox } from './build.mjs';

/** The app and the person that every visit is about. */
export const person = {
  appId: 'bench',
  region: 'us',
  token: 'bench-token',
  uid: 'alice',
  name: 'Alice Example',
  avatar: 'https://photos.sandbox.cometchat.io/alice.png',
  statusMessage: 'In the garden until noon',
};

/** How long the cloud takes for an answer, in milliseconds. A preflight is answered at once. */
export const ROUND_TRIP = 50;

/** Answers the requests of a page to `*.cometchat.io` from the sandbox, in this process. */
export async function createCloud() {
  const { createBackend } = await buildSandbox();
  const backend = createBackend();
  const { appId, region, token, uid, name, avatar, statusMessage } = person;

  /** Forgets everything that earlier visits changed; the person may be another than usual. */
  const reset = (changed = {}) =>
    backend.createWorld({
      appId,
      region,
      users: [{ uid, name, avatar, statusMessage, ...changed }],
      tokens: { [token]: uid },
    });

  async function answer({ send }, { requestId, request }) {
    const { method, url, headers, postData } = request;
    const arrived = Date.now();
    const response = await backend.handle(new Request(url, { method, headers, body: postData }));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    if (method !== 'OPTIONS') await sleep(arrived + ROUND_TRIP - Date.now());
    await send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([header, value]) => ({ name: header, value })),
      body,
    });
  }

  /** Stands in for the cloud in one page. Gives the requests that it sees, as they come. */
  async function serve(tab) {
    const requests = [];
    tab.on('Fetch.requestPaused', (event) => {
      const { method, url } = event.request;
      requests.push({ method, url });
      // A page that was closed meanwhile wants no answer.
      answer(tab, event).catch(() => undefined);
    });
    await tab.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*.cometchat.io/*' }] });
    return requests;
  }

  return { reset, serve };
}
