import type { CometChatProfileEditor } from '../src/index.js';
import { byId } from './playground-dom.js';
import { logEvents } from './playground-events.js';
import { applySettings, tokenOf, type Settings } from './playground-settings.js';
import { playgroundWorld } from './sandbox/playground-world.js';

/** The part of the CometChat class that a page with its own copy uses here. */
interface PageSdk {
  readonly AppSettingsBuilder: new () => {
    setRegion(region: string): { autoEstablishSocketConnection(on: boolean): { build(): object } };
  };
  init(appId: string, settings: object): Promise<unknown>;
  login(token: string): Promise<unknown>;
  logout(): Promise<unknown>;
}

type StageWindow = Window & typeof globalThis & { CometChat?: PageSdk };

const frameAddress = '/demo/playground-frame.html';
const sdkAddress = '/node_modules/@cometchat/chat-sdk-javascript/CometChat.js';
const editorAddress = '/dist/standalone/cometchat-profile-editor.js';

/** The page in a frame that the editor lives in, as on a site: it can be reloaded and has its own SDK. */
export class Stage {
  /** Called whenever the editor shows something new. */
  onUpdate: (editor: CometChatProfileEditor) => void = () => {};
  readonly #frame = byId('stage', HTMLIFrameElement);
  readonly #events: HTMLOListElement;
  readonly #sizes = new ResizeObserver(() => this.#fitHeight());
  #isLazy = false;
  #loads = 0;

  constructor(events: HTMLOListElement) {
    this.#events = events;
  }

  /** Undefined until the page is there. */
  get editor(): CometChatProfileEditor | undefined {
    return this.#document?.querySelector('cometchat-profile-editor') ?? undefined;
  }

  /** The page's own SDK copy, where it has one. */
  get pageSdk(): PageSdk | undefined {
    return (this.#frame.contentWindow as StageWindow | null)?.CometChat;
  }

  /** Loads the page anew, with its SDK copy and its editor. */
  async load(settings: Settings): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    await this.#navigate();
    // Where the visitor chose to stay because of unsaved changes, the next load comes in its place.
    if (load !== this.#loads) return;
    const page = this.#document;
    if (!page) throw new Error('The page with the editor could not be loaded');
    logEvents(page, this.#events);
    if (settings.sdk !== 'own') await this.#startPageSdk(page, settings);
    await addScript(page, editorAddress, 'module');
    this.#isLazy = settings.isLazy;
    if (settings.isLazy) page.body.append(spacer(page));
    const editor = page.createElement('cometchat-profile-editor');
    applySettings(editor, settings);
    this.setLanguage(settings);
    page.body.append(editor);
    editor.addController({ hostUpdated: () => this.onUpdate(editor) });
    this.#sizes.disconnect();
    this.#sizes.observe(editor);
    this.#fitHeight();
  }

  /** Takes the editor off the page, so that the browser does not ask about unsaved changes. */
  clear(): void {
    this.editor?.remove();
  }

  setLanguage({ lang, dir }: Settings): void {
    const root = this.#document?.documentElement;
    if (!root) return;
    root.lang = lang;
    root.dir = dir;
  }

  get #document(): Document | undefined {
    const page = this.#frame.contentDocument;
    return page?.URL.endsWith(frameAddress) ? page : undefined;
  }

  async #navigate(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#frame.addEventListener('load', () => resolve(), { once: true });
      if (this.#document) this.#frame.contentWindow?.location.reload();
      else this.#frame.src = frameAddress;
    });
  }

  async #startPageSdk(page: Document, { person, sdk }: Settings): Promise<void> {
    // Logging out would also revoke the token that the editor is about to use.
    if (sdk === 'page-out') localStorage.removeItem(`${playgroundWorld.appId}:common_store/user`);
    await addScript(page, sdkAddress, 'text/javascript');
    const own = this.pageSdk;
    if (!own) throw new Error('The SDK could not be loaded');
    const settings = new own.AppSettingsBuilder()
      .setRegion(playgroundWorld.region)
      .autoEstablishSocketConnection(false)
      .build();
    await own.init(playgroundWorld.appId, settings);
    if (sdk === 'page') await own.login(tokenOf(person));
  }

  /** The frame is as high as its page, so that there is one scroll bar; a lazy editor needs a page to scroll. */
  #fitHeight(): void {
    const height = this.#isLazy ? 480 : (this.#document?.body.scrollHeight ?? 0);
    this.#frame.style.blockSize = `${Math.max(height, 320)}px`;
  }
}

function spacer(page: Document): HTMLElement {
  const above = page.createElement('div');
  above.className = 'above';
  above.textContent = 'The editor is further down. Nothing is fetched until you scroll there.';
  return above;
}

async function addScript(page: Document, address: string, type: string): Promise<void> {
  const script = page.createElement('script');
  script.type = type;
  script.src = address;
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve(), { once: true });
    script.addEventListener('error', () => reject(new Error(`${address} could not be loaded`)), {
      once: true,
    });
    page.head.append(script);
  });
}
