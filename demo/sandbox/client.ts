import {
  channelName,
  type RequestNotice,
  type WorkerCall,
  type WorkerControl,
  type WorkerReply,
} from './messages.js';
import type { RecordedRequest } from './types.js';

/** The sandbox as a page steers it. */
export interface SandboxClient extends Omit<WorkerControl, 'claim' | 'stayAwake'> {
  /**
   * Tells of every request of an app: when it arrives, when it is carried out, and when it is answered.
   * @returns stops telling
   */
  onRequest(appId: string, listener: (request: RecordedRequest) => void): () => void;
  /** Lets the worker go idle. It stays registered. */
  stop(): void;
}

/** Where the worker is. */
export interface StartOptions {
  /** Default `/dist/sandbox/service-worker.js`; served with `Service-Worker-Allowed: /`. */
  workerUrl?: string;
}

// Firefox stops a worker 30 seconds after its last event, even one that still owes an answer.
const awakeInterval = 10_000;

function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The sandbox worker failed to start'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function call(
  worker: ServiceWorker,
  sandbox: WorkerCall['sandbox'],
  args: readonly unknown[],
): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const reply = await new Promise<WorkerReply>((resolve) => {
    port1.addEventListener('message', (event: MessageEvent<WorkerReply>) => resolve(event.data));
    port1.start();
    worker.postMessage({ sandbox, args } satisfies WorkerCall, [port2]);
  });
  port1.close();
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}

async function register(workerUrl: string): Promise<ServiceWorker> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('The sandbox needs service workers: open the page on localhost or by https');
  }
  const registration = await navigator.serviceWorker.register(workerUrl, {
    scope: '/',
    updateViaCache: 'none',
  });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error('The sandbox worker failed to start');
  await settled(worker);
  if (!navigator.serviceWorker.controller) {
    const controlled = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    // A page that was reloaded past its worker is not controlled until the worker claims it once more.
    await Promise.all([call(worker, 'claim', []), controlled]);
  }
  return worker;
}

/**
 * Registers the sandbox's service worker and waits until it answers the page's requests to CometChat.
 * @throws {Error} where the browser or the page allows no service worker
 */
export async function startSandbox(options: StartOptions = {}): Promise<SandboxClient> {
  const first = await register(options.workerUrl ?? '/dist/sandbox/service-worker.js');
  const ask =
    <Name extends keyof WorkerControl>(name: Name) =>
    (...args: Parameters<WorkerControl[Name]>) =>
      call(navigator.serviceWorker.controller ?? first, name, args) as ReturnType<
        WorkerControl[Name]
      >;
  const stayAwake = ask('stayAwake');
  const timer = setInterval(() => void stayAwake(), awakeInterval);

  return {
    createWorld: ask('createWorld'),
    removeWorld: ask('removeWorld'),
    getUser: ask('getUser'),
    patchUser: ask('patchUser'),
    issueToken: ask('issueToken'),
    revokeToken: ask('revokeToken'),
    setFault: ask('setFault'),
    clearFault: ask('clearFault'),
    clearFaults: ask('clearFaults'),
    getFaults: ask('getFaults'),
    getRequests: ask('getRequests'),
    clearRequests: ask('clearRequests'),
    setLive: ask('setLive'),
    onRequest(appId, listener) {
      const channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', ({ data }: MessageEvent<RequestNotice>) => {
        if (data.appId === appId) listener(data.request);
      });
      return () => channel.close();
    },
    stop: () => clearInterval(timer),
  };
}
