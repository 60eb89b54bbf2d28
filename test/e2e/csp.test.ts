import { expect } from '@open-wc/testing';
import { clearStorage } from '../support/host-page.js';
import { closePages, openPage, reach, until } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('the script-tag build under a content security policy', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  /** What a service worker makes up counts in Firefox as fetched from the worker's own address: from `'self'`. */
  const isFirefox = navigator.userAgent.includes('Firefox');
  const policies = ['csp-script', 'csp-strict-self', ...(isFirefox ? [] : ['csp-strict'])];

  for (const policy of policies) {
    it(`loads, fails, saves and shows the photo without a violation (${policy})`, async () => {
      const violations: string[] = [];
      const page = await openPage('', {
        address: `/test/e2e/pages/${policy}.html`,
        module: null,
        before: (window) => {
          window.document.addEventListener('securitypolicyviolation', (event) => {
            violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
          });
        },
      });
      // By script, not as HTML: the policy wants trusted types for HTML only where it could run a script.
      const editor = page.document.createElement('cometchat-profile-editor');
      editor.setAttribute('app-id', sandbox.appId);
      editor.setAttribute('region', 'us');
      if (policy === 'csp-strict-self') editor.authTokenUrl = sandbox.tokenUrl('alice');
      else editor.setAttribute('auth-token', sandbox.token('alice'));
      page.document.body.append(editor);
      await until(() => editor.shadowRoot !== null, 'the tag is not defined');
      await reach(editor, 'ready');
      const screen = screenOf(editor);
      const photo = screen.image('Alice') as HTMLImageElement;
      await until(() => photo.complete && photo.naturalWidth > 0, 'the photo is not shown');

      await sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
      screen.type('Name', 'Alice Liddell');
      expect(await editor.save()).to.equal(false);
      expect(screen.alert()).to.contain('You don’t have permission to do this.');
      await sandbox.clearFaults();
      screen.click('Try again');
      await reach(editor, 'ready');
      expect(screen.status()).to.equal('Profile saved');
      expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');

      // The styles came as sheets that the policy lets through.
      const { display } = page.window.getComputedStyle(screen.button('Save changes'));
      expect(editor.shadowRoot?.adoptedStyleSheets.length).to.be.greaterThan(0);
      expect(display).to.not.equal('');
      expect(violations).to.deep.equal([]);
    });
  }

  it('would notice a violation', async () => {
    const page = await openPage('', {
      address: '/test/e2e/pages/csp-strict-self.html',
      module: null,
    });
    const violations: string[] = [];
    page.document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      violations.push(violatedDirective),
    );
    const script = page.document.createElement('script');
    script.append('globalThis.hasRun = true');
    page.document.head.append(script);
    await until(() => violations.length > 0, 'nothing was noticed');
    expect(page.window).to.not.have.property('hasRun');
  });
});
