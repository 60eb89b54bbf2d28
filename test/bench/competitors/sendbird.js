import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import EditUserProfile from '@sendbird/uikit-react/EditUserProfile';
import SendbirdProvider from '@sendbird/uikit-react/SendbirdProvider';
import useSendbirdStateContext from '@sendbird/uikit-react/useSendbirdStateContext';
import '@sendbird/uikit-react/dist/index.css';

// It is a dialog over a connected page, and fails before its provider has put the dialog's place there.
function Profile() {
  const { user } = useSendbirdStateContext().stores.userStore;
  const onEditProfile = () => globalThis.benchSaved();
  return user.userId ? createElement(EditUserProfile, { onEditProfile }) : null;
}

createRoot(document.querySelector('main')).render(
  createElement(SendbirdProvider, { appId: 'bench', userId: 'alice' }, createElement(Profile)),
);
