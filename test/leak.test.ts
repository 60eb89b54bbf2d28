import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { settled } from './support/deferred.js';
import { makeEditor, removeEditors } from './views/support.js';

/** What is open now: listeners on what outlives an editor, timers, channels, observers. */
interface Census {
  listeners: number;
  timers: number;
  channels: number;
  observers: number;
}

const isCapture = (options: boolean | EventListenerOptions | undefined): boolean =>
  typeof options === 'object' ? Boolean(options.capture) : Boolean(options);

/** Counts what is begun and ended from here on. */
function takeCensus(): { readonly census: Census; end(): void } {
  const census: Census = { listeners: 0, timers: 0, channels: 0, observers: 0 };
  const { setTimeout, clearTimeout, BroadcastChannel, IntersectionObserver } = window;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listeners = new Set<string>();
  // Weak, so that the census itself keeps nothing alive.
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const idOf = (value: object | null): number => {
    if (!value) return 0;
    const id = ids.get(value) ?? (lastId += 1);
    ids.set(value, id);
    return id;
  };
  const lasting = (target: unknown): boolean =>
    target === undefined || target === null || target === window || target === document;
  const timers = new Set<unknown>();
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    const key = `${idOf(this ?? window)} ${type} ${idOf(listener)} ${isCapture(options)}`;
    if (lasting(this) && listener) listeners.add(key);
    census.listeners = listeners.size;
    addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    listeners.delete(`${idOf(this ?? window)} ${type} ${idOf(listener)} ${isCapture(options)}`);
    census.listeners = listeners.size;
    removeEventListener.call(this ?? window, type, listener, options);
  };
  Object.assign(window, {
    setTimeout: (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
      const id = setTimeout(() => {
        timers.delete(id);
        census.timers = timers.size;
        callback(...values);
      }, ms);
      timers.add(id);
      census.timers = timers.size;
      return id;
    },
    clearTimeout: (id?: number) => {
      timers.delete(id);
      census.timers = timers.size;
      clearTimeout(id);
    },
    BroadcastChannel: class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        census.channels += 1;
      }
      override close(): void {
        census.channels -= 1;
        super.close();
      }
    },
    IntersectionObserver: class extends IntersectionObserver {
      constructor(...values: ConstructorParameters<typeof IntersectionObserver>) {
        super(...values);
        census.observers += 1;
      }
      override disconnect(): void {
        census.observers -= 1;
        super.disconnect();
      }
    },
  });
  return {
    census,
    end: () => {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      Object.assign(window, { setTimeout, clearTimeout, BroadcastChannel, IntersectionObserver });
    },
  };
}

/** Bytes in use after a collection; undefined where the test server has no `measure-heap` or the engine no such thing. */
async function measureHeap(): Promise<number | undefined> {
  try {
    return (await executeServerCommand<number | null, undefined>('measure-heap')) ?? undefined;
  } catch {
    return undefined;
  }
}

describe('an editor that is gone', () => {
  const { fake } = makeEditor();

  const cycle = async (): Promise<void> => {
    const { element, screen } = makeEditor();
    element.sdk = fake.sdk;
    // With drafts, so that their timer is under way when the editor goes.
    element.noDraft = false;
    document.body.append(element);
    await element.updateComplete;
    while (element.state === 'idle' || element.state === 'connecting') await settled();
    await element.updateComplete;
    screen.type('Name', 'Ann');
    element.remove();
    await settled();
    fake.calls.length = 0;
  };

  // What is loaded, made or compiled once and for all comes with the first ones.
  before(async function () {
    this.timeout(60_000);
    for (let turn = 0; turn < 500; turn += 1) await cycle();
  });
  afterEach(removeEditors);

  it('leaves no listener, timer, channel or observer behind, 1,000 times', async () => {
    const { census, end } = takeCensus();
    try {
      await cycle();
      const first = { ...census };
      for (let turn = 0; turn < 1_000; turn += 1) await cycle();
      expect({ ...census }).to.deep.equal(first);
      expect(fake.listeners.size).to.equal(0);
    } finally {
      end();
    }
  }).timeout(120_000);

  it('leaves no memory in use, 1,000 times', async () => {
    const heap = await measureHeap();
    for (let turn = 0; turn < 1_000; turn += 1) await cycle();
    const after = await measureHeap();
    expect(document.querySelectorAll('cometchat-profile-editor').length).to.equal(0);
    if (heap !== undefined) expect(after, `bytes, of ${heap} before`).to.be.below(heap * 1.01);
  }).timeout(120_000);
});
