import { CometChatUIKit, UIKitSettingsBuilder } from '@cometchat/chat-uikit-react';
import { createRoot } from 'react-dom/client';
import { Settings } from './settings';

const settings = new UIKitSettingsBuilder()
  .setAppId('YOUR_APP_ID')
  .setRegion('us')
  .setAutoEstablishSocketConnection(false)
  .build();
await CometChatUIKit.init(settings);
if (!CometChatUIKit.getLoggedInUser()) {
  const response = await fetch('/chat-token', { method: 'POST' });
  await CometChatUIKit.loginWithAuthToken((await response.json()).authToken);
}
createRoot(document.getElementById('root')!).render(<Settings />);
