import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { holdTime, type Clock } from '../support/clock.js';
import { stubSockets, type FakeSocket } from '../support/fake-socket.js';
import { clearStorage, tagFor } from '../support/host-page.js';
import {
  importHostSdk,
  loadHostSdk,
  startHost,
  watchHost,
  type HostSdk,
  type HostWatch,
} from '../support/host-sdk.js';
import { closePages, importInto, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf, type Screen } from '../support/screen.js';

/** How the editor gets its SDK: as `window.CometChat`, by its property `sdk`, or by importing it. */
export const ways = ['window', 'property', 'own copy'] as const;

export type Way = (typeof ways)[number];

/** An app's SDK, and what the app hears from it. */
interface Host {
  readonly sdk: HostSdk;
  readonly watch: HostWatch;
}

/** A page with one version of the SDK. */
export class Stage {
  readonly version: string;
  readonly way: Way;
  readonly sandbox: TestSandbox;
  readonly page: TestPage;
  readonly clock: Clock;
  readonly sockets: readonly FakeSocket[];
  #host: Host | undefined;

  private constructor(
    parts: Pick<Stage, 'version' | 'way' | 'sandbox' | 'page' | 'clock' | 'sockets'>,
  ) {
    this.version = parts.version;
    this.way = parts.way;
    this.sandbox = parts.sandbox;
    this.page = parts.page;
    this.clock = parts.clock;
    this.sockets = parts.sockets;
  }

  /** Opens a page whose app has loaded its SDK, where it has one, but not initialised it. The page has no tag yet. */
  static async open(version: string, way: Way): Promise<Stage> {
    const sandbox = await createSandbox();
    let clock: Clock | undefined;
    let sockets: readonly FakeSocket[] = [];
    const page = await openPage('', {
      before: (window) => {
        clock = holdTime(window);
        sockets = stubSockets(window);
      },
    });
    const stage = new Stage({ version, way, sandbox, page, clock: clock as Clock, sockets });
    if (way !== 'own copy') await stage.loadHost();
    return stage;
  }

  async close(): Promise<void> {
    closePages();
    clearStorage(this.sandbox);
    await this.sandbox.dispose();
  }

  get editor(): CometChatProfileEditor {
    return this.page.editor;
  }

  get screen(): Screen {
    return screenOf(this.editor);
  }

  get host(): HostSdk {
    return this.#theHost.sdk;
  }

  get watch(): HostWatch {
    return this.#theHost.watch;
  }

  get hasHost(): boolean {
    return this.#host !== undefined;
  }

  get #theHost(): Host {
    if (!this.#host) throw new Error('This page has no host');
    return this.#host;
  }

  /** Loads the app's SDK: by a script tag where the editor is to find it on `window`, else as a module. */
  async loadHost(): Promise<void> {
    const { window } = this.page;
    const sdk = await (this.way === 'window' ? loadHostSdk(window) : importHostSdk(window));
    expect(sdk.SDKHeader.sdkVersion, 'the version of the SDK').to.equal(this.version);
    this.#host = { sdk, watch: watchHost(sdk) };
  }

  /** Initialises the app's SDK, and logs alice in unless a token says otherwise. */
  async startHost(token: string | undefined = this.sandbox.token('alice')): Promise<void> {
    await startHost(this.host, { appId: this.sandbox.appId, token });
  }

  /** Initialises the app's SDK, with nobody logged in. */
  async initHost(): Promise<void> {
    await startHost(this.host, { appId: this.sandbox.appId });
  }

  /** Puts the tag into the page; with alice's token where the editor has to log in by itself. */
  put(attributes = this.hasHost ? '' : this.tokenOf('alice')): void {
    this.page.document.body.innerHTML = tagFor(this.sandbox, attributes);
    if (this.way === 'property') this.editor.sdk = this.host;
  }

  tokenOf(uid: string): string {
    return `auth-token="${this.sandbox.token(uid)}"`;
  }

  /** Shows alice's form, in a page that is logged in. */
  async showForm(): Promise<void> {
    if (this.hasHost) await this.startHost();
    this.put();
    await this.expectForm();
    await this.sandbox.clearRequests();
  }

  /** Waits for alice's form, on the copy that it should be on. */
  async expectForm(isShared = this.hasHost): Promise<void> {
    const describe = (): string => {
      const copy = isShared ? 'an app’s SDK' : 'a copy';
      return `no form on ${copy}: ${this.editor.state} ${this.editor.error?.message}`;
    };
    const isThere = (): boolean => this.editor.matches(':state(shared-session)') === isShared;
    await until(() => this.editor.state === 'ready' && isThere(), describe);
    await this.editor.updateComplete;
    expect(this.editor.profile?.uid).to.equal('alice');
  }

  /** Waits until the editor has failed, which it says without a token; gives the error's code. */
  async expectFailure(): Promise<string> {
    await reach(this.editor, 'failed');
    const alert = this.screen.alert();
    expect(alert).to.not.equal('');
    expect(alert).to.not.contain(this.sandbox.token('alice'));
    return this.editor.error?.code ?? 'no code';
  }

  /** Saves what is in the form, without an error. */
  async expectSaved(): Promise<void> {
    expect(await this.editor.save(), `saved, but for ${this.editor.error?.message}`).to.equal(true);
    expect(this.screen.alert()).to.equal('');
    expect(this.editor.hasUnsavedChanges).to.equal(false);
  }

  /** How the site logs its user out: in its app's SDK, or in the editor's. */
  async logOut(): Promise<void> {
    if (this.hasHost) {
      await this.host.logout();
      return;
    }
    const { endSession } =
      await this.#import<typeof import('../../src/session/connect.js')>('/src/session/connect.ts');
    await endSession(this.sandbox.appId);
  }

  /** The user whom the SDK has stored. */
  async storedUid(): Promise<string | undefined> {
    const sdk = this.hasHost ? this.host : await importHostSdk(this.page.window);
    return (await sdk.getLoggedinUser())?.getUid();
  }

  /** Gives a busy machine time where an app has less than a person would notice. */
  async beSlow(): Promise<void> {
    const { limits } = await this.#import<typeof import('../../src/session/deadline.js')>(
      '/src/session/deadline.ts',
    );
    limits.appStart = 5_000;
  }

  async #import<Module>(address: string): Promise<Module> {
    return importInto<Module>(this.page.window, address);
  }
}
