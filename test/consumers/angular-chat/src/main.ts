import { bootstrapApplication } from '@angular/platform-browser';
import { CometChat } from '@cometchat/chat-sdk-javascript';
import { Settings } from './app/settings';

async function start(): Promise<void> {
  const settings = new CometChat.AppSettingsBuilder()
    .setRegion('us')
    .autoEstablishSocketConnection(false)
    .build();
  await CometChat.init('YOUR_APP_ID', settings);
  if (!(await CometChat.getLoggedinUser())) {
    const response = await fetch('/chat-token', { method: 'POST' });
    await CometChat.login((await response.json()).authToken);
  }
  await bootstrapApplication(Settings);
}

start().catch(console.error);
