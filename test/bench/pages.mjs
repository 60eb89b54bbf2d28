import { person } from './cloud.mjs';

const { appId, region, token, uid, name, avatar, statusMessage } = person;

/** A whole page around `content`. */
export const page = (content, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Profile</title>
<link rel="icon" href="data:,">${head}</head><body>${content}</body></html>`;

const quote = (value) => JSON.stringify(value).replaceAll("'", '&#39;');

const editor = (attributes) =>
  page(
    `<cometchat-profile-editor app-id="${appId}" region="${region}" auth-token="${token}" ${attributes}></cometchat-profile-editor>`,
    '<script type="module" src="/standalone/cometchat-profile-editor.js"></script>',
  );

const floor = `<lit-floor name="${name}"></lit-floor>`;
/** CometChat's own file, unmodified. */
const sdkScript = '<script type="module" src="/sdk/CometChat.js"></script>';
const floorScript = '<script type="module" src="/floor/lit-floor.js"></script>';

/** The least that a page can do with the SDK: it logs in, reads the profile, and shows the name. */
const logInByHand = `${sdkScript}${floorScript}<script type="module">
const settings = new CometChat.AppSettingsBuilder().setRegion('${region}')
  .autoEstablishSocketConnection(false).setStorageMode('session').build();
await CometChat.init('${appId}', settings);
await CometChat.login('${token}');
const user = await CometChat.getUser('${uid}');
document.querySelector('lit-floor').name = user.getName();
</script>`;

/** The pages of the editor and of what it is compared with, by address. */
export function createPages() {
  const profile = quote({ uid, name, avatar, statusMessage });
  return new Map([
    ['/blank', page('')],
    ['/lit-floor', page(floor, floorScript)],
    ['/sdk-floor', page(floor, sdkScript + floorScript)],
    ['/sdk-login', page('<lit-floor></lit-floor>', logInByHand)],
    ['/initial-profile', editor(`initial-profile='${profile}'`)],
    ['/login', editor('')],
    ['/preview', editor(`preview initial-profile='${profile}'`)],
  ]);
}
