import { unless, type Settings } from './playground-settings.js';
import { sampleSlots } from './playground-slots.js';

/** The HTML for a site of one's own; it holds no token. */
export function htmlOf({ attributes, properties, lang, dir, kit, sdk, slots }: Settings): string {
  const shown: Record<string, string | undefined> = {
    ...attributes,
    'app-id': 'YOUR_APP_ID',
    'auth-token': attributes['auth-token'] && 'TOKEN_FROM_YOUR_BACKEND',
    'auth-token-url': attributes['auth-token-url'] && '/chat-token',
    'avatar-upload-url': attributes['avatar-upload-url'] && '/avatars',
    dir: unless('', dir),
    lang: unless('en', lang),
  };
  const lines = Object.entries(shown).flatMap(([name, value]) =>
    value === undefined ? [] : [value === '' ? `  ${name}` : `  ${name}=${quote(value)}`],
  );
  const content = slots.map((slot) => `  ${sampleSlots[slot] ?? ''}`);
  return [
    ...(kit ? [`<html data-theme="${kit}"> <!-- and the UI kit’s style sheet -->`] : []),
    '<script type="module" src="/standalone/cometchat-profile-editor.js"></script>',
    '<cometchat-profile-editor',
    ...lines,
    ...(content.length > 0
      ? ['>', ...content, '</cometchat-profile-editor>']
      : ['></cometchat-profile-editor>']),
    ...scriptFor(properties, sdk === 'property'),
  ].join('\n');
}

/** What cannot be said with attributes. */
function scriptFor(properties: Settings['properties'], hasSdk: boolean): string[] {
  const { getAuthToken, uploadAvatar, statusPresets, messages } = properties;
  const lines = [
    getAuthToken && 'editor.getAuthToken = async (reason) => fetchTokenFromYourBackend(reason);',
    uploadAvatar && "editor.uploadAvatar = formUploader('/avatars');",
    hasSdk && 'editor.sdk = CometChat;',
    statusPresets && `editor.statusPresets = ${JSON.stringify(statusPresets)};`,
    Object.keys(messages).length > 0 && `editor.messages = ${JSON.stringify(messages, null, 2)};`,
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return [];
  return [
    '<script type="module">',
    ...(uploadAvatar
      ? ["  import { formUploader } from '/standalone/cometchat-profile-editor.js';"]
      : []),
    "  const editor = document.querySelector('cometchat-profile-editor');",
    ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`),
    '</script>',
  ];
}

const quote = (value: string): string =>
  value.includes('"') ? `'${value.replaceAll("'", '&#39;')}'` : `"${value}"`;
