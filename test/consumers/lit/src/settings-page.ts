import 'cometchat-profile-editor/define.js';
import type { ProfileLoadedEvent, ProfileSavedEvent } from 'cometchat-profile-editor';
import { html, LitElement } from 'lit';

class SettingsPage extends LitElement {
  static override properties = { name: { state: true } };
  declare name: string;

  override render() {
    return html`
      <h1>${this.name}</h1>
      <cometchat-profile-editor
        app-id="YOUR_APP_ID"
        region="us"
        .getAuthToken=${getAuthToken}
        @profile-loaded=${this.#show}
        @profile-saved=${this.#show}
      ></cometchat-profile-editor>
    `;
  }

  #show({ profile }: ProfileLoadedEvent | ProfileSavedEvent) {
    this.name = profile.name;
  }
}

async function getAuthToken(): Promise<string> {
  const response = await fetch('/chat-token', { method: 'POST' });
  return (await response.json()).authToken;
}

customElements.define('settings-page', SettingsPage);
