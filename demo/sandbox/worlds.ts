import type { NewUser, NewWorld, SandboxUser, World, WorldStore } from './types.js';

const secondsOf = (milliseconds: number): number => Math.floor(milliseconds / 1000);

function createUser(user: NewUser, now: number): SandboxUser {
  return {
    role: 'default',
    status: 'offline',
    createdAt: secondsOf(now),
    ...user,
    uid: user.uid.toLowerCase(),
  };
}

/** The user with this uid, in whatever case it is written. */
export function findUser(world: World, uid: string): SandboxUser | undefined {
  const key = uid.toLowerCase();
  return Object.hasOwn(world.users, key) ? world.users[key] : undefined;
}

/** An id that is new within its world. */
export function nextId(world: World): string {
  world.counter += 1;
  return String(world.counter);
}

/**
 * A new token in CometChat's format: the uid, the time in seconds (10 digits), 30 hexadecimal digits.
 * @param now milliseconds since 1970
 */
export function makeToken(uid: string, now: number): string {
  const time = String(secondsOf(now)).padStart(10, '0');
  const random = crypto.randomUUID().replaceAll('-', '').slice(0, 30);
  return `${uid.toLowerCase()}_${time}${random}`;
}

/** A new token, made valid for the user. */
export function issueToken(world: World, uid: string, now: number): string {
  const token = makeToken(uid, now);
  world.tokens[token] = uid;
  return token;
}

/** A valid token of the user: one that the world has, or a new one. */
export function tokenFor(world: World, uid: string, now: number): string {
  const known = Object.keys(world.tokens).find((token) => world.tokens[token] === uid);
  return known ?? issueToken(world, uid, now);
}

/**
 * Makes the world that a specification asks for.
 * @param now milliseconds since 1970
 */
export function createWorld(spec: NewWorld, now: number): World {
  const users = (spec.users ?? []).map((user) => createUser(user, now));
  const tokens = Object.entries(spec.tokens ?? {});
  return {
    appId: spec.appId,
    region: spec.region ?? 'us',
    persistent: spec.persistent ?? false,
    users: Object.fromEntries(users.map((user) => [user.uid, user])),
    tokens: Object.fromEntries(tokens.map(([token, uid]) => [token, uid.toLowerCase()])),
    faults: [],
    requests: [],
    pictures: {},
    counter: 0,
  };
}

/** A store that keeps nothing beyond memory. */
export function memoryStore(): WorldStore {
  const kept = new Map<string, World>();
  return {
    load: (appId) => Promise.resolve(structuredClone(kept.get(appId))),
    save: (world) => Promise.resolve(void kept.set(world.appId, structuredClone(world))),
    remove: (appId) => Promise.resolve(void kept.delete(appId)),
  };
}
