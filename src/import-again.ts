/**
 * Makes an import that can be repeated. A browser may keep the failure of a module for the life of the page, and one that
 * arrived broken stays so in any; another address is fetched anew. The address of a file is known by what the browser says
 * of its failure, or from its list of requests; a bundler's own loader is asked again as it is. What `read` throws counts
 * as a failure; `chunk` is the name that the script-tag build gives it.
 */
export function importAgain<Module extends object, T>(
  importModule: () => Promise<Module>,
  read: (module: Module) => T,
  chunk: string,
): () => Promise<T> {
  let tries = 0;
  let address: string | undefined;
  return async () => {
    try {
      if (address === undefined) return read(await importModule());
      const url = new URL(address);
      url.searchParams.set('retry', String(tries));
      return read((await import(/* @vite-ignore */ /* webpackIgnore: true */ url.href)) as Module);
    } catch (error) {
      tries += 1;
      address ??= addressIn(error) ?? lastRequest(chunk);
      throw error;
    }
  };
}

function addressIn(error: unknown): string | undefined {
  const { message = '' } = Object(error) as Partial<Error>;
  return /dynamically imported module: (https?:\S+)/.exec(message)?.[1];
}

/** A chunk by the name that the script-tag build gives it; none in other builds. */
function lastRequest(chunk: string): string | undefined {
  const requests = performance.getEntriesByType('resource').map(({ name }) => name);
  return requests.filter((name) => name.includes(`/${chunk}-`) && name.endsWith('.js')).at(-1);
}
