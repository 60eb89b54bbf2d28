import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, nothing } from 'lit';
import 'cometchat-profile-editor/define.js';

/** The form as declarative shadow DOM, filled with what the site knows of the user. */
export function renderEditor(profile) {
  return collectResult(
    render(html`
      <cometchat-profile-editor
        app-id="YOUR_APP_ID"
        region="us"
        auth-token-url="/chat-token"
        initial-profile=${profile ? JSON.stringify(profile) : nothing}
      ></cometchat-profile-editor>
    `),
  );
}
