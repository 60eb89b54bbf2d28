import type { RecordedRequest, SandboxControl } from './types.js';

/** What a page may ask of the service worker beside the sandbox's own methods. */
export interface WorkerControl extends SandboxControl {
  /** Takes over the pages that are open. */
  claim(): Promise<void>;
  /** Keeps the worker, and with it the worlds in memory, from being stopped for idleness. */
  stayAwake(): Promise<void>;
  /** Lets the requests of an app through to the real cloud, until the worker stops or `live` is `false`. */
  setLive(appId: string, live: boolean): Promise<void>;
}

/** A message from a page to the worker; the answer comes by the port that travels with it. */
export interface WorkerCall {
  sandbox: keyof WorkerControl;
  args: readonly unknown[];
}

/** The worker's answer to a call. */
export type WorkerReply = { value: unknown } | { error: string };

/** What the worker tells all pages, on the broadcast channel of {@link channelName}. */
export interface RequestNotice {
  appId: string;
  request: RecordedRequest;
}

/** The name of the channel on which the worker tells of every request. */
export const channelName = 'cometchat-sandbox';
