import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { CometChat } from '@cometchat/chat-sdk-javascript';
import 'cometchat-profile-editor/define.js';

@Component({
  selector: 'app-settings',
  standalone: true,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>{{ name() }}</h1>
    <cometchat-profile-editor
      [sdk]="CometChat"
      app-id="YOUR_APP_ID"
      region="us"
      (profile-loaded)="name.set($event.profile.name)"
      (profile-saved)="name.set($event.profile.name)"
    />
  `,
})
export class Settings {
  protected readonly CometChat = CometChat;
  protected readonly name = signal('');
}
