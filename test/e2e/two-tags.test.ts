import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { askedOf, clearStorage, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { stubTokens, tokenAddress, type TokenEndpoint } from '../support/token-endpoint.js';
import { dropAndCrop, makePicture } from './photo-page.js';

describe('two tags of a page whose endpoint answers for another user the second time', () => {
  let sandbox: TestSandbox;
  let endpoint: TokenEndpoint;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const tag = (more = ''): string =>
    tagFor(
      sandbox,
      `auth-token-url="${tokenAddress}" avatar-upload-url="${sandbox.uploadUrl}" ${more}`,
    );

  async function open(html: string): Promise<TestPage> {
    return openPage(html, {
      before: (window) => {
        endpoint = stubTokens(window, (count) => sandbox.token(count === 1 ? 'alice' : 'bob'));
      },
    });
  }

  function add({ document }: TestPage): CometChatProfileEditor {
    const place = document.createElement('div');
    place.innerHTML = tag();
    document.body.append(place);
    return place.firstElementChild as CometChatProfileEditor;
  }

  const expectUntouched = async (): Promise<void> => {
    expect(await sandbox.user('bob')).to.include({ name: 'Bob' });
    expect((await sandbox.user('bob'))?.avatar).to.equal(undefined);
    expect((await sandbox.user('bob'))?.statusMessage).to.equal(undefined);
  };

  const writes = async (): Promise<number> =>
    (await askedOf(sandbox)).filter((line) => line === 'PUT /me').length;

  it('share one answer where they come together', async () => {
    const page = await open(tag() + tag());
    const editors = [...page.document.querySelectorAll('cometchat-profile-editor')];
    for (const editor of editors) await reach(editor, 'ready');
    expect(editors.map(({ profile }) => profile?.uid)).to.deep.equal(['alice', 'alice']);
    expect(endpoint.asked).to.equal(1);
  });

  it('show nothing of either in the second, and say why', async () => {
    const page = await open(tag());
    await reach(page.editor, 'ready');
    const second = add(page);
    await reach(second, 'failed');
    expect(endpoint.asked).to.equal(2);
    expect(second.error?.code).to.equal('session-conflict');
    await until(() => screenOf(second).alert() !== '', 'nothing is said');
    expect(screenOf(second).alert()).to.contain('signed in to a different account');
    expect(second.draft).to.deep.equal({ name: '', avatar: '', statusMessage: '' });
    expect(second.shadowRoot?.textContent).not.to.contain('Alice').and.not.to.contain('Bob');
    expect(await second.save()).to.equal(true);
    // The first goes on as who it is.
    screenOf(page.editor).type('Name', 'Alice Liddell');
    expect(await page.editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
    await expectUntouched();
    expect(await writes(), 'a login and a save').to.equal(2);
  });

  it('write no text and no photo for the other where the login expires in a save', async () => {
    const page = await open(tag());
    const first = page.editor;
    await reach(first, 'ready');
    screenOf(first).type('Name', 'Alice Liddell');
    await dropAndCrop(page, await makePicture('teal'));
    await sandbox.setFault({ kind: 'expired-token', phase: 'save', times: 1 });
    expect(await first.save()).to.equal(false);
    await until(() => first.profile?.uid === 'bob', 'the first does not follow its endpoint');
    await first.updateComplete;
    expect(screenOf(first).textbox('Name').value).to.equal('Bob');
    expect(first.hasUnsavedChanges).to.equal(false);
    await expectUntouched();
  });

  it('write nothing for the other from the second tag either', async () => {
    const page = await open(tag() + tag());
    const [first, second] = page.document.querySelectorAll('cometchat-profile-editor');
    if (!first || !second) throw new Error('There are not two tags');
    for (const editor of [first, second]) await reach(editor, 'ready');
    screenOf(second).type('Status message', 'Alice’s');
    screenOf(first).type('Name', 'Alice Liddell');
    await sandbox.setFault({ kind: 'expired-token', phase: 'save', times: 1 });
    const saves = [first.save(), second.save()];
    for (const save of saves) await save;
    await until(
      () => [first, second].every(({ state }) => ['ready', 'failed'].includes(state)),
      'they do not come to rest',
    );
    for (const editor of [first, second]) {
      if (editor.profile?.uid === 'bob') expect(editor.changes).to.deep.equal({});
      else expect(editor.error?.code).to.match(/^session-/);
      await editor.save();
    }
    await expectUntouched();
  });
});
