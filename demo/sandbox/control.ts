import { activateFault } from './faults.js';
import { findUser, issueToken, nextId } from './worlds.js';
import type { Holds } from './holds.js';
import type { Registry } from './registry.js';
import type {
  RecordedRequest,
  RequestFilter,
  SandboxControl,
  SandboxUser,
  World,
} from './types.js';

function matches(request: RecordedRequest, filter: RequestFilter): boolean {
  return (
    (filter.method ?? request.method) === request.method &&
    (filter.path ?? request.path) === request.path &&
    (filter.phase ?? request.phase) === request.phase
  );
}

function userOf(world: World, uid: string): SandboxUser {
  const user = findUser(world, uid);
  if (!user) throw new Error(`The sandbox has no user "${uid}"`);
  return user;
}

/** Makes the part of a sandbox that tests and the playground steer it by. */
export function createControl(registry: Registry, holds: Holds): SandboxControl {
  /** Runs a change on a world, keeps the outcome, and gives a copy of the result. */
  async function change<Result>(appId: string, run: (world: World) => Result): Promise<Result> {
    const world = await registry.find(appId);
    if (!world) throw new Error(`The sandbox has no app "${appId}"`);
    const result = run(world);
    await registry.keep(world);
    return structuredClone(result);
  }

  return {
    async createWorld(spec) {
      holds.release(spec.appId, {});
      await registry.create(spec);
    },

    async removeWorld(appId) {
      holds.release(appId, {});
      await registry.remove(appId);
    },

    getUser: (appId, uid) => change(appId, (world) => findUser(world, uid)),

    patchUser: (appId, uid, patch) =>
      change(appId, (world) => {
        const user = userOf(world, uid);
        Object.assign(user, patch);
        for (const [key, value] of Object.entries(patch)) {
          if (value === undefined) Reflect.deleteProperty(user, key);
        }
        return user;
      }),

    issueToken: (appId, uid, token) =>
      change(appId, (world) => {
        const user = userOf(world, uid);
        if (token === undefined) return issueToken(world, user.uid, registry.now());
        world.tokens[token] = user.uid;
        return token;
      }),

    revokeToken: (appId, token) =>
      change(appId, (world) => void Reflect.deleteProperty(world.tokens, token)),

    setFault: (appId, spec) =>
      change(appId, (world) => {
        const fault = activateFault(nextId(world), spec);
        world.faults.push(fault);
        return fault.id;
      }),

    clearFault: (appId, id, options = {}) =>
      change(appId, (world) => {
        world.faults = world.faults.filter((fault) => fault.id !== id);
        holds.release(appId, options, id);
      }),

    clearFaults: (appId, options = {}) =>
      change(appId, (world) => {
        world.faults = [];
        holds.release(appId, options);
      }),

    getFaults: (appId) => change(appId, (world) => world.faults),

    getRequests: (appId, filter = {}) =>
      change(appId, (world) => world.requests.filter((request) => matches(request, filter))),

    clearRequests: (appId) => change(appId, (world) => void world.requests.splice(0)),
  };
}
