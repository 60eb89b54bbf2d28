import type { PageWindow } from './page.js';

/** One socket that a page's SDK opened. */
export interface FakeSocket {
  readonly url: string;
  readonly readyState: number;
  /** The frames that the SDK sent, parsed, without its pings. */
  readonly sent: readonly Record<string, unknown>[];
}

type Handler = ((event: unknown) => void) | null;

/** Puts a stand-in for `WebSocket` into a page, which answers as CometChat's server does; gives the list of its sockets. */
export function stubSockets(window: PageWindow): readonly FakeSocket[] {
  const sockets: FakeSocket[] = [];

  class StandIn implements FakeSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly url: string;
    readonly sent: Record<string, unknown>[] = [];
    readyState = 0;
    onopen: Handler = null;
    onmessage: Handler = null;
    onclose: Handler = null;
    onerror: Handler = null;

    constructor(url: string) {
      this.url = url;
      sockets.push(this);
      setTimeout(() => {
        this.readyState = 1;
        this.onopen?.({ type: 'open' });
      });
    }

    send(text: string): void {
      const frame = JSON.parse(text) as Record<string, unknown>;
      if (frame['action'] === 'ping') {
        this.#answer({ action: 'pong' });
        return;
      }
      this.sent.push(frame);
      if (frame['type'] === 'auth') {
        this.#answer({ type: 'auth', body: { status: 'OK', code: '200' } });
      }
    }

    close(code = 1000, reason = ''): void {
      this.readyState = 3;
      setTimeout(() => this.onclose?.({ type: 'close', code, reason, wasClean: true }));
    }

    #answer(frame: object): void {
      setTimeout(() => this.onmessage?.({ data: JSON.stringify(frame) }));
    }
  }

  Object.assign(window, { WebSocket: StandIn });
  return sockets;
}
