import { createBackend } from './backend.js';
import { asReadByPages, isForSandbox } from './incoming.js';
import { indexedDbStore } from './indexed-db-store.js';
import { channelName, type RequestNotice, type WorkerControl } from './messages.js';
import { playgroundWorld } from './playground-world.js';
import { isObject } from './profile-rules.js';

/** The part of the service worker's global scope that is used here; TypeScript has it in no library that fits beside the DOM's. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableMessageEvent) => void): void;
}

interface ExtendableEvent {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

const scope = globalThis as unknown as WorkerScope;
const channel = new BroadcastChannel(channelName);
const live = new Set<string>();

const backend = createBackend({
  store: indexedDbStore(),
  seeds: [playgroundWorld],
  onRequest: (appId, request) => {
    channel.postMessage({ appId, request } satisfies RequestNotice);
  },
});

const control: WorkerControl = {
  ...backend,
  claim: () => scope.clients.claim(),
  stayAwake: () => Promise.resolve(),
  setLive(appId, isLive) {
    if (isLive) live.add(appId);
    else live.delete(appId);
    return Promise.resolve();
  },
};

function hasMethod(name: unknown): name is keyof WorkerControl {
  return typeof name === 'string' && Object.hasOwn(control, name) && name !== 'handle';
}

async function reply({ data, ports }: ExtendableMessageEvent): Promise<void> {
  if (!isObject(data) || !hasMethod(data['sandbox']) || !Array.isArray(data['args'])) return;
  const method = control[data['sandbox']] as (...args: unknown[]) => Promise<unknown>;
  try {
    ports[0]?.postMessage({ value: await method(...(data['args'] as unknown[])) });
  } catch (error) {
    ports[0]?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', (event) => event.waitUntil(reply(event)));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin } = scope.location;
  if (!isForSandbox(request, origin, live)) return;
  const answering = backend.handle(request);
  const isOwn = new URL(request.url).origin === origin;
  event.respondWith(isOwn ? answering : answering.then(asReadByPages));
});
