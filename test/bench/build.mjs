import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import configure, { SDK_FILE } from '../../rollup.config.mjs';

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../..');

/** Whether an address is that of the SDK's file. */
export const isSdk = (address) => /\/cometchat-sdk-|\/sdk\//.test(address);

/** Empties the folder that is not written to here. */
const isUnwanted = ({ name }) => name === 'empty-folder';

/**
 * Builds the script-tag files as `npm run build` does, by address. They stay in memory: a build into `dist/` that somebody
 * starts meanwhile does not change what is measured.
 */
export async function buildEditor() {
  const files = new Map();
  const { output, plugins, ...input } = configure({ configOnly: 'standalone' });
  const bundle = await rollup({ ...input, plugins: plugins.filter((each) => !isUnwanted(each)) });
  const { output: chunks } = await bundle.generate(output);
  await bundle.close();
  for (const { fileName, code } of chunks) {
    if (code !== undefined) files.set(`/standalone/${fileName}`, code);
  }
  return files;
}

const shared = { absWorkingDir: root, bundle: true, format: 'esm', target: 'es2022', write: false };

/** The bare Lit element, bundled and minified, and the unmodified SDK, by address. */
export async function buildFloor() {
  const entryPoints = ['test/bench/floors/lit-floor.js'];
  const { outputFiles } = await build({ ...shared, entryPoints, minify: true });
  return new Map([
    ['/floor/lit-floor.js', outputFiles[0].contents],
    ['/sdk/CometChat.js', readFileSync(join(root, SDK_FILE))],
  ]);
}

/** The sandbox that answers in place of CometChat's cloud, as a module. */
export async function buildSandbox() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['demo/sandbox/index.ts'],
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
