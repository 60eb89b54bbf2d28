import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');

/** The React component with `@lit/react` inside, so that nobody has to install that. */
async function bundleReact() {
  await build({
    entryPoints: [join(root, 'src/react.ts')],
    outfile: join(dist, 'react.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['react', './define.js'],
    // On a server, too: the other build of it only adds what Lit's own patch of React needs.
    conditions: ['browser'],
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** The terms of what the built files hold of others, beside them, as those terms ask. */
function credit() {
  const terms = (name, file) =>
    `${name}\n\n${readFileSync(join(root, 'node_modules', name, file), 'utf8').trim()}\n`;
  const lit = terms('lit', 'LICENSE');
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), terms('@lit/react', 'LICENSE'));
  const all = [lit, terms('@cometchat/chat-sdk-javascript', 'LICENSE.md')];
  writeFileSync(join(dist, 'standalone/THIRD-PARTY-LICENSES.txt'), all.join('\n\n'));
}

credit();
await bundleReact();
