import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals';
import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';

const root = import.meta.dirname;
const standaloneFolder = 'dist/standalone';

/** The CometChat SDK's package name, as imports name it. */
export const SDK_NAME = '@cometchat/chat-sdk-javascript';

/** Its one file, from the repository's root. */
export const SDK_FILE = `node_modules/${SDK_NAME}/CometChat.js`;

const isSource = (id) => id.startsWith(join(root, 'src')) && id.endsWith('.ts');
const isSdk = (id) => id.includes(`/${SDK_NAME}/`);

/**
 * Wraps the SDK's UMD file into an ES module with the exports `CometChat` and `default`, as a bundler gives it. The file
 * takes its CommonJS branch, so that it puts nothing on `window`.
 *
 * One place in it is replaced: how webpack looks for the global object, since a page's policy without `unsafe-eval` would
 * report that, and Trusted Types too. No other third-party file is edited.
 *
 * @param {string} code the unmodified file
 * @throws when the file no longer has the one place that is replaced
 */
export function sdkAsModule(code) {
  const parts = code.split('new Function("return this")()');
  if (parts.length !== 2) {
    throw new Error(`${SDK_NAME}: found ${parts.length - 1} global shims, expected 1`);
  }
  return `const exports = {}, module = { exports };
${parts.join('globalThis')}
;export const CometChat = module.exports.CometChat;
export default module.exports;`;
}

const sdkModule = {
  name: 'sdk-as-module',
  transform: (code, id) => (isSdk(id) ? { code: sdkAsModule(code), map: null } : null),
};

/** Makes `./x.js` in a TypeScript file mean `./x.ts`, as the compiler reads it. */
const typescriptImports = {
  name: 'typescript-imports',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.') || !source.endsWith('.js')) return null;
    const file = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
    return existsSync(file) ? file : null;
  },
};

/** Gives `new Worker(new URL('./x.js', import.meta.url))` a chunk of its own. */
const workerChunks = {
  name: 'worker-chunks',
  transform(code, id) {
    if (!isSource(id) || !code.includes('new URL(')) return null;
    const address = /new URL\((["'])(\.[^"']+)\.js\1,\s*import\.meta\.url\)/g;
    const rewritten = code.replaceAll(address, (_, quote, name) => {
      const file = resolve(dirname(id), `${name}.ts`);
      const chunk = this.emitFile({ type: 'chunk', id: file, name: basename(name) });
      return `new URL(import.meta.ROLLUP_FILE_URL_${chunk})`;
    });
    return { code: rewritten, map: null };
  },
};

const minifyCode = {
  name: 'minify-code',
  async renderChunk(code, chunk) {
    // The SDK comes minified; done again it is 1 % smaller, but takes V8 7 % longer to start.
    if (chunk.moduleIds.some(isSdk)) return null;
    const { code: minified } = await minify(code, {
      module: true,
      ecma: 2020,
      format: { comments: false },
    });
    // Has V8 compile the whole file while it arrives, off the main thread; function by function, as each is first called,
    // takes 2.8 ms of 22.5 more until the form is there (https://v8.dev/blog/explicit-compile-hints).
    const hint = chunk.name === 'form' ? '//# allFunctionsCalledOnLoad\n' : '';
    return { code: hint + minified, map: null };
  },
};

/** Removes what an earlier build left behind: chunk names carry a hash. */
const emptyFolder = {
  name: 'empty-folder',
  generateBundle: () => rmSync(standaloneFolder, { recursive: true, force: true }),
};

const compile = () => esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });
const sources = (folder, pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

/** For bundlers and import maps: one module a source file; Lit and the SDK stay imports. */
const modules = {
  input: ['src/index.ts', 'src/define.ts', 'src/react.ts', ...sources('src/locales', /\.ts$/)],
  external: (id) => /^(?:lit|@lit|@cometchat|react)(?:[/-]|$)/.test(id),
  plugins: [typescriptImports, compile()],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
  },
};

/** The worker in one file: a bundler that copies it, as it copies an image, does not see what it imports. */
const worker = {
  input: 'src/photo/photo-worker.ts',
  plugins: [typescriptImports, compile(), minifyCode],
  output: { file: 'dist/photo/photo-worker.js', format: 'es' },
};

/**
 * For a script tag: Lit inside, the SDK in a chunk beside it. The file that pages name holds one line, which imports the
 * form's; every other chunk imports that one, too. So a page may load the first as `…js?v=2`, and nothing runs twice.
 */
const standalone = {
  input: { 'cometchat-profile-editor': 'src/standalone.ts' },
  plugins: [
    typescriptImports,
    nodeResolve({ browser: true }),
    sdkModule,
    compile(),
    minifyTemplateLiterals({ include: ['src/**/*.ts'], failOnError: true }),
    workerChunks,
    minifyCode,
    emptyFolder,
  ],
  output: {
    dir: standaloneFolder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    manualChunks: (id) => {
      if (isSdk(id)) return 'cometchat-sdk';
      if (id.endsWith('/src/define.ts')) return 'form';
      // One request for all that is fetched once the form is there.
      return /\/src\/(?:views\/lazy-views|session\/lazy-session)\.ts$/.test(id)
        ? 'after'
        : undefined;
    },
    hoistTransitiveImports: false,
  },
};

/** All builds, or one of them with `--configOnly standalone`. */
export default ({ configOnly } = {}) => {
  const all = { modules, worker, standalone };
  return configOnly ? all[configOnly] : Object.values(all);
};
