import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/define.js';
import * as entry from '../../src/index.js';
import { readDocumentation, type Documented, type DocumentedSetting } from './read-pages.js';
import { visitAll } from './visit-all.js';
import type { Seen } from './watch-editor.js';

const { prototype } = entry.CometChatProfileEditor;
const descriptors = Object.getOwnPropertyDescriptors(prototype);
const namesOf = (filter: (descriptor: PropertyDescriptor) => boolean): string[] =>
  Object.entries(descriptors)
    .filter(([, descriptor]) => filter(descriptor))
    .map(([name]) => name);

/** What Lit or the browser calls is no method for a page, though nothing says `protected` in a browser. */
const isForLit = (name: string): boolean =>
  ['constructor', 'adoptedCallback'].includes(name) ||
  (name in LitElement.prototype && !(name in HTMLElement.prototype));

const settable = namesOf(({ set }) => set !== undefined);
const readOnly = namesOf(({ get, set }) => get !== undefined && set === undefined);
const methods = namesOf(({ value }) => typeof value === 'function').filter(
  (name) => !isForLit(name),
);
const { observedAttributes } = entry.CometChatProfileEditor;

const make = (): entry.CometChatProfileEditor => document.createElement('cometchat-profile-editor');
const read = (element: object, name: string): unknown => Reflect.get(element, name) as unknown;

const toCamel = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Texts for an attribute of a documented type, each with the value that the property should have then. */
function samplesOf({ type }: DocumentedSetting): [text: string, value: unknown][] {
  const literals = [...type.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
  if (literals.length > 0) return literals.map((value) => [value, value]);
  const profile = { uid: 'alice', name: 'Alice', avatar: '', statusMessage: 'Here' };
  const samples: Record<string, [string, unknown][]> = {
    boolean: [['', true]],
    number: [['7', 7]],
    string: [['some-text', 'some-text']],
    InitialProfile: [[JSON.stringify(profile), profile]],
  };
  const found = samples[type];
  if (!found) throw new Error(`No sample of the type ${type}`);
  return found;
}

/** A documented default as a value; an empty cell stands for nothing, an empty text or an empty object. */
function isDefault(text: string, value: unknown): boolean {
  if (text !== '') return String(value) === text.replaceAll("'", '');
  return value === undefined || value === '' || JSON.stringify(value) === '{}';
}

/** How the editor itself waits for what listeners of `profile-save` have asked for. */
const forEditor = ['isHeld', 'settled'];

/** The fields by the names that `hidden-fields` takes, and other people's names: HTML, CSS, policies and frameworks. */
const others = new Set(
  `status-message
  connect-src img-src worker-src trusted-types unsafe-inline unsafe-eval
  color-scheme light-dark
  updateCurrentUserDetails getLoggedinUser loginSuccess editProfile getUserDetails authToken wsChannel
  allowedCommonJsDependencies isCustomElement noUncheckedSideEffectImports compilerOptions moduleResolution vue-loader
  preventDefault sessionStorage onProgress en-gb pt-pt sr-latn zh-tw logged-out transpileDependencies
  cometchat-profile-editor readonlyHint`.split(/\s+/),
);

describe('the documentation', () => {
  let documented: Documented;
  let seen: Seen;

  before(async function () {
    this.timeout(90_000);
    documented = await readDocumentation();
    seen = await visitAll(documented.customProperties);
  });

  /** Both ways: nothing is missing in the pages, and nothing stands there that is not so. */
  const same = (pages: Iterable<string>, reality: Iterable<string>): void => {
    expect([...new Set(pages)].sort()).to.deep.equal([...new Set(reality)].sort());
  };

  it('names every attribute, and each changes its property', () => {
    for (const setting of documented.settings) {
      const { attribute, property } = setting;
      if (!attribute) continue;
      for (const [text, value] of samplesOf(setting)) {
        const element = make();
        const former = read(element, property);
        element.setAttribute(attribute, text);
        expect(read(element, property), `${attribute}="${text}"`).to.deep.equal(value);
        if (setting.default !== String(`'${text}'`)) {
          expect(former, `${attribute} changes something`).not.to.deep.equal(value);
        }
      }
    }
    same(
      documented.settings.flatMap(({ attribute }) => attribute ?? []),
      observedAttributes,
    );
  });

  it('names every property, and each can be set', () => {
    same(
      documented.settings.map(({ property }) => property),
      settable,
    );
    for (const { property } of documented.settings) {
      const element = make();
      const value = {};
      Reflect.set(element, property, value);
      expect(read(element, property), property).to.equal(value);
    }
  });

  it('gives every default', () => {
    const element = make();
    for (const { property, default: text } of documented.settings) {
      const value = read(element, property);
      if (text === '' && value === false) continue;
      expect(isDefault(text, value), `${property}: "${text}" for ${String(value)}`).to.equal(true);
    }
  });

  it('names every property to read', () => {
    same(documented.values.keys(), readOnly);
  });

  it('names every method, with what it returns', async () => {
    same(documented.methods.keys(), methods);
    for (const [name, type] of documented.methods) {
      const element = make();
      document.body.append(element);
      const result: unknown = (read(element, name) as () => unknown).call(element);
      const isPromise = result instanceof Promise;
      expect(isPromise, name).to.equal(type.startsWith('Promise'));
      const kind = /boolean/.test(type) ? 'boolean' : 'undefined';
      expect(typeof (await result), name).to.equal(kind);
      element.remove();
    }
  });

  it('names every event with its fields', () => {
    same(documented.events.keys(), seen.events.keys());
    for (const [type, cell] of documented.events) {
      // What a field may be stands in parentheses.
      const fields = cell.replaceAll(/ \([^)]*\)/g, '').match(/\w+(?=[`(])/g) ?? [];
      const real = [...(seen.events.get(type) ?? [])].filter((name) => !forEditor.includes(name));
      same(fields, real);
    }
  });

  it('names every part', () => same(documented.parts, seen.parts));
  it('names every slot', () => same(documented.slots, seen.slots));
  it('names every state', () => same(documented.states, seen.states));

  it('names every custom property, and each changes how the editor looks', () => {
    same(documented.customProperties, seen.customProperties);
    same(documented.customProperties, seen.effective);
  });

  it('uses no other attribute, property or event in its examples', () => {
    const isOurs = (use: string): boolean => {
      const name = use.replaceAll(/[^\w-]/g, '');
      if (/^[:.[]/.test(use)) return settable.includes(toCamel(name));
      const event = /^[@(]/.test(use) ? name : /^on(profile-.*)$/.exec(name)?.[1];
      if (event) return seen.events.has(event);
      const listener = /^on([A-Z]\w*)$/.exec(name)?.[1];
      if (listener) return [...seen.events.keys()].some((type) => toCamel(`-${type}`) === listener);
      return (
        [...observedAttributes, ...settable].includes(name) || name in HTMLInputElement.prototype
      );
    };
    expect(documented.uses.length).to.be.greaterThan(10);
    expect(documented.uses.filter((use) => !isOurs(use))).to.deep.equal([]);
  });

  it('has no name in inline code that is nowhere to be found', () => {
    const known = new Set([
      ...observedAttributes,
      ...settable,
      ...readOnly,
      ...methods,
      ...Object.keys(entry),
      ...documented.errorCodes,
      ...seen.parts,
      ...seen.slots,
      ...seen.states,
      ...[...seen.events].flatMap(([type, fields]) => [type, ...fields]),
      ...others,
      ...[...seen.events.keys()].map((type) => `on${toCamel(`-${type}`)}`),
    ]);
    const unknown = [...documented.names].filter(([name]) => !known.has(name));
    expect(unknown.map(([name, page]) => `${name} (${page})`)).to.deep.equal([]);
  });
});
