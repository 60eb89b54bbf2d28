import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'cometchat-profile-editor/define.js';

@Component({
  selector: 'app-settings',
  standalone: true,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>{{ name() }}</h1>
    <cometchat-profile-editor
      app-id="YOUR_APP_ID"
      region="us"
      auth-token-url="/chat-token"
      (profile-loaded)="name.set($event.profile.name)"
      (profile-saved)="name.set($event.profile.name)"
    />
  `,
})
export class Settings {
  protected readonly name = signal('');
}
