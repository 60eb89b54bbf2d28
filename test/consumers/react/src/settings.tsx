import { CometChatProfileEditor } from 'cometchat-profile-editor/react.js';
import { useState } from 'react';

export function Settings() {
  const [name, setName] = useState('');
  return (
    <>
      <h1>{name}</h1>
      <CometChatProfileEditor
        appId="YOUR_APP_ID"
        region="us"
        authTokenUrl="/chat-token"
        onProfileLoaded={({ profile }) => setName(profile.name)}
        onProfileSaved={({ profile }) => setName(profile.name)}
      />
    </>
  );
}
