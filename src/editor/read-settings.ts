import { parseFields } from '../fields.js';
import { cleanUid, pickValues, type InitialProfile, type StatusPreset } from '../profile.js';
import { textMaxLength } from '../rules.js';
import { defaultSettings, needed, type SoundSettings } from './settings.js';

/** More pixels a side than any browser's canvas is sure to have. */
const maxAvatarSize = 4096;

type Setting = Exclude<keyof SoundSettings, 'invalid' | 'ignored'>;

/** What a value that was set means; undefined where it makes no sense. */
type Reader<Value> = (value: unknown) => Value | undefined;

/** The same for a value of several parts: those that make no sense are left out, and named. */
type PartsReader<Value> = (value: unknown, refuse: (part: string) => void) => Value | undefined;

// What a template engine or a build leaves where a variable is not set.
const isUnset = /^(?:undefined|null|NaN|\[object .*\])$|\{\{|\$\{|<%/;

const readText: Reader<string> = (value) => {
  const text = value instanceof URL ? value.href : value;
  return typeof text === 'string' && !isUnset.test(text.trim()) ? text.trim() : undefined;
};

const readId: Reader<string> = (value) =>
  readText(Number.isSafeInteger(value) ? String(value) : value);

const readCount =
  (max: number): PartsReader<number> =>
  (value, refuse) => {
    const count = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
    if (!(count > 0 && count < Infinity)) return undefined;
    if (count > max) refuse(String(count));
    return Math.ceil(Math.min(count, max));
  };

const readFlag = (value: unknown): boolean => value !== 'false' && Boolean(value);

const readFields: PartsReader<string> = (value, refuse) => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((name) => typeof name === 'string')) return undefined;
  const names = list.join(' ').split(/[\s,]+/);
  // A slip must not leave a field open that was meant to be locked, without a word.
  for (const name of names) if (name && parseFields(name).size === 0) refuse(name);
  return names.join(' ');
};

function readFunction<Value extends (...values: never[]) => unknown>(
  value: unknown,
): Value | undefined {
  return typeof value === 'function' ? (value as Value) : undefined;
}

const readSdk: Reader<unknown> = (value) => {
  const { isInitialized } = value as { readonly isInitialized?: unknown };
  return typeof value === 'function' && typeof isInitialized === 'function' ? value : undefined;
};

const readWord =
  <Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (value) =>
    words.find((each) => each === value);

/** A theme; undefined for what is none. */
export const readTheme = readWord('light', 'dark');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && !Array.isArray(value);

// The same profile again is no news.
const knownProfiles = new WeakMap<object, InitialProfile>();

const readInitialProfile: Reader<InitialProfile> = (given) => {
  if (!isRecord(given)) return undefined;
  const known = knownProfiles.get(given);
  if (known) return known;
  const uid = cleanUid(readId(given['uid']));
  const profile = Object.freeze({ ...(uid !== undefined && { uid }), ...pickValues(given) });
  knownProfiles.set(given, profile);
  return profile;
};

const readMessages: PartsReader<Readonly<Record<string, string>>> = (given, refuse) => {
  if (!isRecord(given)) return undefined;
  const texts = Object.entries(given).filter(([key, text]) => {
    const isText = typeof text === 'string';
    if (!isText && text !== undefined && text !== null) refuse(key);
    return isText;
  });
  return Object.fromEntries(texts) as Record<string, string>;
};

const readPresets: Reader<readonly StatusPreset[]> = (value) => {
  if (!Array.isArray(value)) return undefined;
  const presets = value.map((each: unknown) => {
    const { emoji, text } = Object(each) as Readonly<Record<keyof StatusPreset, unknown>>;
    if (typeof text !== 'string' || !text.trim()) return undefined;
    return typeof emoji === 'string' ? { emoji, text } : { text };
  });
  return presets.every((each) => each !== undefined) ? presets : undefined;
};

const readers: { readonly [Name in Setting]: PartsReader<SoundSettings[Name]> } = {
  appId: readId,
  region: readText,
  authToken: readText,
  authTokenUrl: readText,
  getAuthToken: readFunction,
  sdk: readSdk,
  onOtherSession: readWord('stop', 'use', 'switch'),
  clientHost: readText,
  adminHost: readText,
  presence: readFlag,
  initialProfile: readInitialProfile,
  statusMaxLength: readCount(textMaxLength),
  hiddenFields: readFields,
  readonlyFields: readFields,
  avatarUploadUrl: readText,
  uploadAvatar: readFunction,
  noDraft: readFlag,
  noHostSync: readFlag,
  avatarSize: readCount(maxAvatarSize),
  noPhotoUrl: readFlag,
  preview: readFlag,
  loading: readWord('eager', 'lazy'),
  theme: readTheme,
  statusPresets: readPresets,
  messages: readMessages,
};

/** Settings that no attribute can hold. */
const withoutAttribute: ReadonlySet<string> = new Set<Setting>([
  'getAuthToken',
  'sdk',
  'uploadAvatar',
  'statusPresets',
  'messages',
]);

const isNeeded = (name: Setting): boolean => needed.some((each) => each === name);

const snapshots = new WeakSet();

/**
 * The settings as they are now, and each of its type. Whoever hands them over may be an element whose properties change:
 * what is compared with the next ones, and what a save in flight goes by, must not change with them.
 */
export function takeSnapshot(settings: Readonly<Partial<Record<Setting, unknown>>>): SoundSettings {
  if (snapshots.has(settings)) return settings as SoundSettings;
  const sound: Partial<Record<Setting, unknown>> = {};
  const senseless: Setting[] = [];
  const parts: string[] = [];
  for (const name of Object.keys(readers) as Setting[]) {
    try {
      const given = settings[name];
      if (given === undefined || given === null || given === '' || given === false) continue;
      const value = readers[name](given, (part) => parts.push(`${attributeOf(name)}.${part}`));
      if (value === undefined) senseless.push(name);
      else sound[name] = value;
    } catch {
      // A getter, or a proxy, that throws.
      senseless.push(name);
    }
  }
  const snapshot = Object.freeze({
    ...defaultSettings,
    ...(sound as Partial<SoundSettings>),
    invalid: senseless.filter(isNeeded).map(attributeOf),
    ignored: [...senseless.filter((name) => !isNeeded(name)).map(attributeOf), ...parts],
  });
  snapshots.add(snapshot);
  return snapshot;
}

function attributeOf(name: Setting): string {
  if (withoutAttribute.has(name)) return name;
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
