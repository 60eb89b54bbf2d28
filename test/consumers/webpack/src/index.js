import 'cometchat-profile-editor/define.js';

const heading = document.createElement('h1');
const editor = document.createElement('cometchat-profile-editor');
Object.assign(editor, { appId: 'YOUR_APP_ID', region: 'us', authTokenUrl: '/chat-token' });
for (const type of ['profile-loaded', 'profile-saved']) {
  editor.addEventListener(type, ({ profile }) => heading.replaceChildren(profile.name));
}
document.body.append(heading, editor);
