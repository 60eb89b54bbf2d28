import { CometChat } from '@cometchat/chat-sdk-javascript';
import { CometChatAvatar, CometChatProvider, CometChatUIKit } from '@cometchat/chat-uikit-react';
import '@cometchat/chat-uikit-react/styles';
import { CometChatProfileEditor } from 'cometchat-profile-editor/react.js';
import { useState } from 'react';

/** The page of a chat app that has logged in already: the editor takes over its login. */
export function Settings() {
  const [user, setUser] = useState(CometChatUIKit.getLoggedInUser());
  return (
    <CometChatProvider>
      <CometChatAvatar.Root name={user?.getName() ?? ''} image={user?.getAvatar() ?? ''}>
        <CometChatAvatar.Image />
        <CometChatAvatar.Initials />
      </CometChatAvatar.Root>
      <h1>{user?.getName()}</h1>
      <CometChatProfileEditor
        sdk={CometChat}
        appId="YOUR_APP_ID"
        region="us"
        onProfileSaved={() => setUser(CometChatUIKit.getLoggedInUser())}
      />
    </CometChatProvider>
  );
}
