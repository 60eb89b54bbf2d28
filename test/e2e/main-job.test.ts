import { expect, oneEvent } from '@open-wc/testing';
import { closePages, openPage, reach, until } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

const newPhoto = 'https://photos.sandbox.cometchat.io/bob.png';

describe('the main job, with the real SDK', () => {
  let sandbox: TestSandbox;
  let tag: string;

  beforeEach(async () => {
    sandbox = await createSandbox();
    tag = `<cometchat-profile-editor app-id="${sandbox.appId}" region="us"
      auth-token="${sandbox.token('alice')}"></cometchat-profile-editor>`;
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  it('logs in and shows the profile as the server has it', async () => {
    const { editor } = await openPage(tag);
    await reach(editor, 'ready');
    const screen = screenOf(editor);
    expect(screen.textbox('Name').value).to.equal('Alice');
    expect(screen.textbox('Status message').value).to.equal('Here');
    expect(screen.image('Alice').getAttribute('src')).to.equal(
      'https://photos.sandbox.cometchat.io/alice.png',
    );
    expect(editor.profile).to.deep.equal({
      uid: 'alice',
      name: 'Alice',
      avatar: 'https://photos.sandbox.cometchat.io/alice.png',
      statusMessage: 'Here',
    });
    const requests = await sandbox.requests();
    expect(requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'PUT /me',
      'GET /users/alice',
    ]);
  });

  it('is filled with the answer to the login, and keeps what is typed until the profile is read', async () => {
    await sandbox.setFault({ kind: 'hang', phase: 'load' });
    const { editor } = await openPage(tag);
    const screen = screenOf(editor);
    await editor.updateComplete;
    await until(() => !screen.textbox('Name').disabled, 'the form is not filled');
    expect(screen.textbox('Status message').value).to.equal('Here');
    expect([editor.state, editor.profile]).to.deep.equal(['connecting', undefined]);
    screen.type('Name', 'Alice Liddell');
    await sandbox.clearFaults({ answer: true });
    await reach(editor, 'ready');
    expect(editor.profile?.name).to.equal('Alice');
    expect(editor.changes).to.deep.equal({ name: 'Alice Liddell' });
    expect(await editor.save()).to.equal(true);
  });

  it('saves all three fields in one request, and a reload shows them', async () => {
    const page = await openPage(tag);
    await reach(page.editor, 'ready');
    const screen = screenOf(page.editor);
    screen.type('Name', '  Alice   Liddell ');
    screen.type('Status message', 'Down the rabbit hole');
    screen.type('Photo URL', newPhoto);
    await sandbox.clearRequests();
    const saved = oneEvent(page.editor, 'profile-saved');
    screen.click('Save changes');
    await saved;
    await page.editor.updateComplete;
    expect(screen.status()).to.equal('Profile saved');

    const saves = await sandbox.requests({ method: 'PUT' });
    expect(saves.map(({ path }) => path)).to.deep.equal(['/me']);
    expect(saves[0]?.body).to.deep.equal({
      uid: 'alice',
      hasBlockedMe: false,
      blockedByMe: false,
      deactivatedAt: 0,
      name: 'Alice Liddell',
      statusMessage: 'Down the rabbit hole',
      avatar: newPhoto,
    });

    await page.reload();
    await reach(page.editor, 'ready');
    const after = screenOf(page.editor);
    expect(after.textbox('Name').value).to.equal('Alice Liddell');
    expect(after.textbox('Status message').value).to.equal('Down the rabbit hole');
    expect(after.textbox('Photo URL').value).to.equal(newPhoto);
  });

  it('makes one request for a page view with a living session', async () => {
    const page = await openPage(tag);
    await reach(page.editor, 'ready');
    await sandbox.clearRequests();
    await page.reload();
    await reach(page.editor, 'ready');
    const requests = await sandbox.requests();
    expect(requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'GET /users/alice',
    ]);
  });

  it('asks for nothing with loading="lazy" until it comes into view', async () => {
    const lazy = tag.replace('app-id', 'loading="lazy" app-id');
    const page = await openPage(`<div style="block-size: 5000px"></div>${lazy}`);
    const { editor } = page;
    await editor.updateComplete;
    // The observer's first word comes with a frame; that it says "not in view" must change nothing.
    for (let frame = 0; frame < 3; frame++) {
      await new Promise((resolve) => page.window.requestAnimationFrame(resolve));
    }
    expect(editor.state).to.equal('idle');
    expect(await sandbox.requests()).to.deep.equal([]);
    editor.scrollIntoView();
    await reach(editor, 'ready');
    const requests = await sandbox.requests();
    expect(requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'PUT /me',
      'GET /users/alice',
    ]);
  });
});
