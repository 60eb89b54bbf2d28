/**
 * Makes an import that can be repeated. A browser may keep the failure of a module for the life of the page, and one that
 * arrived broken stays so in any; another address is fetched anew. The address of a file is known by what the browser says
 * of its failure, or from its list of requests; a bundler's own loader is asked again as it is. What `read` throws counts
 * as a failure.
 */
export function importAgain<T>(
  importModule: () => Promise<unknown>,
  read: (module: object) => T,
): () => Promise<T> {
  let tries = 0;
  let address: string | undefined;
  return async () => {
    try {
      if (address === undefined) return read((await importModule()) as object);
      const url = new URL(address);
      url.searchParams.set('retry', String(tries));
      return read((await import(/* @vite-ignore */ /* webpackIgnore: true */ url.href)) as object);
    } catch (error) {
      tries += 1;
      address ??= addressIn(error) ?? lastRequest();
      throw error;
    }
  };
}

function addressIn(error: unknown): string | undefined {
  const { message = '' } = Object(error) as Partial<Error>;
  return /dynamically imported module: (https?:\S+)/.exec(message)?.[1];
}

/** The SDK's chunk by the name that the script-tag build gives it; none in other builds. */
function lastRequest(): string | undefined {
  const requests = performance.getEntriesByType('resource').map(({ name }) => name);
  return requests.filter((name) => /\/cometchat-sdk-[\w-]+\.js$/.test(name)).at(-1);
}
