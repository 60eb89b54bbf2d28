import type { NewUser, NewWorld, SandboxUser, World, WorldStore } from './types.js';

function createUser(user: NewUser, now: number): SandboxUser {
  return {
    role: 'default',
    status: 'offline',
    createdAt: Math.floor(now / 1000),
    ...user,
  };
}

/** An id that is new within its world. */
export function nextId(world: World): string {
  world.counter += 1;
  return String(world.counter);
}

/** A token that the world does not know yet, made valid for the user. */
export function issueToken(world: World, uid: string): string {
  const token = `${uid}_${crypto.randomUUID()}`;
  world.tokens[token] = uid;
  return token;
}

/** A valid token of the user: one that there is, or a new one. */
export function tokenFor(world: World, uid: string): string {
  const known = Object.keys(world.tokens).find((token) => world.tokens[token] === uid);
  return known ?? issueToken(world, uid);
}

/**
 * Makes the world that a specification asks for.
 * @param now milliseconds since 1970
 */
export function createWorld(spec: NewWorld, now: number): World {
  const users = (spec.users ?? []).map((user) => [user.uid, createUser(user, now)] as const);
  return {
    appId: spec.appId,
    region: spec.region ?? 'us',
    persistent: spec.persistent ?? false,
    users: Object.fromEntries(users),
    tokens: { ...spec.tokens },
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
