import { importAgain } from '../import-again.js';

const importFile = importAgain(
  () => import('./host.js'),
  (module) => 'HostFinder' in module,
  'host',
);
let host: Awaited<ReturnType<typeof importFile>> | undefined;

/** Fetches what is needed where a page has, or may have, a copy of the SDK that is not the editor's. */
export async function importHost(): Promise<NonNullable<typeof host>> {
  // An import of what is there takes a while, too, in which a host may do something that nobody sees.
  return (host ??= await importFile());
}
