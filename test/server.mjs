import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { SDK_FILE, SDK_NAME, sdkAsModule } from '../rollup.config.mjs';
import { localOnly } from './local-server.mjs';

/** The repository's folder: what the playground and the tests are served from. */
export const rootDir = resolve(import.meta.dirname, '..');

/** Serves the SDK's one UMD file as a module to imports; as a plain script it stays what it is. */
const sdkPlugin = {
  name: 'sdk-as-module',
  resolveImport: ({ source }) => (source === SDK_NAME ? `/${SDK_FILE}?module` : undefined),
  transform: ({ url, body }) => (url === `/${SDK_FILE}?module` ? sdkAsModule(body) : undefined),
};

/** Lets `new URL('./x.js', import.meta.url)` find `x.ts`: only imports are rewritten otherwise. */
async function findTypescript(context, next) {
  const isMissing = /^\/(?:src|demo|test)\/.*\.js$/.test(context.path);
  const file = context.path.replace(/\.js$/, '.ts');
  if (isMissing && !existsSync(join(rootDir, context.path)) && existsSync(join(rootDir, file))) {
    context.url = context.url.replace(/\.js(?=$|\?)/, '.ts');
  }
  await next();
}

/** A worker from `dist/` may then control the whole site. */
async function allowRootScope(context, next) {
  await next();
  if (context.path.endsWith('/service-worker.js')) context.set('Service-Worker-Allowed', '/');
}

/** Plug-ins for the test server and the playground's alike. */
export const plugins = [
  localOnly,
  sdkPlugin,
  esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(rootDir, 'tsconfig.json') }),
];

export const middleware = [findTypescript, allowRootScope];
