import type { CometChatProfileEditor } from '../src/index.js';
import { byId, valueOf } from './playground-dom.js';
import { playgroundWorld } from './sandbox/playground-world.js';

/** What the panel of attributes says. */
export interface Settings {
  readonly person: string;
  readonly sdk: 'own' | 'page' | 'page-out';
  readonly isLazy: boolean;
  readonly lang: string;
  readonly dir: string;
  /** The editor's attributes; `undefined` for those that are absent. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Whether tokens come from a function. */
  readonly hasTokenFunction: boolean;
}

const { appId, region, users } = playgroundWorld;

/** The token of the sandbox that the person logs in with. */
export function tokenOf(person: string): string {
  return `sandbox-token-${person}`;
}

/** Reads the panel. */
export function readSettings(): Settings {
  const form = byId('settings', HTMLFormElement);
  const data = new FormData(form);
  const value = (name: string): string => valueOf(data, name);
  const person = value('person');
  const token = value('token');
  return {
    person,
    sdk: value('sdk') as Settings['sdk'],
    isLazy: value('loading') === 'lazy',
    lang: value('lang'),
    dir: value('dir'),
    hasTokenFunction: token === 'getAuthToken',
    attributes: {
      'app-id': appId,
      region,
      'auth-token': token === 'auth-token' ? tokenOf(person) : undefined,
      'auth-token-url':
        token === 'auth-token-url' ? `/sandbox/token?app=${appId}&user=${person}` : undefined,
      'initial-profile': data.has('initialProfile') ? initialProfile(person) : undefined,
      'hidden-fields': fieldsThatAre('hidden', form),
      'readonly-fields': fieldsThatAre('readonly', form),
      'status-max-length': unless('150', value('statusMaxLength')),
      'on-other-session': unless('stop', value('otherSession')),
      loading: unless('eager', value('loading')),
      theme: unless('', value('theme')),
      'no-draft': data.has('noDraft') ? '' : undefined,
    },
  };
}

/** Gives an editor the attributes and the function of the panel. */
export function applySettings(editor: CometChatProfileEditor, settings: Settings): void {
  for (const [name, value] of Object.entries(settings.attributes)) {
    if (value === undefined) editor.removeAttribute(name);
    else if (editor.getAttribute(name) !== value) editor.setAttribute(name, value);
  }
  editor.getAuthToken = settings.hasTokenFunction ? tokenFunction(settings.person) : undefined;
}

/** The HTML for a site of one's own; it holds no token. */
export function htmlOf({ attributes, hasTokenFunction, lang, dir }: Settings): string {
  const shown: Record<string, string | undefined> = {
    ...attributes,
    'app-id': 'YOUR_APP_ID',
    'auth-token': attributes['auth-token'] && 'TOKEN_FROM_YOUR_BACKEND',
    'auth-token-url': attributes['auth-token-url'] && '/chat-token',
    dir: unless('ltr', dir),
    lang: unless('en', lang),
  };
  const lines = Object.entries(shown).flatMap(([name, value]) =>
    value === undefined ? [] : [value === '' ? `  ${name}` : `  ${name}=${quote(value)}`],
  );
  const script = hasTokenFunction
    ? [
        '<script type="module">',
        "  const editor = document.querySelector('cometchat-profile-editor');",
        '  editor.getAuthToken = async (reason) => fetchTokenFromYourBackend(reason);',
        '</script>',
      ]
    : [];
  return [
    '<script type="module" src="/standalone/cometchat-profile-editor.js"></script>',
    '<cometchat-profile-editor',
    ...lines,
    '></cometchat-profile-editor>',
    ...script,
  ].join('\n');
}

const tokenFunctions = new Map<string, () => Promise<string>>();

/** The same function for the same person, as another one would mean another session. */
function tokenFunction(person: string): () => Promise<string> {
  const known = tokenFunctions.get(person);
  if (known) return known;
  const get = async (): Promise<string> => {
    const url = `/sandbox/token?app=${appId}&user=${person}`;
    const response = await fetch(url, { method: 'POST' });
    if (!response.ok) throw new Error('The sandbox gave no token');
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

const unless = (usual: string, value: string): string | undefined =>
  value === usual ? undefined : value;

const quote = (value: string): string =>
  value.includes('"') ? `'${value.replaceAll("'", '&#39;')}'` : `"${value}"`;
