import { AccountSettingsCards, AuthUIProvider } from '@daveyplate/better-auth-ui';
import { createAuthClient } from 'better-auth/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const settings = {
  authClient: createAuthClient({ baseURL: location.origin }),
  toast: ({ variant }) => {
    if (variant === 'success') globalThis.benchSaved();
  },
};
createRoot(document.querySelector('main')).render(
  createElement(AuthUIProvider, settings, createElement(AccountSettingsCards)),
);
