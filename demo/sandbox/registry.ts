import { createWorld, issueToken, memoryStore } from './worlds.js';
import type { NewWorld, World, WorldStore } from './types.js';

/** The worlds of a sandbox: in memory, and persistent ones in a store as well. */
export interface Registry {
  /** Milliseconds since 1970. */
  now(): number;
  find(appId: string): Promise<World | undefined>;
  /** Puts a new world in place of what was there. */
  create(spec: NewWorld): Promise<World>;
  /** Stores a changed world, if it is persistent and has not been replaced meanwhile. */
  keep(world: World): Promise<void>;
  remove(appId: string): Promise<void>;
}

/** How to keep worlds. */
export interface RegistryOptions {
  /** Where persistent worlds are kept; default: memory. */
  store?: WorldStore;
  /** Worlds that are made when they are first asked for. */
  seeds?: readonly NewWorld[];
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Makes a registry without worlds, but for those in the store and the seeds. */
export function createRegistry(options: RegistryOptions = {}): Registry {
  const { store = memoryStore(), seeds = [], now = Date.now } = options;
  const worlds = new Map<string, Promise<World | undefined>>();

  const registry: Registry = {
    now,

    find(appId) {
      const known = worlds.get(appId);
      if (known) return known;
      const loading = store.load(appId).then((stored) => {
        const seed = seeds.find((candidate) => candidate.appId === appId);
        return stored ?? (seed && make(seed));
      });
      worlds.set(appId, loading);
      return loading;
    },

    async create(spec) {
      await registry.remove(spec.appId);
      const world = make(spec);
      worlds.set(world.appId, Promise.resolve(world));
      await registry.keep(world);
      return world;
    },

    async keep(world) {
      if (!world.persistent || (await worlds.get(world.appId)) !== world) return;
      await store.save(world);
    },

    async remove(appId) {
      worlds.delete(appId);
      await store.remove(appId);
    },
  };

  function make(spec: NewWorld): World {
    const world = createWorld(spec, now());
    for (const uid of Object.keys(world.users)) {
      if (!Object.values(world.tokens).includes(uid)) issueToken(world, uid, now());
    }
    return world;
  }

  return registry;
}
