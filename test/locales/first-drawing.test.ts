import { expect } from '@open-wc/testing';
import { until } from '../support/page.js';
import { removeEditors, makeEditor } from '../views/support.js';

describe('the first drawing on a German page', () => {
  afterEach(() => {
    removeEditors();
    document.body.replaceChildren();
  });

  /** Every label that the form has shown, from its first drawing on. */
  async function labelsOf(place: Node, element: HTMLElement): Promise<Set<string>> {
    const labels = new Set<string>();
    const look = (): void => {
      const label = element.shadowRoot?.querySelector('label[for=statusMessage]')?.textContent;
      if (label) labels.add(label);
    };
    const observer = new MutationObserver(look);
    // What is drawn is heard of before it can be painted.
    const watch = (): void => {
      if (!element.shadowRoot) return;
      observer.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
      look();
    };
    place.appendChild(element);
    watch();
    await until(() => element.matches(':state(ready)'), 'it is not ready');
    look();
    observer.disconnect();
    return labels;
  }

  for (const where of ['the page', 'a shadow root', 'a shadow root in a shadow root'] as const) {
    it(`is German, in ${where}`, async () => {
      const page = document.createElement('div');
      page.lang = 'de-AT';
      document.body.append(page);
      const depth = ['the page', 'a shadow root', 'a shadow root in a shadow root'].indexOf(where);
      let place: Node = page;
      for (let level = 0; level < depth; level += 1) {
        const host = document.createElement('section');
        place.appendChild(host);
        place = host.attachShadow({ mode: 'open' });
      }
      const { element } = makeEditor();
      element.removeAttribute('lang');
      expect([...(await labelsOf(place, element))]).to.deep.equal(['Statusmeldung']);
    });
  }
});
