import type { ProfileSavedEvent } from 'cometchat-profile-editor';
import { CometChatProfileEditor } from 'cometchat-profile-editor/react.js';
import type {} from 'cometchat-profile-editor/types/react';
import { createRef } from 'react';

const ref = createRef<HTMLElementTagNameMap['cometchat-profile-editor']>();
const show = ({ profile, changes }: ProfileSavedEvent) => [profile.uid, changes.name ?? ''];

export const wrapped = (
  <CometChatProfileEditor
    ref={ref}
    appId="app"
    onOtherSession="switch"
    initialProfile={{ name: 'Alice' }}
    uploadAvatar={async (image, { signal }) => (signal.aborted ? '' : image.type)}
    onProfileSaved={show}
    onProfileSave={(event) => event.waitUntil(Promise.resolve())}
    className="wide"
  />
);

export const wrong = (
  // @ts-expect-error: there is no such way to deal with another session
  <CometChatProfileEditor onOtherSession="ignore" />
);

export const tag = (
  <cometchat-profile-editor
    ref={ref}
    app-id="app"
    hidden-fields="name"
    statusPresets={[]}
    onprofile-saved={show}
  />
);

export const wrongTag = (
  // @ts-expect-error: a listener of another event
  <cometchat-profile-editor onprofile-loaded={show} />
);
