import 'cometchat-profile-editor/define.js';
import type { ProfileLoadedEvent, ProfileSavedEvent } from 'cometchat-profile-editor';
import type {} from 'cometchat-profile-editor/types/preact';
import { useState } from 'preact/hooks';

export function Settings() {
  const [name, setName] = useState('');
  const show = ({ profile }: ProfileLoadedEvent | ProfileSavedEvent) => setName(profile.name);
  return (
    <>
      <h1>{name}</h1>
      <cometchat-profile-editor
        app-id="YOUR_APP_ID"
        region="us"
        auth-token-url="/chat-token"
        onprofile-loaded={show}
        onprofile-saved={show}
      />
    </>
  );
}
