import { expect } from '@open-wc/testing';
import { closePages, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { openEditor } from './photo-page.js';

describe('undo, with the real SDK', () => {
  let sandbox: TestSandbox;
  let page: TestPage;

  beforeEach(async () => {
    sandbox = await createSandbox();
    page = await openEditor(sandbox, 'no-draft');
    const screen = screenOf(page.editor);
    screen.type('Name', 'Alice Liddell');
    screen.type('Status message', '');
    expect(await page.editor.save()).to.equal(true);
    await sandbox.clearRequests();
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  it('stores the former values with one request', async () => {
    expect(await page.editor.undo()).to.equal(true);
    expect((await sandbox.requests({ method: 'PUT' })).length).to.equal(1);
    expect(await sandbox.user('alice')).to.include({ name: 'Alice', statusMessage: 'Here' });
    expect(page.editor.profile).to.include({ name: 'Alice', statusMessage: 'Here' });
  });

  it('keeps them in the form where the server refuses', async () => {
    await sandbox.setFault({ kind: 'no-access', phase: 'save' });
    expect(await page.editor.undo()).to.equal(false);
    expect(page.editor.error?.code).to.equal('permission-denied');
    expect(page.editor.changes).to.deep.equal({ name: 'Alice', statusMessage: 'Here' });
    expect(await sandbox.user('alice')).to.include({ name: 'Alice Liddell' });
    await sandbox.clearFaults();
    expect(await page.editor.save()).to.equal(true);
    expect(await sandbox.user('alice')).to.include({ name: 'Alice', statusMessage: 'Here' });
  });

  it('is over with what a form filler typed without an event', async () => {
    screenOf(page.editor).textbox('Name').value = 'Filled in';
    expect(await page.editor.undo()).to.equal(false);
    expect(page.editor.changes).to.deep.equal({ name: 'Filled in' });
    expect(await sandbox.requests({ method: 'PUT' })).to.deep.equal([]);
  });
});
