import { expect } from '@open-wc/testing';
import { createDeferred } from '../support/deferred.js';
import { askedOf, clearStorage, openHost, tagFor } from '../support/host-page.js';
import {
  closePages,
  importInto,
  nextEvent,
  openPage,
  reach,
  until,
  type PageWindow,
  type TestPage,
} from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { stubTokens, tokenAddress, type TokenEndpoint } from '../support/token-endpoint.js';

type Origin = typeof import('../../src/session/sdk-origin.js');
type Sessions = typeof import('../../src/session/cometchat-session.js');

/** A page whose SDK comes when the test lets it. */
interface SlowPage {
  readonly page: TestPage;
  /** Whether the editor has asked for its SDK. */
  readonly isAsked: () => boolean;
  readonly bringSdk: () => void;
}

describe('a visitor who returns', () => {
  let sandbox: TestSandbox;
  let another: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
    another = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    clearStorage(another);
    await sandbox.dispose();
    await another.dispose();
  });

  const keptKey = (): string => `cometchat-profile-editor:profile:${sandbox.appId}`;
  const kept = (): string | null => sessionStorage.getItem(keptKey());
  const nameIn = ({ editor }: TestPage): string => screenOf(editor).textbox('Name').value;

  /** A first visit, which leaves its session in the tab; the server has had another name since. */
  async function visit(attributes?: string): Promise<void> {
    const page = await openPage(tagFor(sandbox, attributes));
    await reach(page.editor, 'ready');
    page.close();
    await sandbox.patchUser('alice', { name: 'Alice of today' });
    await sandbox.clearRequests();
  }

  async function openSlowly(
    html: string,
    prepare?: (window: PageWindow) => void,
  ): Promise<SlowPage> {
    const sdk = createDeferred();
    let isAsked = false;
    const page = await openPage(html, {
      before: async (window) => {
        prepare?.(window);
        const { sdkOrigin } = await importInto<Origin>(window, '/src/session/sdk-origin.ts');
        const { load } = sdkOrigin;
        sdkOrigin.load = async () => {
          isAsked = true;
          await sdk.promise;
          return load();
        };
      },
    });
    return { page, isAsked: () => isAsked, bringSdk: sdk.resolve };
  }

  /** Lets the editor do all that it does before its SDK has come. */
  async function settle({ page, isAsked }: SlowPage): Promise<void> {
    await until(isAsked, 'the SDK is not asked for');
    await new Promise((resolve) => page.window.setTimeout(resolve, 50));
    await page.editor.updateComplete;
  }

  /** Every name that the form has ever shown from now on, between two frames too. */
  function watchNames({ page }: { readonly page: TestPage }): Set<string> {
    const names = new Set<string>();
    const { editor, window } = page;
    const look = (): void => {
      const root = editor.shadowRoot;
      if (!root) return;
      names.add(root.querySelector('b')?.textContent.trim() ?? '');
      names.add(root.querySelector<HTMLInputElement>('#name')?.value ?? '');
      names.add(editor.draft.name);
    };
    const watchFrames = (): void => {
      look();
      window.requestAnimationFrame(watchFrames);
    };
    watchFrames();
    if (editor.shadowRoot) {
      const observer = new window.MutationObserver(look);
      observer.observe(editor.shadowRoot, { subtree: true, childList: true, characterData: true });
    }
    return names;
  }

  /** Opens a page, and says whether the filled form was painted by the time that the SDK was asked for. */
  async function wasPaintedFirst(html: string): Promise<boolean | undefined> {
    let isPainted = false;
    let answer: boolean | undefined;
    const page = await openPage('', {
      before: async (window) => {
        const { sdkOrigin } = await importInto<Origin>(window, '/src/session/sdk-origin.ts');
        const { load } = sdkOrigin;
        // As in the script-tag build, whose SDK no app can have.
        sdkOrigin.isPrivate = true;
        sdkOrigin.load = async () => {
          answer ??= isPainted;
          return load();
        };
        const look = (): void => {
          const field = window.document
            .querySelector('cometchat-profile-editor')
            ?.shadowRoot?.querySelector<HTMLInputElement>('#name');
          if (field?.value) window.setTimeout(() => (isPainted = true));
          else window.requestAnimationFrame(look);
        };
        window.requestAnimationFrame(look);
      },
    });
    page.document.body.innerHTML = html;
    await reach(page.editor, 'ready');
    return answer;
  }

  it('sees the form painted before the SDK is asked for, whose evaluation takes long', async () => {
    await visit();
    expect(await wasPaintedFirst(tagFor(sandbox)), 'a login in the tab').to.equal(true);
  });

  it('sees what the page knows painted before the SDK is asked for', async () => {
    const known = '{"name":"Alice Archer"}';
    const token = sandbox.token('alice');
    const tag = tagFor(sandbox, `auth-token="${token}" initial-profile='${known}'`);
    expect(await wasPaintedFirst(tag)).to.equal(true);
  });

  const endpointTag = (): string => tagFor(sandbox, `auth-token-url="${tokenAddress}"`);

  describe('to a session that is used as it is', () => {
    it('has a form to edit before the SDK has come, which then follows the server', async () => {
      await visit();
      const slow = await openSlowly(tagFor(sandbox));
      const { page, bringSdk } = slow;
      const loaded: unknown[] = [];
      page.editor.addEventListener('profile-loaded', (event) => loaded.push(event.profile.name));
      await settle(slow);
      expect(nameIn(page)).to.equal('Alice');
      expect(screenOf(page.editor).textbox('Name').disabled).to.equal(false);
      expect(page.editor.state).to.equal('connecting');
      expect(page.editor.profile).to.equal(undefined);
      expect(loaded).to.deep.equal([]);
      expect(await askedOf(sandbox)).to.deep.equal([]);
      screenOf(page.editor).type('Status message', 'Away');
      bringSdk();
      await reach(page.editor, 'ready');
      expect(nameIn(page)).to.equal('Alice of today');
      expect(page.editor.changes).to.deep.equal({ statusMessage: 'Away' });
      expect(loaded).to.deep.equal(['Alice of today']);
      expect(await askedOf(sandbox), 'no login').not.to.include('PUT /me');
    });

    it('is asked about an edit that the server has another value for', async () => {
      await visit();
      const slow = await openSlowly(tagFor(sandbox));
      const { page, bringSdk } = slow;
      await settle(slow);
      screenOf(page.editor).type('Name', 'Alice Liddell');
      const conflict = nextEvent(page.editor, 'profile-conflict');
      bringSdk();
      expect(await conflict).to.include({ mine: 'Alice Liddell', theirs: 'Alice of today' });
    });

    it('sees what the server said last, be it by a reading or a save', async () => {
      await visit();
      const page = await openPage(tagFor(sandbox));
      await reach(page.editor, 'ready');
      page.close();
      const slow = await openSlowly(tagFor(sandbox));
      await settle(slow);
      expect(nameIn(slow.page)).to.equal('Alice of today');
      slow.bringSdk();
      await reach(slow.page.editor, 'ready');
      screenOf(slow.page.editor).type('Name', 'Alice Liddell');
      expect(await slow.page.editor.save()).to.equal(true);
      slow.page.close();
      const last = await openSlowly(tagFor(sandbox));
      await settle(last);
      expect(nameIn(last.page)).to.equal('Alice Liddell');
    });

    for (const [which, make] of [
      ['the same token', () => sandbox.token('alice')],
      ['another token of the same person', () => sandbox.issue('alice')],
    ] as const) {
      it(`knows it by ${which} of the endpoint, which is asked once`, async () => {
        await visit();
        let endpoint: TokenEndpoint | undefined;
        const token = createDeferred<string>();
        const slow = await openSlowly(endpointTag(), (window) => {
          endpoint = stubTokens(window, () => token.promise);
        });
        await settle(slow);
        expect(nameIn(slow.page), 'before the token is there').to.equal('');
        token.resolve(await make());
        await until(() => nameIn(slow.page) === 'Alice', 'the form stays empty');
        expect(slow.page.editor.state).to.equal('connecting');
        slow.bringSdk();
        await reach(slow.page.editor, 'ready');
        expect(endpoint?.asked).to.equal(1);
        expect(nameIn(slow.page)).to.equal('Alice of today');
      });
    }

    it('has nothing there with no-draft, and leaves nothing', async () => {
      await visit();
      expect(kept()).to.include('Alice');
      const token = `auth-token="${sandbox.token('alice')}"`;
      const slow = await openSlowly(tagFor(sandbox, `${token} no-draft`));
      const names = watchNames(slow);
      await settle(slow);
      slow.bringSdk();
      await reach(slow.page.editor, 'ready');
      expect([...names]).not.to.include('Alice');
      expect(kept()).to.equal(null);
      expect(nameIn(slow.page)).to.equal('Alice of today');
    });

    it('leaves no token beside the one of the SDK', async () => {
      await visit();
      const texts = Object.entries(sessionStorage).filter(([key]) => key.startsWith('cometchat-'));
      expect(JSON.stringify(texts)).not.to.include(sandbox.token('alice'));
      expect(Object.keys(JSON.parse(kept() ?? '') as object).toSorted()).to.deep.equal([
        'avatar',
        'name',
        'statusMessage',
        'uid',
      ]);
    });
  });

  describe('as somebody else', () => {
    const expectBob = async (slow: SlowPage, names: ReadonlySet<string>): Promise<void> => {
      const { page, bringSdk } = slow;
      bringSdk();
      await until(() => page.editor.profile?.uid === 'bob', 'bob is not shown');
      await page.editor.updateComplete;
      expect(nameIn(page)).to.equal('Bob');
      expect([...names].toSorted()).to.deep.equal(['', 'Bob']);
    };

    it('never sees the former one: another token in the attribute', async () => {
      await visit();
      const slow = await openSlowly(tagFor(sandbox, `auth-token="${sandbox.token('bob')}"`));
      const names = watchNames(slow);
      await settle(slow);
      await expectBob(slow, names);
    });

    it('never sees the former one: the attribute is changed before the SDK has come', async () => {
      await visit();
      const slow = await openSlowly(tagFor(sandbox));
      const { editor } = slow.page;
      await settle(slow);
      screenOf(editor).type('Status message', 'Mine');
      editor.authToken = sandbox.token('bob');
      await editor.updateComplete;
      const names = watchNames(slow);
      expect(screenOf(editor).textbox('Status message').value).to.equal('');
      await expectBob(slow, names);
      expect(editor.hasUnsavedChanges).to.equal(false);
      // What was typed waits for alice.
      editor.authToken = sandbox.token('alice');
      await until(() => editor.profile?.uid === 'alice', 'alice is not shown');
      expect(editor.changes).to.deep.equal({ statusMessage: 'Mine' });
      expect((await sandbox.user('bob'))?.statusMessage ?? '').to.equal('');
    });

    it('never sees the former one: the attribute is changed in the ready form', async () => {
      const page = await openPage(tagFor(sandbox));
      await reach(page.editor, 'ready');
      await sandbox.setFault({ kind: 'hang', phase: 'connect' });
      page.editor.authToken = sandbox.token('bob');
      await page.editor.updateComplete;
      await until(() => nameIn(page) === '', 'alice is still shown');
      const names = watchNames({ page });
      await sandbox.clearFaults({ answer: true });
      await until(() => page.editor.profile?.uid === 'bob', 'bob is not shown');
      expect([...names]).not.to.include('Alice');
    });

    it('never sees the former one: the endpoint answers for another', async () => {
      await visit();
      const token = createDeferred<string>();
      const slow = await openSlowly(endpointTag(), (window) => {
        stubTokens(window, () => token.promise);
      });
      const names = watchNames(slow);
      await settle(slow);
      token.resolve(sandbox.token('bob'));
      await settle(slow);
      await expectBob(slow, names);
    });

    it('never sees the former one: the token does not say whose it is', async () => {
      await visit();
      const token = await sandbox.issue('bob', 'anything');
      const slow = await openSlowly(tagFor(sandbox, `auth-token="${token}"`));
      const names = watchNames(slow);
      await settle(slow);
      await expectBob(slow, names);
    });

    it('never sees the former one: another app', async () => {
      await visit();
      const slow = await openSlowly(tagFor(another));
      await settle(slow);
      expect(nameIn(slow.page)).to.equal('');
    });

    it('never sees the former one: the host has another logged in', async () => {
      await visit();
      const { page } = await openHost(sandbox, { token: sandbox.token('bob') });
      page.document.body.innerHTML = tagFor(sandbox);
      const names = watchNames({ page });
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('session-conflict');
      expect([...names]).to.deep.equal(['']);
    });
  });

  describe('after the session’s end', () => {
    const expectEmpty = async (html = tagFor(sandbox)): Promise<void> => {
      const slow = await openSlowly(html);
      const names = watchNames(slow);
      await settle(slow);
      expect([...names]).to.deep.equal(['']);
    };

    it('finds nothing there: the site has signed its user out', async () => {
      const page = await openPage(tagFor(sandbox));
      await reach(page.editor, 'ready');
      const { endSession } = await importInto<Sessions>(
        page.window,
        '/src/session/cometchat-session.ts',
      );
      await endSession(sandbox.appId);
      expect(kept()).to.equal(null);
      page.close();
      await expectEmpty();
    });

    it('finds nothing there: the site signs its user out before the SDK has come', async () => {
      await visit();
      const slow = await openSlowly(tagFor(sandbox));
      await settle(slow);
      const { endSession } = await importInto<Sessions>(
        slow.page.window,
        '/src/session/cometchat-session.ts',
      );
      await endSession(sandbox.appId);
      slow.bringSdk();
      await reach(slow.page.editor, 'failed');
      expect(slow.page.editor.error?.code).to.equal('no-token');
      expect(await askedOf(sandbox), 'nobody is signed in again').to.deep.equal([]);
      expect(kept()).to.equal(null);
      slow.page.close();
      await expectEmpty();
    });

    it('finds nothing there: the token was revoked', async () => {
      await visit();
      await sandbox.revoke(sandbox.token('alice'));
      const page = await openPage(tagFor(sandbox));
      await reach(page.editor, 'failed');
      await until(() => kept() === null, 'the profile is kept');
      page.close();
      await expectEmpty();
    });

    it('finds nothing there: the tab’s storage was cleared', async () => {
      await visit();
      sessionStorage.clear();
      await expectEmpty();
    });

    it('finds nothing there: what was kept is junk, or somebody else’s', async () => {
      await visit();
      const user = `${sandbox.appId}:common_store/user`;
      const session = sessionStorage.getItem(user) ?? '';
      const junk = ['', '{', 'null', '[]', '7', '{"uid":"alice"}', '"\\"{\\"uid\\":7}\\""'];
      for (const text of [...junk, '['.repeat(9_000), JSON.stringify({ uid: '../x', name: 'X' })]) {
        sessionStorage.setItem(user, text);
        await expectEmpty();
        closePages();
      }
      sessionStorage.setItem(user, session);
      const foreign = [
        '{',
        '{"uid":"bob","name":"Bob"}',
        `{"uid":"alice","name":"${'x'.repeat(60_000)}"}`,
      ];
      for (const text of foreign) {
        sessionStorage.setItem(keptKey(), text);
        const slow = await openSlowly(tagFor(sandbox));
        await settle(slow);
        expect(nameIn(slow.page), 'the SDK’s own').to.equal('Alice');
        closePages();
      }
      sessionStorage.setItem(
        keptKey(),
        '{"uid":"alice","name":{"a":1},"avatar":"javascript:alert(1)"}',
      );
      const slow = await openSlowly(tagFor(sandbox));
      await settle(slow);
      expect(nameIn(slow.page)).to.equal('');
      expect(slow.page.editor.shadowRoot?.querySelector('img')).to.equal(null);
    });
  });

  it('finds the host’s user there before the reading', async () => {
    const { page } = await openHost(sandbox);
    await sandbox.patchUser('alice', { name: 'Alice of today' });
    const fault = await sandbox.setFault({ kind: 'hang', phase: 'load' });
    page.document.body.innerHTML = tagFor(sandbox);
    await page.editor.updateComplete;
    await until(() => nameIn(page) === 'Alice', 'the form stays empty');
    expect(page.editor.state).to.equal('connecting');
    expect(page.editor.profile).to.equal(undefined);
    screenOf(page.editor).type('Status message', 'Away');
    await sandbox.clearFault(fault, { answer: true });
    await reach(page.editor, 'ready');
    expect(nameIn(page)).to.equal('Alice of today');
    expect(page.editor.changes).to.deep.equal({ statusMessage: 'Away' });
    expect(kept(), 'nothing of a host’s login is kept').to.equal(null);
  });
});
