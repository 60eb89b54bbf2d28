import { setTimeout as wait } from 'node:timers/promises';
import { startDevServer } from '@web/dev-server';
import { createDeferred } from '../deferred.mjs';
import { freePort } from '../local-server.mjs';
import { middleware, plugins, rootDir } from '../server.mjs';

/** How long a page may take for an order, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Serves the page in the language that is asked for. Where a script changes a page's language, Firefox 153 goes on telling
 * assistive technology the first one, of what stands in shadow roots, too.
 */
const pageLanguage = {
  name: 'page-language',
  transform: ({ path, query, body }) =>
    path.endsWith('/page.html') && query.lang
      ? { body: body.replace('lang="en"', `lang="${query.lang}"`), transformCache: false }
      : undefined,
};

/** The server of the pages, and what they are told to do: a page reports what it did, and is answered by the next order. */
export class Stage {
  #server;
  #reported = createDeferred();
  #ordered = createDeferred();

  async start() {
    const port = await freePort();
    this.#server = await startDevServer({
      config: {
        rootDir,
        hostname: 'localhost',
        port,
        nodeResolve: true,
        plugins: [...plugins, pageLanguage],
        middleware: [(context, next) => this.#answer(context, next), ...middleware],
      },
      readCliArgs: false,
      readFileConfig: false,
      logStartMessage: false,
    });
    this.address = `http://localhost:${port}/test/screen-reader/page.html`;
  }

  /** Waits for a page that is being opened, whatever became of one before. */
  async opened() {
    this.#reported = createDeferred();
    const { error } = await this.#report('open');
    this.#reported = createDeferred();
    if (error) throw new Error(error);
  }

  /** Has another page opened in place of the one that is there, and waits for it. */
  async turnTo(address) {
    this.#ordered.resolve({ name: 'leave', parameters: [address] });
    await this.opened();
  }

  /** Makes the page do something, and gives what comes of it. */
  async order(name, ...parameters) {
    this.#ordered.resolve({ name, parameters });
    const { error, value } = await this.#report(name);
    this.#reported = createDeferred();
    if (error) throw new Error(`${name}: ${error}`);
    return value;
  }

  async stop() {
    await this.#server?.stop();
  }

  async #report(name) {
    const abort = new AbortController();
    const { signal } = abort;
    const late = wait(PATIENCE, { error: `The page did not carry out: ${name}` }, { signal });
    const report = await Promise.race([this.#reported.promise, late]);
    abort.abort();
    late.catch(() => {});
    return report;
  }

  async #answer(context, next) {
    if (context.path !== '/screen-reader') {
      await next();
      return;
    }
    const chunks = [];
    for await (const chunk of context.req) chunks.push(chunk);
    this.#ordered = createDeferred();
    this.#reported.resolve(JSON.parse(Buffer.concat(chunks).toString()));
    context.body = await this.#ordered.promise;
  }
}
