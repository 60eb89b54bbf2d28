import { html, LitElement } from 'lit';

/** The least that Lit can show: one label with one input that has a value. */
class LitFloor extends LitElement {
  static properties = { name: {} };

  render() {
    return html`
      <label>
        Name
        <input .value=${this.name ?? ''} />
      </label>
    `;
  }
}

customElements.define('lit-floor', LitFloor);
