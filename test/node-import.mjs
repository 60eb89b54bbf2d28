import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Imports the built package in plain Node, as a server that renders pages does. Nothing may happen there but the
 * import itself. Exits with 1 where that fails; to be run after the build.
 */
const dist = resolve(import.meta.dirname, '../dist');
const expected = {
  'index.js': ['CometChatProfileEditor', 'ProfileEditor', 'ProfileError'],
  'define.js': ['CometChatProfileEditor'],
};

const before = new Set(Reflect.ownKeys(globalThis));
for (const [name, exports] of Object.entries(expected)) {
  const file = resolve(dist, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is not there: npm run build`);
  const module = await import(pathToFileURL(file).href);
  for (const each of exports) {
    if (typeof module[each] !== 'function') throw new Error(`dist/${name} has no ${each}`);
  }
}
const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
// Lit notes its versions, and brings a registry where there is none.
const foreign = added.filter((key) => !/^(lit|reactive|customElements$)/.test(String(key)));
if (foreign.length > 0) throw new Error(`The import left ${foreign.map(String).join(', ')} behind`);
