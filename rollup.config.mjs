import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import minifyTemplates from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';

const standaloneFolder = 'dist/standalone';

/** The CometChat SDK's package name, as imports name it. */
export const SDK_NAME = '@cometchat/chat-sdk-javascript';

/** Its one file, from the repository's root. */
export const SDK_FILE = `node_modules/${SDK_NAME}/CometChat.js`;

/** The first line of the form's chunk, which `npm run size` looks for. */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

const isSdk = (id) => id.includes(`/${SDK_NAME}/`);
const sources = (folder, pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

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

/** A page with a script tag was not rendered on a server: 0.2 KB that no visitor of one needs. */
const noHydration = {
  name: 'no-hydration',
  load: (id) => (id.endsWith('/src/hydration.ts') ? "export * from './no-hydration.js';" : null),
};

const minifyCode = {
  name: 'minify-code',
  async renderChunk(code, chunk) {
    // The SDK comes minified. Done again it is 1 % smaller, and a build takes 6 s of 9 more; what V8 then takes to start it
    // was measured as 7 % more and as 3 % less.
    if (chunk.moduleIds.some(isSdk)) return null;
    const options = {
      module: true,
      ecma: 2020,
      // Statements that are joined by commas are shorter, but not after brotli: 90 bytes of the form. Neither are functions
      // that are put where they are called: 50 bytes.
      compress: { passes: 3, sequences: false, inline: 1 },
      format: { comments: false },
    };
    const { code: minified } = await minify(code, options);
    // The template minifier only warns of what it cannot read, and leaves that as it was written.
    if (/[;{}>]\s\s/.test(minified)) this.error(`${chunk.name}: a template was not minified`);
    // Has V8 compile the whole file while it arrives, off the main thread; function by function, as each is first called,
    // takes 2.8 ms of 22.5 more until the form is there (https://v8.dev/blog/explicit-compile-hints).
    return { code: chunk.name === 'form' ? COMPILE_HINT + minified : minified, map: null };
  },
};

/** Puts the terms of what a build holds of others beside it, as those terms ask. */
const credit = (licences) => ({
  name: 'credit',
  generateBundle() {
    const terms = Object.entries(licences).map(
      ([name, file]) => `${name}\n\n${readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()}`,
    );
    const source = `${terms.join('\n\n\n')}\n`;
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
  },
});

/** Removes what an earlier build left behind: chunk names carry a hash, and files get other names. */
const emptyFolder = (folder) => ({
  name: 'empty-folder',
  generateBundle: () => rmSync(folder, { recursive: true, force: true }),
});

// Also finds `./x.ts` for `./x.js`, as the compiler reads it.
const compile = () => esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });

/** For bundlers and import maps: one module a source file; Lit and the SDK stay imports. */
const modules = {
  input: ['src/index.ts', 'src/headless.ts', 'src/define.ts', ...sources('src/locales', /\.ts$/)],
  external: /^(?:lit|@lit|@cometchat)(?:[/-]|$)/,
  plugins: [compile(), emptyFolder('dist')],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
  },
};

/** The React component with `@lit/react` inside, so that nobody has to install that. */
const react = {
  input: 'src/react.ts',
  external: ['react', './define.js'],
  // On a server, too: the other build of `@lit/react` only adds what Lit's own patch of React needs.
  plugins: [compile(), nodeResolve({ browser: true }), credit({ '@lit/react': 'LICENSE' })],
  output: { dir: 'dist', format: 'es', sourcemap: true },
};

/** The worker in one file: a bundler that copies it, as it copies an image, does not see what it imports. */
const worker = {
  input: 'src/photo/photo-worker.ts',
  plugins: [compile(), minifyCode],
  output: { file: 'dist/photo/photo-worker.js', format: 'es' },
};

/**
 * Gives `new Worker(new URL('./x.js', import.meta.url))` a file of its own, in which all is that it needs: a chunk of the
 * page's would bring the element along, and a worker has no `HTMLElement`.
 */
const workerFiles = {
  name: 'worker-files',
  async transform(code, id) {
    const address = /new URL\((["'])(\.[^"']+)\.js\1,\s*import\.meta\.url\)/g;
    const [found] = id.endsWith('.ts') ? code.matchAll(address) : [];
    if (!found) return null;
    const input = resolve(dirname(id), `${found[2]}.ts`);
    const bundle = await rollup({ input, plugins: worker.plugins });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    const name = `${basename(found[2])}.js`;
    const file = this.emitFile({ type: 'asset', name, source: output[0].code });
    const moved = code.replaceAll(found[0], `new URL(import.meta.ROLLUP_FILE_URL_${file})`);
    return { code: moved, map: null };
  },
};

/** What is fetched in one request each; whatever a file imports goes with it. */
const chunks = {
  form: ['register.ts', 'locales/registry.ts'],
  // While the form is drawn: what talks to CometChat.
  session: [
    'session/cometchat-session.ts',
    'session/deadline.ts',
    'session/login.ts',
    'session/page-sdk.ts',
    'session/preconditions.ts',
    'session/sdk-types.ts',
  ],
  // Where the page has an SDK of its own.
  host: ['session/host.ts'],
  // Once the form is there: other languages, presets, what can be done about the photo. Without it a save still works.
  after: [
    'draw-icon.ts',
    'lazy.ts',
    'locales/built-in.ts',
    'photo/dropped.ts',
    'session/other-tabs.ts',
    'views/guard.ts',
    'views/icons.ts',
  ],
  // From the first edit on, or once something fails: words for that; and what saves, which works without them.
  editing: ['editing.ts'],
  saving: ['editor/saving.ts', 'session/save-queue.ts', 'session/sdk-errors.ts'],
  // In any language but American English: which there are.
  languages: ['locales/choose-language.ts'],
  // Where photos may be uploaded, there is a preview, or a picture is dropped.
  optional: ['optional.ts', 'locales/en-us-optional.ts'],
  'photo-dialogs': [
    'editor/upload-photo.ts',
    'photo/form-uploader.ts',
    'photo/photo-dialogs.ts',
    'photo/presigned-uploader.ts',
    'photo/send-upload.ts',
    'photo/store-photo.ts',
  ],
};

/**
 * For a script tag: Lit inside, the SDK in a chunk beside it. The file that pages name holds one line, which imports the
 * form's; every other chunk imports that one, too. So a page may load the first as `…js?v=2`, and nothing runs twice.
 */
const standalone = {
  input: { 'cometchat-profile-editor': 'src/standalone.ts' },
  plugins: [
    compile(),
    nodeResolve({ browser: true }),
    noHydration,
    sdkModule,
    minifyTemplates({ include: ['src/**/*.ts'], failOnError: true }),
    workerFiles,
    minifyCode,
    emptyFolder(standaloneFolder),
    credit({ lit: 'LICENSE', [SDK_NAME]: 'LICENSE.md' }),
  ],
  output: {
    dir: standaloneFolder,
    format: 'es',
    entryFileNames: '[name].js',
    // A language has two files; `import-again.ts` finds each by its name.
    chunkFileNames: ({ facadeModuleId }) =>
      facadeModuleId?.includes('/locales/photo/') ? 'photo-[name]-[hash].js' : '[name]-[hash].js',
    assetFileNames: '[name]-[hash][extname]',
    manualChunks: (id) => {
      if (isSdk(id)) return 'cometchat-sdk';
      const path = relative(join(import.meta.dirname, 'src'), id);
      return Object.keys(chunks).find((name) => chunks[name].includes(path));
    },
    hoistTransitiveImports: false,
  },
};

/** All builds, or one of them with `--configOnly standalone`. */
export default ({ configOnly } = {}) => {
  const all = { modules, react, worker, standalone };
  return configOnly ? all[configOnly] : Object.values(all);
};
