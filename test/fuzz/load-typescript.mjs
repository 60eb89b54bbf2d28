import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Imports a TypeScript module of this folder with all that it needs. */
export async function loadTypeScript(name) {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, name)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    write: false,
    external: ['@jsquash/*'],
  });
  const [{ contents }] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
}
