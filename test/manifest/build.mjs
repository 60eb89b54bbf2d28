import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { build } from 'esbuild';
import {
  cssCustomData,
  elementTypes,
  frameworkTypes,
  htmlCustomData,
  webTypes,
} from './outputs.mjs';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const write = (name, content) =>
  writeFileSync(
    join(dist, name),
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
  );

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

/** The manifest, and what is made from it. */
async function describe() {
  await cli({
    argv: ['analyze', '--config', 'test/manifest/custom-elements-manifest.config.mjs'],
    cwd: root,
  });
  const manifest = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ customElement }) => customElement);
  write('vscode.html-custom-data.json', htmlCustomData(element));
  write('vscode.css-custom-data.json', cssCustomData(element));
  write(
    'web-types.json',
    webTypes(element, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))),
  );
  mkdirSync(join(dist, 'types'), { recursive: true });
  write('types/element.d.ts', elementTypes(element));
  for (const [name, text] of Object.entries(frameworkTypes(element))) {
    write(`types/${name}.d.ts`, text);
  }
}

/** The terms of what the built files hold of others, beside them, as those terms ask. */
function credit() {
  const terms = (name, file) =>
    `${name}\n\n${readFileSync(join(root, 'node_modules', name, file), 'utf8').trim()}\n`;
  const lit = terms('lit', 'LICENSE');
  write('THIRD-PARTY-LICENSES.txt', terms('@lit/react', 'LICENSE'));
  const all = [lit, terms('@cometchat/chat-sdk-javascript', 'LICENSE.md')];
  write('standalone/THIRD-PARTY-LICENSES.txt', all.join('\n\n'));
}

credit();
await Promise.all([bundleReact(), describe()]);
