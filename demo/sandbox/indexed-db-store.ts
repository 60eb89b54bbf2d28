import type { World, WorldStore } from './types.js';

const storeName = 'worlds';

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
  });
}

function open(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(storeName));
  return settle(opening);
}

/** A store in IndexedDB. @param name of the database */
export function indexedDbStore(name = 'cometchat-sandbox'): WorldStore {
  let database: Promise<IDBDatabase> | undefined;

  async function access(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    database ??= open(name);
    return (await database).transaction(storeName, mode).objectStore(storeName);
  }

  return {
    async load(appId) {
      const found: World | undefined = await settle((await access('readonly')).get(appId));
      return found;
    },
    async save(world) {
      await settle((await access('readwrite')).put(world, world.appId));
    },
    async remove(appId) {
      await settle((await access('readwrite')).delete(appId));
    },
  };
}
