import { takeSnapshot } from '../../src/editor/read-settings.js';
import { defaultSettings } from '../../src/editor/settings.js';
import { makeRandom, pick } from './random.js';

const throwing = (): never => {
  throw new Error('A page that plays tricks');
};

/** Values that a page may well set, by mistake or not. */
const oddities: readonly unknown[] = [
  undefined,
  null,
  '',
  'undefined',
  'null',
  'false',
  '{{appId}}',
  '${APP_ID}',
  ' us ',
  'abc',
  '12',
  'x'.repeat(100_000),
  'app\u0000id',
  '\uD800',
  0,
  -1,
  5,
  1.5,
  NaN,
  Infinity,
  1e300,
  7n,
  true,
  false,
  Symbol('x'),
  [],
  [null],
  ['name', 5],
  [{ text: 5 }],
  [{ text: 'Away', emoji: {} }],
  Array.from({ length: 1_000 }),
  {},
  { name: 5 },
  { name: 'Ann', uid: null },
  { name: 'Ann', uid: 'ALICE' },
  { save: {}, name: () => 'Name' },
  { toString: throwing },
  { valueOf: throwing, [Symbol.toPrimitive]: throwing },
  Object.create(null),
  Object.defineProperty({}, 'name', { get: throwing, enumerable: true }),
  new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing }),
  new Proxy([], { get: throwing }),
  new Map([['name', 'Ann']]),
  new Date(NaN),
  /x/,
  () => undefined,
  throwing,
  async () => Promise.reject(new Error('A page that fails')),
  Promise.resolve('text'),
];

/** The names of all settings that a page may set. */
export const settingNames = Object.keys(defaultSettings).filter(
  (name) => name !== 'invalid' && name !== 'ignored',
);

/** Random settings, a few of them or all. */
export function makeOddSettings(random: () => number): Record<string, unknown> {
  const share = pick(random, [0.1, 0.5, 1]);
  const chosen = settingNames.filter(() => random() < share);
  return Object.fromEntries(chosen.map((name) => [name, pick(random, oddities)]));
}

/** Hands random settings over; gives what went wrong. */
export function fuzzSettings(runs: number, seed: number): readonly string[] {
  const random = makeRandom(seed);
  const findings: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const given = makeOddSettings(random);
    try {
      const sound = takeSnapshot(given);
      for (const name of settingNames) {
        if (!isSound(name, Reflect.get(sound, name))) findings.push(`run ${run}: ${name}`);
      }
    } catch (error) {
      findings.push(`run ${run}: ${String(error)}`);
    }
  }
  return findings;
}

function isSound(name: string, value: unknown): boolean {
  const usual: unknown = Reflect.get(defaultSettings, name);
  switch (name) {
    case 'getAuthToken':
    case 'uploadAvatar':
    case 'sdk':
      return value === undefined || typeof value === 'function';
    case 'theme':
      return value === undefined || value === 'light' || value === 'dark';
    case 'initialProfile':
      return value === undefined || typeof Reflect.get(Object(value), 'name') === 'string';
    case 'statusPresets':
      return value === undefined || Array.isArray(value);
    case 'messages':
      return Object.values(value as object).every((text) => typeof text === 'string');
    case 'statusMaxLength':
    case 'avatarSize':
      return Number.isInteger(value) && (value as number) > 0;
    default:
      return typeof value === typeof usual;
  }
}
