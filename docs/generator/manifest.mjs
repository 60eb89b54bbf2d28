import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { cssCustomData, htmlCustomData, webTypes } from './editor-data.mjs';
import { elementTypes, frameworkTypes } from './framework-types.mjs';

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../..');

const dist = join(root, 'dist');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Writes `dist/custom-elements.json`, and resolves to its declarations. */
export async function analyze() {
  mkdirSync(dist, { recursive: true });
  await cli({
    argv: ['analyze', '--config', 'docs/generator/custom-elements-manifest.config.mjs'],
    cwd: root,
  });
  const { modules } = readJson(join(dist, 'custom-elements.json'));
  return modules.flatMap(({ declarations }) => declarations);
}

/** Of the manifest's declarations, the tag's. */
export const findElement = (declarations) =>
  declarations.find(({ customElement }) => customElement);

/** Writes what code editors and frameworks read of the tag. */
export function writeEditorData(element) {
  const packageJson = readJson(join(root, 'package.json'));
  const data = {
    'vscode.html-custom-data.json': htmlCustomData(element, packageJson),
    'vscode.css-custom-data.json': cssCustomData(element),
    'web-types.json': webTypes(element, packageJson),
  };
  for (const [file, content] of Object.entries(data)) {
    writeFileSync(join(dist, file), `${JSON.stringify(content, null, 2)}\n`);
  }
  mkdirSync(join(dist, 'types'), { recursive: true });
  const types = { element: elementTypes(element), ...frameworkTypes(element) };
  for (const [name, text] of Object.entries(types)) {
    writeFileSync(join(dist, 'types', `${name}.d.ts`), text);
  }
}
