import { oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { createFakeSdk, type FakeSdk } from '../support/fake-sdk.js';
import { screenOf, type Screen } from '../support/screen.js';

/** An editor in the document, with an SDK of the page's own in which alice is logged in. */
export interface Shown {
  readonly element: CometChatProfileEditor;
  readonly screen: Screen;
  readonly fake: FakeSdk;
}

/** A picture, from the site itself. */
export const photo = `${location.origin}/demo/pictures/editor.png`;

/** Makes an editor that is not in the document yet. */
export function makeEditor(attributes: Readonly<Record<string, string>> = {}): Shown {
  const fake = createFakeSdk({ appId: 'app', uid: 'alice' });
  const element = document.createElement('cometchat-profile-editor');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, { sdk: fake.sdk, noDraft: true, lang: 'en' });
  // There is nothing on the screen before the element is in the document.
  const screen = new Proxy({} as Screen, {
    get: (_, name): unknown => Reflect.get(screenOf(element), name),
  });
  return { element, fake, screen };
}

/** Shows an editor and waits for the profile and everything that is fetched after it. */
export async function showEditor(
  attributes: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  const shown = makeEditor(attributes);
  const loaded = oneEvent(shown.element, 'profile-loaded');
  document.body.append(shown.element);
  await loaded;
  await shown.element.updateComplete;
  return shown;
}

/** Takes every editor out of the document; to be called after each test. */
export function removeEditors(): void {
  for (const element of document.querySelectorAll('cometchat-profile-editor')) element.remove();
  sessionStorage.clear();
}

/** What has the focus inside an editor, by its id or text. */
export function focusOf({ element }: Shown): string | undefined {
  const active = element.shadowRoot?.activeElement;
  return active?.id || active?.textContent?.trim();
}
