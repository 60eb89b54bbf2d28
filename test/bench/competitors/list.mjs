/**
 * What the editor is compared with: the exact packages that its page is made of, how to find the name and the button that
 * saves it, and what answers in place of its cloud.
 */
export const competitors = [
  {
    name: 'sendbird',
    title: 'Sendbird `EditUserProfile`',
    packages: {
      '@sendbird/uikit-react': '3.19.1',
      '@sendbird/chat': '4.22.12',
      react: '18.3.1',
      'react-dom': '18.3.1',
    },
    field: 'input[name="sendbird-edit-user-profile__name__input"]',
    save: '.sendbird-modal__footer button.sendbird-button--primary',
    stubbed:
      'with @sendbird/uikit-react 3.19.1 and React 18.3.1. Stubbed in the page: the socket, which opens and logs in ' +
      'after 50 ms, and the API by `fetch`, which answers after 50 ms with the user where the user is asked for, else with ' +
      'an empty object. The dialog is shown as soon as its provider has a user. Its web font is left out.',
  },
  {
    name: 'better-auth',
    title: 'better-auth-ui `AccountSettingsCards`',
    packages: {
      '@better-auth/passkey': '1.7.6',
      '@captchafox/react': '1.13.0',
      '@daveyplate/better-auth-ui': '3.4.0',
      '@hookform/resolvers': '5.9.2',
      '@marsidev/react-turnstile': '1.6.1',
      '@radix-ui/react-avatar': '1.3.1',
      '@radix-ui/react-checkbox': '1.4.1',
      '@radix-ui/react-context': '1.3.0',
      '@radix-ui/react-dialog': '1.3.1',
      '@radix-ui/react-dropdown-menu': '2.2.1',
      '@radix-ui/react-label': '2.1.17',
      '@radix-ui/react-primitive': '2.2.0',
      '@radix-ui/react-select': '2.4.1',
      '@radix-ui/react-separator': '1.2.0',
      '@radix-ui/react-slot': '1.5.0',
      '@radix-ui/react-tooltip': '1.4.1',
      '@radix-ui/react-use-callback-ref': '1.1.5',
      '@radix-ui/react-use-layout-effect': '1.1.4',
      '@tanstack/react-query': '5.108.0',
      'better-auth': '1.7.6',
      'class-variance-authority': '0.7.1',
      clsx: '2.1.1',
      'input-otp': '1.5.0',
      'lucide-react': '0.563.0',
      react: '19.3.1',
      'react-dom': '19.3.1',
      'react-hook-form': '7.92.0',
      sonner: '2.0.8',
      'tailwind-merge': '3.7.0',
      zod: '4.6.7',
    },
    field: 'input[name="name"]',
    save: 'form:has(input[name="name"]) button[type="submit"]',
    stubbed:
      'with @daveyplate/better-auth-ui 3.4.0, better-auth 1.7.6 and React 19.3.1. Stubbed in the page: `fetch`, which answers ' +
      'after 50 ms: the session and its user, the changed user, else an empty list. Without its style sheet, which a site ' +
      'builds with Tailwind.',
  },
];

/** What was looked at and is not compared, and why. */
export const leftOut = [
  {
    title: 'Descope’s user-profile widget',
    reason:
      '@descope/user-profile-widget 0.18.2 installs, but holds no form: it fetches its page and its components at run time ' +
      'from Descope’s servers, so that a stub would have to invent what is measured.',
  },
];
