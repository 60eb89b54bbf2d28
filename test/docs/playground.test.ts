import { expect } from '@open-wc/testing';
import { htmlOf } from '../../demo/playground-html.js';
import { applySettings, readSettings } from '../../demo/playground-settings.js';
import { sampleSlots } from '../../demo/playground-slots.js';
import '../../src/define.js';
import { CometChatProfileEditor } from '../../src/index.js';
import { readDocumentation } from './read-pages.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Stands in for the SDK of a page. */
const pageSdk = {};

let page: Document;

/** The panel of the playground, in this document, where its code looks for it. */
function showPanel(): HTMLFormElement {
  const panel = page.querySelector('#settings')?.cloneNode(true) as HTMLFormElement;
  panel.querySelector('[name="lang"]')?.append(new Option('en'));
  document.body.append(panel);
  return panel;
}

/** Everything that the control can be set to. */
function* turn(control: Control): Generator<void> {
  if (control instanceof HTMLSelectElement) {
    for (const { value } of control.options) {
      control.value = value;
      yield;
    }
  } else if (control.type === 'checkbox') {
    (control as HTMLInputElement).checked = !(control as HTMLInputElement).checked;
    yield;
  } else {
    control.value = control.type === 'number' ? '42' : 'something else';
    yield;
  }
}

/** Turns the controls that are said to set a property, and gives what the editor then has. */
function valuesOf(panel: HTMLFormElement, name: string, property: string): unknown[] {
  const controls = [...panel.querySelectorAll<Control>(`[data-sets~="${name}"]`)];
  const values: unknown[] = [];
  for (const control of controls) {
    for (const _ of turn(control)) {
      const editor = document.createElement('cometchat-profile-editor');
      applySettings(editor, readSettings(), pageSdk);
      values.push(Reflect.get(editor, property));
    }
  }
  return values;
}

describe('the playground', () => {
  before(async () => {
    const answer = await fetch('/demo/index.html');
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  });

  afterEach(() => document.body.replaceChildren());

  for (const [property, { attribute }] of CometChatProfileEditor.elementProperties) {
    const name = typeof attribute === 'string' ? attribute : String(property);
    it(`has a control for ${name}`, () => {
      const panel = showPanel();
      const editor = document.createElement('cometchat-profile-editor');
      applySettings(editor, readSettings(), pageSdk);
      const usual: unknown = Reflect.get(editor, property);
      const values = valuesOf(panel, name, String(property));
      expect(values.some((value) => value !== usual)).to.equal(true);
    });
  }

  it('fills every slot', async () => {
    const offered = [...page.querySelectorAll<HTMLInputElement>('[name="slot"]')];
    const names = offered.map(({ value }) => value);
    const { slots } = await readDocumentation();
    expect(names).to.have.members([...slots]);
    expect(Object.keys(sampleSlots)).to.have.members(names);
    for (const name of names) expect(sampleSlots[name]).to.include(`slot="${name}"`);
  });

  it('uploads from the start, to the sandbox', () => {
    showPanel();
    expect(readSettings().attributes['avatar-upload-url']).to.match(/^\/sandbox\/upload\?/);
  });

  it('writes HTML that makes the same editor', () => {
    const panel = showPanel();
    for (const name of ['preview', 'noPhotoUrl', 'noDraft', 'hasMessages']) {
      panel.querySelector<HTMLInputElement>(`[name="${name}"]`)?.click();
    }
    panel.querySelector<HTMLInputElement>('[name="slot"]')?.click();
    const html = htmlOf(readSettings());
    const written = new DOMParser().parseFromString(html, 'text/html');
    const editor = written.querySelector('cometchat-profile-editor');
    for (const name of ['preview', 'no-photo-url', 'no-draft', 'avatar-upload-url']) {
      expect(editor?.hasAttribute(name), name).to.equal(true);
    }
    expect(editor?.querySelector('[slot="heading"]')).not.to.equal(null);
    expect(html).to.include('editor.messages = {').and.to.include('Update profile');
    expect(html).not.to.include('sandbox-token');
  });
});
