import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
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

await describe();
