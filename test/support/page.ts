import { waitUntil } from '@open-wc/testing';
import type { ProfileEditorEventMap } from '../../src/events.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { expectedLitWarnings } from './lit-warnings.js';

/** What a test page's window has, beside the standard things. */
export type PageWindow = Window & typeof globalThis & { CometChat?: unknown };

/** A page of its own, with its own SDK and its own module instances, as a visitor would have it. */
export interface TestPage {
  readonly window: PageWindow;
  readonly document: Document;
  /** The first editor of the page. */
  readonly editor: CometChatProfileEditor;
  /** Loads the page anew and puts the same HTML into it. */
  reload(): Promise<void>;
  close(): void;
}

export interface PageOptions {
  /** The module that registers the tag; `null` leaves that to the page. */
  readonly module?: string | null;
  /** Runs in the fresh page before the tag is there. */
  readonly before?: ((window: PageWindow) => void | Promise<void>) | undefined;
  /** The HTML file that makes the page. */
  readonly address?: string | undefined;
  /** What a sandboxed page may do; a page that is not sandboxed may do everything. */
  readonly sandbox?: string | undefined;
}

const open = new Set<TestPage>();

/** Opens a page in a frame, registers the tag, and then inserts `html`. */
export async function openPage(html: string, options: PageOptions = {}): Promise<TestPage> {
  const {
    module = '/src/define.ts',
    before,
    address = '/test/support/page.html',
    sandbox,
  } = options;
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.style.cssText = 'inline-size: 480px; block-size: 900px; border: 0';
  const fill = async (): Promise<void> => {
    const window = frame.contentWindow as PageWindow;
    watch(window);
    await before?.(window);
    if (module) await addScript(window, module, 'module');
    if (html) window.document.body.innerHTML = html;
  };
  await navigate(frame, () => {
    frame.src = address;
    document.body.append(frame);
  });
  const page: TestPage = {
    get window() {
      return frame.contentWindow as PageWindow;
    },
    get document() {
      return frame.contentDocument as Document;
    },
    get editor() {
      return page.document.querySelector('cometchat-profile-editor') as CometChatProfileEditor;
    },
    reload: async () => {
      await navigate(frame, () => page.window.location.reload());
      await fill();
    },
    close: () => {
      frame.remove();
      open.delete(page);
    },
  };
  open.add(page);
  await fill();
  return page;
}

/** Closes what is still open; to be called after each test. */
export function closePages(): void {
  for (const page of open) page.close();
}

/** Runs a script in a page and waits for it. */
export async function addScript(
  window: Window,
  address: string,
  type: 'module' | 'text/javascript' = 'text/javascript',
): Promise<void> {
  const script = window.document.createElement('script');
  script.type = type;
  script.src = address;
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    window.document.head.append(script);
  });
}

/** A page's own instance of a module. */
export async function importInto<Module>(window: PageWindow, address: string): Promise<Module> {
  const script = window.document.createElement('script');
  script.type = 'module';
  script.textContent = `import * as module from '${address}';
    dispatchEvent(new CustomEvent('test-import', { detail: module }));`;
  return new Promise<Module>((resolve, reject) => {
    const take = (event: Event): void => resolve((event as CustomEvent<Module>).detail);
    window.addEventListener('test-import', take, { once: true });
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    window.document.head.append(script);
  });
}

/** Makes a page's editors wait only so many milliseconds for an answer. */
export async function shortenTimeouts(window: PageWindow, ms = 400): Promise<void> {
  const { limits } = await importInto<typeof import('../../src/session/deadline.js')>(
    window,
    '/src/session/deadline.ts',
  );
  limits.request = ms;
}

/** Waits until the editor is in one of the states, and its rendering done. */
export async function reach(
  editor: CometChatProfileEditor,
  ...states: readonly string[]
): Promise<void> {
  const isThere = (): boolean => states.includes(editor.state);
  const describe = (): string =>
    `the editor stays "${editor.state}" (${editor.error?.message}), not ${states.join(' or ')}`;
  await until(isThere, describe);
  await editor.updateComplete;
}

/** The next event of an editor. */
export function nextEvent<Type extends keyof ProfileEditorEventMap>(
  editor: CometChatProfileEditor,
  type: Type,
): Promise<ProfileEditorEventMap[Type]> {
  return new Promise((resolve) => editor.addEventListener(type, resolve, { once: true }));
}

/** Looks every few milliseconds whether something has come true; rejects where it never does. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  describe: string | (() => string),
): Promise<void> {
  try {
    await waitUntil(isTrue, undefined, { interval: 10, timeout: 15_000 });
  } catch {
    throw new Error(typeof describe === 'string' ? describe : describe());
  }
}

async function navigate(frame: HTMLIFrameElement, go: () => void): Promise<void> {
  await new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    go();
  });
}

/**
 * The guard watches the page of the test; what its frames report is handed on to it, as errors of this page: those of a
 * frame are instances of another `Error`.
 */
function watch(window: PageWindow): void {
  const adopt = (reason: unknown): unknown => {
    if (!(reason instanceof window.Error)) return reason;
    const error = new Error(`${reason.name}: ${reason.message}`);
    error.stack = `${error.message}\n${reason.stack ?? ''}`;
    return error;
  };
  window.addEventListener('unhandledrejection', (event) => {
    // The editor rejects with errors only. The SDK rejects with what the server answered, such as `{"error": …}` to the
    // report that it sends five seconds after a login.
    if (!(event.reason instanceof window.Error)) return;
    // The promise of this event is noted by nobody; the frame's own would be told to this page's realm.
    const promise = Promise.resolve();
    const reason = adopt(event.reason);
    dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise, reason }));
  });
  window.addEventListener('error', (event) => {
    // A picture that fails to load is reported here too, in the capture phase only; those have no message.
    const { message } = event;
    dispatchEvent(new ErrorEvent('error', { message, error: adopt(event.error) }));
  });
  // Lit says once that it is the development build.
  Object.assign(window, { litIssuedWarnings: new Set(expectedLitWarnings) });
  for (const level of ['warn', 'error'] as const) {
    Object.assign(frameConsole(window), {
      [level]: (...values: unknown[]) => console[level](...values.map(adopt)),
    });
  }
}

function frameConsole(window: PageWindow): Console {
  return (window as unknown as { console: Console }).console;
}
