/**
 * Makes an import that can be repeated. A browser may keep the failure of a module for the life of the page, and one that
 * arrived broken stays so in any; another address is fetched anew. The address of a file is known by what the browser says
 * of its failure, or from its list of requests; a bundler's own loader is asked again as it is.
 *
 * @param isIt whether a module is the one that is wanted; where none of a file is, that counts as a failure
 * @param chunk the name of the file in the script-tag build
 */
export function importAgain<Module extends object>(
  importModule: () => Promise<Module>,
  isIt: (module: object) => boolean,
  chunk: string,
): () => Promise<Module> {
  let tries = 0;
  let address: string | undefined;
  const find = (file: object): Module => {
    // By its address comes the whole file, in which the script-tag build has several modules, each under a letter.
    const found = [file, ...(Object.values(file) as unknown[])].find((each) => isIt(Object(each)));
    if (!found) throw new TypeError(chunk);
    return found as Module;
  };
  return async () => {
    try {
      if (address === undefined) return find(await importModule());
      const url = new URL(address);
      url.searchParams.set('retry', String(tries));
      return find((await import(/* @vite-ignore */ /* webpackIgnore: true */ url.href)) as object);
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
