import { expect } from '@open-wc/testing';
import { clearStorage, tagFor } from '../support/host-page.js';
import {
  closePages,
  importInto,
  nextEvent,
  openPage,
  reach,
  until,
  type PageWindow,
} from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { dropAndCrop, makePicture } from './photo-page.js';

/** Some pages add a version to the address, WordPress for example; the other files' names do not know of it. */
const address = '/dist/standalone/cometchat-profile-editor.js?v=2';

/**
 * The files of the build that a page has fetched, each once for every address that it went by: a page runs a module once
 * for each of them.
 */
function fetchedFiles({ performance }: PageWindow): string[] {
  const addresses = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/dist/standalone/'));
  return [...new Set(addresses)].map((name) => new URL(name).pathname.split('/').pop() ?? '');
}

/** The versions that the copies of Lit on a page have noted. */
function litVersions(window: PageWindow): unknown[][] {
  const { litElementVersions, litHtmlVersions, reactiveElementVersions } =
    window as unknown as Record<string, unknown[]>;
  return [litElementVersions ?? [], litHtmlVersions ?? [], reactiveElementVersions ?? []];
}

describe('the script-tag build as …js?v=2', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  it('runs every module once, from the form to the photo dialogs, under Trusted Types', async () => {
    const violations: string[] = [];
    const page = await openPage('', {
      address: '/test/e2e/pages/versioned.html',
      module: null,
      before: (window) => {
        window.document.addEventListener('securitypolicyviolation', (event) => {
          violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
        });
      },
    });
    const editor = page.document.createElement('cometchat-profile-editor');
    editor.setAttribute('app-id', sandbox.appId);
    editor.setAttribute('region', 'us');
    editor.setAttribute('auth-token', sandbox.token('alice'));
    editor.setAttribute('avatar-upload-url', sandbox.uploadUrl);
    page.document.body.append(editor);
    await until(() => editor.shadowRoot !== null, 'the tag is not defined');
    await reach(editor, 'ready');

    // Words for a failure come with the files that follow the form.
    const screen = screenOf(editor);
    await sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
    screen.type('Name', 'Alice Liddell');
    expect(await editor.save()).to.equal(false);
    expect(screen.alert()).to.contain('You don’t have permission to do this.');
    await sandbox.clearFaults();

    await dropAndCrop(page, await makePicture('teal'));
    const saved = nextEvent(editor, 'profile-saved');
    screen.click('Save changes');
    expect((await saved).profile.name).to.equal('Alice Liddell');
    expect((await sandbox.user('alice'))?.avatar).to.match(/^https:/);

    const files = fetchedFiles(page.window);
    expect(files, 'each file by one address').to.deep.equal([...new Set(files)]);
    const names = files.map((file) => file.replace(/-[\w-]{8}\.js$/, ''));
    expect(names).to.include.members(['cometchat-profile-editor.js', 'form', 'after']);
    expect(names).to.include.members(['cometchat-sdk', 'photo-dialogs', 'photo-worker']);
    expect(names, 'an English page pays for no other language').not.to.include('languages');
    for (const versions of litVersions(page.window)) expect(versions.length).to.equal(1);
    expect(violations).to.deep.equal([]);

    if (!('trustedTypes' in page.window)) return;
    const element = page.document.createElement('p');
    expect(() => (element.innerHTML = '<b>not trusted</b>'), 'the policy is in force').to.throw();
  });

  it('fetches the list of languages with what follows the form, and one language', async () => {
    const page = await openPage('', { module: address });
    page.document.body.innerHTML = `<div lang="de-AT">${tagFor(sandbox)}</div>`;
    await reach(page.editor, 'ready');
    expect(screenOf(page.editor).textbox('Statusmeldung').value).to.equal(
      page.editor.profile?.statusMessage,
    );
    expect(page.editor.shadowRoot?.querySelector('form')?.lang).to.equal('de-AT');
    const names = fetchedFiles(page.window).map((file) => file.replace(/-[\w-]{8}\.js$/, ''));
    expect(names.filter((name) => /^[a-z]{2}(?:-[a-z]+)?$/.test(name))).to.deep.equal(['de']);
    expect(names.indexOf('languages')).to.be.below(names.indexOf('de'));
    expect(names).to.include('languages');
  });

  it('reads a photo in a worker', async () => {
    const answers: string[] = [];
    const page = await openPage('', {
      module: address,
      before: (window) => {
        const listen = (worker: Worker): Worker => {
          worker.addEventListener('message', ({ data }) => answers.push(data.is));
          return worker;
        };
        window.Worker = new Proxy(window.Worker, {
          construct: (Original, [url, options]) => listen(new Original(url, options)),
        });
      },
    });
    page.document.body.innerHTML = tagFor(
      sandbox,
      `auth-token="${sandbox.token('alice')}" avatar-upload-url="${sandbox.uploadUrl}"`,
    );
    await reach(page.editor, 'ready');
    await dropAndCrop(page, await makePicture('teal'));
    expect(answers).to.deep.equal(['ready', 'opened', 'rendered']);
    const files = fetchedFiles(page.window).join();
    expect(files, 'what is only for pages without workers').not.to.include('decoded-photo');
  });

  it('exports what a page without a bundler needs', async () => {
    const page = await openPage('', { module: null });
    const module = await importInto<typeof import('../../src/index.js')>(page.window, address);
    const { CometChatProfileEditor, ProfileError, formUploader, presignedUploader } = module;
    expect(page.window.customElements.get('cometchat-profile-editor')).to.equal(
      CometChatProfileEditor,
    );

    const editor = new CometChatProfileEditor();
    Object.assign(editor, {
      appId: sandbox.appId,
      region: 'us',
      authToken: sandbox.token('alice'),
      uploadAvatar: formUploader(sandbox.uploadUrl),
    });
    page.document.body.append(editor);
    await reach(editor, 'ready');
    await dropAndCrop(page, await makePicture('teal'));
    expect(await editor.save()).to.equal(true);
    expect(editor.profile?.avatar).to.match(/^https:/);

    editor.uploadAvatar = presignedUploader(() => Promise.reject(new Error('no place today')));
    await dropAndCrop(page, await makePicture('red'));
    expect(await editor.save()).to.equal(false);
    expect(editor.error).to.be.instanceOf(ProfileError);
    expect(editor.error?.code).to.equal('upload-failed');
  });
});
