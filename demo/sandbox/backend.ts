import { createApi } from './api.js';
import { createControl } from './control.js';
import { answerFaulty } from './fault-answers.js';
import { takeFaults } from './faults.js';
import { createHolds } from './holds.js';
import { apiPath, appIdOf, isSitePath, phaseOf, preflight, withCors } from './incoming.js';
import { answerPhoto, photoHost } from './photos.js';
import { createRegistry, type RegistryOptions } from './registry.js';
import { readBody, type ParsedBody } from './request-body.js';
import { createSite } from './site.js';
import { nextId } from './worlds.js';
import type { Quirk, RecordedRequest, SandboxControl, World } from './types.js';

/** How to run a sandbox; everything has a default. */
export interface BackendOptions extends RegistryOptions {
  /** Told whenever a request arrives, is carried out and is answered; gets a copy. */
  onRequest?: (appId: string, request: RecordedRequest) => void;
}

/** A stand-in of CometChat's client API. */
export interface Backend extends SandboxControl {
  /**
   * Answers a request as CometChat would. A broken connection is a `Response.error()` (status 0); a held answer
   * waits until its fault is lifted.
   */
  handle(request: Request): Promise<Response>;
}

const maxRecorded = 500;

/** Makes a sandbox. It runs in a service worker, in a page and in Node alike. */
export function createBackend(options: BackendOptions = {}): Backend {
  const { now = Date.now, onRequest = () => {} } = options;
  const registry = createRegistry(options);
  const holds = createHolds();
  const api = createApi();
  const site = createSite();

  function record(world: World, request: Request, path: string, body: unknown): RecordedRequest {
    const recorded: RecordedRequest = {
      id: Number(nextId(world)),
      time: now(),
      method: request.method,
      url: request.url,
      path,
      headers: Object.fromEntries(request.headers),
      body,
      phase: phaseOf(request.method, path, body),
      fault: null,
      applied: false,
      status: null,
    };
    world.requests.push(recorded);
    world.requests.splice(0, world.requests.length - maxRecorded);
    return recorded;
  }

  /** Carries a request out, without a thought of faults. */
  async function route(
    request: Request,
    body: ParsedBody,
    world: World | undefined,
    quirk?: Quirk,
  ): Promise<Response> {
    const url = new URL(request.url);
    const path = apiPath(url);
    const { value, size, form } = body;
    const bare = new Request(new URL(path + url.search, url), {
      method: request.method,
      headers: request.headers,
    });
    return isSitePath(path)
      ? site.fetch(bare, { world, form, now: now(), quirk })
      : api.fetch(bare, { world, host: url.host, body: value, size, now: now(), quirk });
  }

  async function answer(request: Request, url: URL): Promise<Response> {
    const body = await readBody(request);
    const world = await registry.find(appIdOf(request, url));
    if (!world) return route(request, body, undefined);

    const recorded = record(world, request, apiPath(url), body.value);
    const taken = takeFaults(world.faults, recorded.phase);
    recorded.fault = taken.at(-1)?.kind ?? null;
    const met = taken.map((fault) => ({ fault, hold: holds.open(world.appId, fault.id) }));
    const tell = async (): Promise<void> => {
      await registry.keep(world);
      onRequest(world.appId, structuredClone(recorded));
    };
    await tell();

    const perform = async (quirk?: Quirk): Promise<Response> => {
      const response = await route(request, body, world, quirk);
      recorded.applied = response.ok && quirk !== 'deny';
      await tell();
      return response;
    };
    let response: Response | undefined;
    for (const { fault, hold } of met) {
      if (fault.kind === 'delay') {
        await hold.wait(fault.ms);
        continue;
      }
      response = await answerFaulty(fault.kind, {
        token: request.headers.get('authtoken') ?? '',
        perform,
        hold: () => hold.wait(),
      });
    }
    response ??= await perform();
    for (const { hold } of met) hold.close();
    recorded.status = response.status;
    await tell();
    return response;
  }

  return {
    ...createControl(registry, holds),

    async handle(request) {
      const url = new URL(request.url);
      if (request.method === 'OPTIONS') return withCors(preflight(), request);
      const response =
        url.hostname === photoHost
          ? await answerPhoto(url.pathname, (appId) => registry.find(appId))
          : await answer(request, url);
      return withCors(response, request);
    },
  };
}
