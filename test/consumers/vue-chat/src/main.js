import { CometChat } from '@cometchat/chat-sdk-javascript';
import { createApp } from 'vue';
import Settings from './settings.vue';

const settings = new CometChat.AppSettingsBuilder()
  .setRegion('us')
  .autoEstablishSocketConnection(false)
  .build();
await CometChat.init('YOUR_APP_ID', settings);
if (!(await CometChat.getLoggedinUser())) {
  const response = await fetch('/chat-token', { method: 'POST' });
  await CometChat.login((await response.json()).authToken);
}
createApp(Settings).mount('#app');
