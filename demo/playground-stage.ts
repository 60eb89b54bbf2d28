import type { CometChatProfileEditor } from '../src/index.js';
import { byId } from './playground-dom.js';
import { logEvents } from './playground-events.js';
import { applySettings, tokenOf, type Settings } from './playground-settings.js';
import { sampleSlots } from './playground-slots.js';
import { openDrawnCamera } from './sample-photo.js';
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
const kitAddress = '/demo/states-kit.css';
/** As high as the crop dialog, which stands within the frame, needs it. */
const minHeight = 660;

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
    this.#apply(page, editor, settings);
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

  /** Gives the editor and the page around it what the panel says. */
  apply(settings: Settings): void {
    const { editor } = this;
    const page = this.#document;
    if (page && editor) this.#apply(page, editor, settings);
  }

  #apply(page: Document, editor: CometChatProfileEditor, settings: Settings): void {
    const { lang, dir, kit, camera, slots } = settings;
    const { documentElement: root } = page;
    root.lang = lang;
    root.dir = dir;
    root.dataset['theme'] = kit;
    root.style.colorScheme = kit;
    useKit(page, kit !== '');
    useCamera(this.#frame.contentWindow?.navigator, camera);
    applySettings(editor, settings, this.pageSdk);
    const wanted = slots.map((slot) => sampleSlots[slot] ?? '').join('');
    if (editor.innerHTML !== wanted) editor.innerHTML = wanted;
    // Whether there is a camera is looked up when the menu is drawn.
    editor.requestUpdate();
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
    if (sdk !== 'page-out') await own.login(tokenOf(person));
  }

  /** The frame is as high as its page, so that there is one scroll bar; a lazy editor needs a page to scroll. */
  #fitHeight(): void {
    const height = this.#isLazy ? 0 : (this.#document?.body.scrollHeight ?? 0);
    this.#frame.style.blockSize = `${Math.max(height, minHeight)}px`;
  }
}

function spacer(page: Document): HTMLElement {
  const above = page.createElement('div');
  above.className = 'above';
  above.textContent = 'The editor is further down. Nothing is fetched until you scroll there.';
  return above;
}

/** The UI kit's style sheet in the page, or out of it. */
function useKit(page: Document, isWanted: boolean): void {
  const link = page.querySelector(`link[href="${kitAddress}"]`);
  if (!isWanted) link?.remove();
  if (!isWanted || link) return;
  const sheet = Object.assign(page.createElement('link'), { rel: 'stylesheet', href: kitAddress });
  page.head.append(sheet);
}

/** What the page's `navigator` has for a camera; with an empty name, the device's own. */
function useCamera(navigator: Navigator | undefined, name: string): void {
  if (!navigator) return;
  const refuse = (): Promise<never> => Promise.reject(new DOMException('No', 'NotAllowedError'));
  const cameras: Record<string, { getUserMedia(): Promise<MediaStream> } | undefined> = {
    drawn: { getUserMedia: async () => openDrawnCamera() },
    blocked: { getUserMedia: refuse },
    none: undefined,
  };
  if (name in cameras) {
    Object.defineProperty(navigator, 'mediaDevices', { value: cameras[name], configurable: true });
  } else {
    Reflect.deleteProperty(navigator, 'mediaDevices');
  }
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
