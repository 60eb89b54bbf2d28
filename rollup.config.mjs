import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { compiledLit, compileTemplates } from './test/compile-templates.mjs';
import { mangling } from './test/internal-names.mjs';
import { SDK_NAME, sdkAsModule, withoutEarlyErrors } from './test/sdk-module.mjs';
import { templateEdits } from './test/minify-templates.mjs';

const root = import.meta.dirname;
const standaloneFolder = 'dist/standalone';

/** Which standalone chunk holds what, for `npm run size`. It is not published. */
const chunkList = 'node_modules/.cache/standalone-chunks.json';

const compile = () => esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });

const isSource = (id) => id.startsWith(join(root, 'src')) && id.endsWith('.ts');

const isSdkChunk = (id) => id.includes(`/${SDK_NAME}/`);

/** Makes `./x.js` in a TypeScript file mean `./x.ts`, as the compiler reads it. */
const typescriptImports = {
  name: 'typescript-imports',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.') || !source.endsWith('.js')) return null;
    const file = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
    return existsSync(file) ? file : null;
  },
};

const sdkModule = {
  name: 'sdk-as-module',
  transform: (code, id) =>
    isSdkChunk(id) ? { code: sdkAsModule(withoutEarlyErrors(code)), map: null } : null,
};

/** Gives `new Worker(new URL('./x.js', import.meta.url))` a chunk of its own. */
const workerChunks = {
  name: 'worker-chunks',
  transform(code, id) {
    if (!isSource(id) || !code.includes('new URL(')) return null;
    const rewritten = code.replaceAll(
      /new URL\((["'])(\.[^"']+)\.js\1,\s*import\.meta\.url\)/g,
      (_, quote, name) => {
        const reference = this.emitFile({
          type: 'chunk',
          id: resolve(dirname(id), `${name}.ts`),
          name: basename(name),
        });
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
      },
    );
    return { code: rewritten, map: null };
  },
};

const minifyTemplates = {
  name: 'minify-templates',
  transform(code, id) {
    if (!isSource(id)) return null;
    let result = code;
    for (const { start, end, text } of templateEdits(this.parse(code), code).reverse()) {
      result = result.slice(0, start) + text + result.slice(end);
    }
    return { code: result, map: null };
  },
};

/** Takes the templates apart while it builds, and not in the page; after their white space is gone. */
const takeTemplatesApart = {
  name: 'take-templates-apart',
  transform(code, id) {
    if (id.endsWith('/lit-html/lit-html.js')) return { code: compiledLit(code), map: null };
    if (!isSource(id)) return null;
    return { code: compileTemplates(this.parse(code), code), map: null };
  },
};

/**
 * Lit's `css` brings a class for browsers without constructible style sheets, and a check of its expressions; a style
 * sheet without any does as well with the browser's own.
 */
const plainStyles = {
  name: 'plain-styles',
  transform(code, id) {
    if (!isSource(id) || !id.endsWith('.styles.ts')) return null;
    if (code.includes('${')) throw new Error(`${id} has an expression in its style sheet`);
    const css = `const css = ([text]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    };`;
    return { code: code.replace(/import \{ css \} from ['"]lit['"];/, css), map: null };
  },
};

/**
 * Lit looks for polyfills and constructible style sheets, which every browser has that the editor runs in, for what takes
 * over a server’s HTML, and for decorators, and notes its versions for a warning of its development build.
 */
const leanLit = {
  name: 'lean-lit',
  transform: (code, id) =>
    /\/node_modules\/(?:@lit|lit-)/.test(id)
      ? {
          code: code
            .replaceAll(/\w+\.\w+(?:Polyfill|Hydrate)Support\b/g, 'undefined')
            .replaceAll(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0')
            .replace(/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true')
            .replace(/Symbol\.metadata\?\?=.*?new WeakMap;/, '')
            .replace(/const \w=this\[Symbol\.metadata\];.*?(?=this\._\$Eh=new Map)/, '')
            .replace(
              /const (\w)=this\.constructor\.elementProperties;if\(\1\.size>0\)for.*?(?=\}let )/,
              '',
            ),
          map: null,
        }
      : null,
};

/**
 * Has V8 compile the whole file while it arrives, off the main thread; function by function, as each is first called, took
 * a third of the time until the form is there (https://v8.dev/blog/explicit-compile-hints).
 */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

const minifyCode = {
  name: 'minify-code',
  async renderChunk(code, { moduleIds, facadeModuleId }) {
    // The SDK comes minified; done again it is 1 % smaller, but takes V8 7 % longer to start.
    if (moduleIds.some(isSdkChunk)) return null;
    // Each finds what the other leaves; measured, the pair is 1 % smaller than the better of the two.
    const shortened = await transform(code, {
      minify: true,
      format: 'esm',
      target: 'es2022',
      ...mangling(),
    });
    const { code: minified } = await minify(shortened.code, {
      module: true,
      ecma: 2020,
      compress: { passes: 5, unsafe_arrows: true },
      format: { comments: false },
    });
    const hint = facadeModuleId?.endsWith('/src/standalone.ts') ? COMPILE_HINT : '';
    return { code: hint + minified, map: null };
  },
};

/** Fails the build where a page would fetch the SDK before it is needed. */
function refuseEarlySdk(bundle) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file) || !bundle[file]) return;
    seen.add(file);
    bundle[file].imports.forEach(visit);
  };
  Object.values(bundle)
    .filter((chunk) => chunk.isEntry && isSource(chunk.facadeModuleId ?? ''))
    .forEach((chunk) => visit(chunk.fileName));
  for (const file of seen) {
    if (bundle[file].moduleIds.some(isSdkChunk)) {
      throw new Error(`${file} would load the CometChat SDK with the page`);
    }
  }
}

/** Prints what goes into `integrity` attributes, and notes which chunk holds what. */
const report = ({ isQuiet }) => ({
  name: 'report',
  generateBundle: (_, bundle) => refuseEarlySdk(bundle),
  writeBundle({ dir }, bundle) {
    const chunks = Object.values(bundle).map((chunk) => ({
      file: chunk.fileName,
      isEntry: chunk.isEntry,
      imports: chunk.imports,
      dynamicImports: chunk.dynamicImports,
      modules: chunk.moduleIds.map((id) => relative(root, id)),
    }));
    mkdirSync(dirname(chunkList), { recursive: true });
    writeFileSync(chunkList, JSON.stringify(chunks, null, 2));
    if (isQuiet) return;
    for (const { fileName } of Object.values(bundle)) {
      const hash = createHash('sha384').update(readFileSync(join(dir, fileName)));
      console.log(`sha384-${hash.digest('base64')}  ${fileName}`);
    }
  },
});

/** Removes what an earlier build left behind: chunk names carry a hash. */
const emptyFolder = (folder) => ({
  name: 'empty-folder',
  generateBundle: () => rmSync(folder, { recursive: true, force: true }),
});

const sources = (folder, pattern) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .map((name) => join(folder, name))
    : [];

/** For bundlers and import maps: one module a source file; Lit and the SDK stay imports. */
const modules = {
  input: [
    'src/index.ts',
    'src/define.ts',
    ...['src/react.ts'].filter((file) => existsSync(file)),
    ...sources('src/locales', /\.ts$/),
    ...sources('src/avatar', /-worker\.ts$/),
  ],
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

/** One request for all that is fetched once the form is there. */
const isAfterChunk = (id) => /\/src\/(?:views\/lazy-views|session\/lazy-session)\.ts$/.test(id);

/** The dialogs of a page with a script tag draw with the Lit that the entry has: see src/photo/lit.ts. */
const sharedLit = {
  name: 'shared-lit',
  load: (id) =>
    id === join(root, 'src/photo/lit.ts')
      ? `
        // The tag of templates, which are taken apart by then.
        export let html;
        export let render;
        export const useLit = (lit) => ({ render } = lit);
        export const nothing = Symbol.for('lit-nothing');
        export const css = (strings) => {
          const styleSheet = new CSSStyleSheet();
          styleSheet.replaceSync(strings.join(''));
          return { styleSheet };
        };
      `
      : null,
};

const picturesModule = '/src/photo/pictures.ts';
let picturesFile;

/**
 * The pictures' code for a script tag. It imports nothing from the entry: that would tie it to the address that the entry
 * was loaded from, and an entry that a page loads as `…?v=2` would be evaluated twice.
 */
const pictures = () => ({
  input: { pictures: join(root, picturesModule) },
  plugins: [
    emptyFolder(standaloneFolder),
    sharedLit,
    typescriptImports,
    nodeResolve({ browser: true }),
    compile(),
    minifyTemplates,
    takeTemplatesApart,
    workerChunks,
    minifyCode,
    {
      name: 'pictures-file',
      generateBundle(_, bundle) {
        picturesFile = Object.values(bundle).find(
          ({ isEntry, name }) => isEntry && name === 'pictures',
        );
        picturesFile = picturesFile.fileName;
      },
    },
  ],
  output: {
    dir: standaloneFolder,
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    hoistTransitiveImports: false,
  },
});

/** Leaves the import of the pictures' code to the file that was built before. */
const picturesApart = {
  name: 'pictures-apart',
  resolveId(source, importer) {
    const isPictures =
      importer && resolve(dirname(importer), source).endsWith('/src/photo/pictures.js');
    return isPictures ? { id: `./${picturesFile}`, external: true } : null;
  },
};

/** A page with a script tag was not rendered on a server: there is nothing to take over. */
const noHydration = {
  name: 'no-hydration',
  load: (id) =>
    id === join(root, 'src/hydration.ts')
      ? `
        export const startRender = () => {};
        export const isTakingOver = () => false;
        export const typedBefore = () => [];
        export const hasFailed = () => false;
        export const asServed = (template) => template;
      `
      : null,
};

/** For a script tag: Lit inside, the SDK in a chunk beside it. */
const standalone = ({ isQuiet }) => ({
  input: { 'cometchat-profile-editor': 'src/standalone.ts' },
  plugins: [
    picturesApart,
    noHydration,
    typescriptImports,
    nodeResolve({ browser: true }),
    sdkModule,
    leanLit,
    compile(),
    minifyTemplates,
    takeTemplatesApart,
    plainStyles,
    workerChunks,
    minifyCode,
    report({ isQuiet }),
  ],
  output: {
    dir: standaloneFolder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    manualChunks: (id) =>
      isSdkChunk(id) ? 'cometchat-sdk' : isAfterChunk(id) ? 'after' : undefined,
    hoistTransitiveImports: false,
  },
});

/** Both builds, or one of them with `--configOnly standalone`; `--configQuiet` leaves out the report. */
export default ({ configOnly, configQuiet } = {}) => {
  const all = {
    modules,
    pictures: pictures(),
    standalone: standalone({ isQuiet: Boolean(configQuiet) }),
  };
  return configOnly ? all[configOnly] : Object.values(all);
};
