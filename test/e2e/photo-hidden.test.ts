import { expect } from '@open-wc/testing';
import { closePages, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import { drop, findDialog, makePicture, openEditor, type Uploader } from './photo-page.js';

const never: Uploader = () => new Promise(() => undefined);

describe('photos, where the page hides the tag', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    await sandbox.dispose();
  });

  const inShadow = ({ editor }: TestPage, selector: string): Element | null | undefined =>
    editor.shadowRoot?.querySelector(selector);

  /** Waits until nothing is open or on its way, and looks whether a press reaches the page again. */
  async function expectPageReached(page: TestPage): Promise<void> {
    const { document } = page;
    const button = document.createElement('button');
    button.textContent = 'The page’s own';
    document.body.prepend(button);
    await until(
      () =>
        !inShadow(page, 'dialog') && inShadow(page, '[aria-haspopup]')?.ariaDisabled === 'false',
      'the dialog stays',
    );
    const { left, top } = button.getBoundingClientRect();
    expect(document.elementFromPoint(left + 2, top + 2)?.localName).to.equal('button');
    expect(page.editor.hasUnsavedChanges).to.equal(false);
  }

  it('under the open crop dialog, the page can be used', async () => {
    const page = await openEditor(sandbox, '', never);
    drop(page, await makePicture('teal'));
    await findDialog(page);
    page.editor.hidden = true;
    await expectPageReached(page);
    page.editor.hidden = false;
    drop(page, await makePicture('teal'));
    await (await findDialog(page)).close('Use photo');
    await until(() => page.editor.hasUnsavedChanges, 'the next photo is not taken');
  });

  it('while a photo is read, the page can be used', async () => {
    const page = await openEditor(sandbox, '', never);
    drop(page, await makePicture('teal'));
    page.editor.hidden = true;
    await expectPageReached(page);
  });

  it('with a dialog of its own that it closes, the page can be used', async () => {
    const page = await openEditor(sandbox, '', never);
    const dialog = page.document.createElement('dialog');
    page.document.body.append(dialog);
    dialog.append(page.editor);
    dialog.showModal();
    drop(page, await makePicture('teal'));
    await findDialog(page);
    dialog.close();
    await expectPageReached(page);
  });

  it('under the open menu, the menu is closed when the tag is shown again', async () => {
    const page = await openEditor(sandbox, '', never);
    screenOf(page.editor).click('Change photo');
    await until(
      () => page.editor.shadowRoot?.activeElement?.role === 'menuitem',
      'the menu does not open',
    );
    page.editor.hidden = true;
    await until(() => !inShadow(page, '[role="menu"]'), 'the menu stays');
    page.editor.hidden = false;
    await page.editor.updateComplete;
    expect(inShadow(page, '[aria-haspopup]')?.ariaExpanded).to.equal('false');
  });
});
