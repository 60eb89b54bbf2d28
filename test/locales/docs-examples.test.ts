import { expect } from '@open-wc/testing';
import { drop, makePicture } from '../e2e/photo-page.js';
import { clearStorage } from '../support/host-page.js';
import {
  closePages,
  openPage,
  reach,
  until,
  type PageWindow,
  type TestPage,
} from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

/** Where the examples' imports lead to here: to the sources, and to the build of the script tag. */
const places: Readonly<Record<string, string>> = {
  'cometchat-profile-editor': '/src/index.ts',
  '/standalone/cometchat-profile-editor.js': '/dist/standalone/cometchat-profile-editor.js',
};

/** The code blocks of the page, as they stand there. */
async function readExamples(): Promise<readonly string[]> {
  const page = await (await fetch('/docs/languages.md')).text();
  return [...page.matchAll(/^```(?:js|html)\n([^]*?)^```$/gm)].map(([, code]) => `${code}`);
}

/** The one example that has a piece of code. */
async function findExample(part: string): Promise<string> {
  const found = (await readExamples()).filter((code) => code.includes(part));
  expect(found, part).to.have.lengthOf(1);
  return `${found[0]}`.replace(/^<script type="module">|<\/script>$/gm, '');
}

/** Runs an example in a page, but for where it imports from just as it is. */
async function run(window: PageWindow, example: string): Promise<void> {
  const script = window.document.createElement('script');
  script.type = 'module';
  const code = example.replace(/ from '([^']+)'/g, (_, name: string) => ` from '${places[name]}'`);
  script.textContent = `${code}\ndispatchEvent(new Event('example-end'));`;
  await new Promise<void>((resolve, reject) => {
    window.addEventListener('example-end', () => resolve(), { once: true });
    script.onerror = () => reject(new Error(`An import of the example fails:\n${code}`));
    window.document.head.append(script);
  });
}

describe('an example of docs/languages.md', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  async function open(module: string, attributes = ''): Promise<TestPage> {
    const page = await openPage(
      `<cometchat-profile-editor app-id="${sandbox.appId}" region="us"
        auth-token="${sandbox.token('alice')}" ${attributes}></cometchat-profile-editor>`,
      { module },
    );
    await until(() => page.editor.shadowRoot !== null, 'the tag is not defined');
    await reach(page.editor, 'ready');
    return page;
  }

  const hasButton = ({ editor }: TestPage, name: string): Promise<void> =>
    until(() => screenOf(editor).hasButton(name), `there is no button “${name}”`);

  async function hasCropTitle(page: TestPage, title: string): Promise<void> {
    drop(page, await makePicture('teal'));
    const heading = (): string | undefined =>
      page.editor.shadowRoot?.querySelector('dialog[open] h2')?.textContent.trim();
    await until(
      () => heading() === title,
      () => `the dialog is “${heading()}”, not “${title}”`,
    );
  }

  it('replaces texts, as it says', async () => {
    const page = await open('/src/define.ts', `avatar-upload-url="${sandbox.uploadUrl}"`);
    const screen = screenOf(page.editor);
    await run(page.window, await findExample('Update profile'));
    await hasButton(page, 'Update profile');
    await hasCropTitle(page, 'Choose your best side');
    page.editor.shadowRoot?.querySelector('dialog')?.close();
    screen.type('Name', 'Ann');
    screen.click('Update profile');
    await until(
      () => screen.status() === 'Your profile is up to date',
      () => screen.status(),
    );
  });

  it('says who manages a field, as it says', async () => {
    const page = await open('/src/define.ts', 'readonly-fields="name"');
    await run(page.window, await findExample('readonlyHint'));
    await page.editor.updateComplete;
    const hints = [...(page.editor.shadowRoot?.querySelectorAll('[part="hint"]') ?? [])];
    expect(hints.map((each) => each.textContent)).to.include('Managed by your school');
  });

  it('adds a language, and corrects one, as it says', async () => {
    const upload = `avatar-upload-url="${sandbox.uploadUrl}"`;
    const page = await open('/src/define.ts', upload);
    const { editor } = page;
    const screen = screenOf(editor);
    editor.lang = 'af-ZA';
    await run(page.window, await findExample("from 'cometchat-profile-editor'"));
    // The editor that is there follows.
    await hasButton(page, 'Stoor veranderinge');
    expect(editor.shadowRoot?.querySelector('form')?.lang).to.equal('af-ZA');
    screen.type('Status message', 'abc');
    const said: string[] = [];
    for (const limit of [1, 2]) {
      editor.statusMaxLength = limit;
      editor.reportValidity();
      await editor.updateComplete;
      said.push(screen.description('Status message'));
    }
    expect(said[0]).to.contain('Gebruik hoogstens 1 karakter.');
    expect(said[1]).to.contain('Gebruik hoogstens 2 karakters.');
    await hasCropTitle(page, 'Snoei foto');
    editor.shadowRoot?.querySelector('dialog')?.close();
    editor.lang = 'de-CH';
    await hasButton(page, 'Änderungen wegwerfen');
    expect(screen.hasButton('Änderungen speichern'), 'the rest is German').to.equal(true);
    editor.lang = 'de';
    await hasButton(page, 'Änderungen verwerfen');
  });

  it('adds a language with the script tag, as it says', async () => {
    const upload = `avatar-upload-url="${sandbox.uploadUrl}"`;
    const page = await open('/dist/standalone/cometchat-profile-editor.js', upload);
    page.document.documentElement.lang = 'af';
    await run(page.window, await findExample("from '/standalone/"));
    await hasButton(page, 'Stoor veranderinge');
    expect(() => screenOf(page.editor).textbox('Name'), 'the rest is English').not.to.throw();
    await hasCropTitle(page, 'Snoei foto');
  });

  it('is run here, whichever there are', async () => {
    expect(await readExamples()).to.have.lengthOf(4);
  });
});
