import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as template } from 'lit';
import * as hydration from '../src/hydration.js';
import * as none from '../src/no-hydration.js';

customElements.define('drawn-here', class extends LitElement {});

describe('the stand-in for taking over a server’s HTML', () => {
  it('answers as the real one does where a page draws for itself', async () => {
    const element = await fixture<LitElement>(html`
      <drawn-here></drawn-here>
    `);
    expect(Object.keys(none).sort()).to.deep.equal(Object.keys(hydration).sort());
    for (const each of [hydration, none]) {
      each.startRender(element);
      expect(each.isTakingOver()).to.equal(false);
      expect(each.typedBefore(element)).to.deep.equal([]);
      expect(each.hasFailed(null)).to.equal(false);
      const drawn = template`<textarea></textarea>`;
      expect(each.asServed(drawn, 'text')).to.equal(drawn);
    }
  });
});
