import type { CometChatProfileEditor } from '../src/index.js';
import { formUploader } from '../src/photo/form-uploader.js';
import { byId, valueOf } from './playground-dom.js';
import { playgroundWorld } from './sandbox/playground-world.js';

type Properties = Pick<
  CometChatProfileEditor,
  'getAuthToken' | 'uploadAvatar' | 'statusPresets' | 'messages'
>;

/** What the panel says. */
export interface Settings {
  readonly person: string;
  readonly sdk: 'own' | 'page' | 'page-out' | 'property';
  readonly isLazy: boolean;
  readonly lang: string;
  /** Empty for the language's. */
  readonly dir: string;
  /** The UI kit's theme around the editor; empty where there is no kit. */
  readonly kit: string;
  readonly camera: string;
  /** The names of the slots that are filled. */
  readonly slots: readonly string[];
  /** The editor's attributes; `undefined` for those that are absent. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What only a script can set. */
  readonly properties: Properties;
}

const { appId, region, users } = playgroundWorld;
const uploadUrl = `/sandbox/upload?app=${appId}`;
// Another function would mean another uploader.
const uploadAvatar = formUploader(uploadUrl);

/** The token of the sandbox that the person logs in with. */
export function tokenOf(person: string): string {
  return `sandbox-token-${person}`;
}

/** Reads the panel. */
export function readSettings(): Settings {
  const form = byId('settings', HTMLFormElement);
  const data = new FormData(form);
  const value = (name: string): string => valueOf(data, name);
  const flag = (name: string): string | undefined => (data.has(name) ? '' : undefined);
  const person = value('person');
  const token = value('token');
  const uploads = value('uploads');
  return {
    person,
    sdk: value('sdk') as Settings['sdk'],
    isLazy: value('loading') === 'lazy',
    lang: value('lang'),
    dir: value('dir'),
    kit: value('kit'),
    camera: value('camera'),
    slots: data.getAll('slot').map(String),
    attributes: {
      'app-id': value('appId') || appId,
      region: value('region') || region,
      'auth-token': token === 'auth-token' ? tokenOf(person) : undefined,
      'auth-token-url':
        token === 'auth-token-url' ? `/sandbox/token?app=${appId}&user=${person}` : undefined,
      'on-other-session': unless('stop', value('otherSession')),
      'client-host': unless('', value('clientHost')),
      'admin-host': unless('', value('adminHost')),
      presence: flag('presence'),
      'initial-profile': data.has('initialProfile') ? initialProfile(person) : undefined,
      loading: unless('eager', value('loading')),
      'hidden-fields': fieldsThatAre('hidden', form),
      'readonly-fields': fieldsThatAre('readonly', form),
      'status-max-length': unless('150', value('statusMaxLength')),
      preview: flag('preview'),
      'avatar-upload-url': uploads === 'avatar-upload-url' ? uploadUrl : undefined,
      'no-photo-url': flag('noPhotoUrl'),
      'avatar-size': unless('512', value('avatarSize')),
      'no-draft': flag('noDraft'),
      'no-host-sync': flag('noHostSync'),
      theme: unless('', value('theme')),
    },
    properties: {
      getAuthToken: token === 'getAuthToken' ? tokenFunction(person) : undefined,
      uploadAvatar: uploads === 'uploadAvatar' ? uploadAvatar : undefined,
      statusPresets: data.has('hasPresets') ? readPresets(value('presets')) : undefined,
      messages: data.has('hasMessages') ? readMessages(value('messages')) : {},
    },
  };
}

/** Gives an editor what the panel says; `pageSdk` is the page's own copy, where it has one. */
export function applySettings(
  editor: CometChatProfileEditor,
  settings: Settings,
  pageSdk?: unknown,
): void {
  for (const [name, value] of Object.entries(settings.attributes)) {
    if (value === undefined) editor.removeAttribute(name);
    else if (editor.getAttribute(name) !== value) editor.setAttribute(name, value);
  }
  Object.assign(editor, settings.properties);
  editor.sdk = settings.sdk === 'property' ? pageSdk : undefined;
}

const tokenFunctions = new Map<string, () => Promise<string>>();

/** The same function for the same person, as another one would mean another session. */
function tokenFunction(person: string): () => Promise<string> {
  const known = tokenFunctions.get(person);
  if (known) return known;
  const get = async (): Promise<string> => {
    const url = `/sandbox/token?app=${appId}&user=${person}`;
    const response = await fetch(url, { method: 'POST' });
    if (!response.ok) throw new Error('The sandbox returned no token');
    return ((await response.json()) as { authToken: string }).authToken;
  };
  tokenFunctions.set(person, get);
  return get;
}

function initialProfile(person: string): string {
  const user = users.find(({ uid }) => uid === person);
  return JSON.stringify({ uid: person, name: user?.name ?? '' });
}

function fieldsThatAre(kind: string, form: HTMLFormElement): string | undefined {
  const selects = [...form.querySelectorAll<HTMLSelectElement>('[data-field]')];
  const names = selects
    .filter(({ value }) => value === kind)
    .map(({ dataset }) => dataset['field'] ?? '');
  return unless('', names.join(' '));
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `🏖️ On holiday` on a line. */
function readPresets(text: string): NonNullable<Properties['statusPresets']> {
  return linesOf(text).map((line) => {
    const emoji = /^\p{Emoji_Presentation}\S*|^\p{Emoji}\uFE0F\S*/u.exec(line)?.[0];
    return emoji ? { emoji, text: line.slice(emoji.length).trim() } : { text: line };
  });
}

/** `save: Update profile` on a line. */
function readMessages(text: string): Properties['messages'] {
  const entries = linesOf(text).map((line) => {
    const [key = '', ...rest] = line.split(':');
    return [key.trim(), rest.join(':').trim()] as const;
  });
  return Object.fromEntries(entries.filter(([, words]) => words));
}

/** `undefined` for what needs no attribute. */
export const unless = (usual: string, value: string): string | undefined =>
  value === usual ? undefined : value;
