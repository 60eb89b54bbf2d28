import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { competitors, leftOut } from './competitors/list.mjs';
import { page } from './pages.mjs';

const here = join(import.meta.dirname, 'competitors');
const cache = join(tmpdir(), `cometchat-profile-editor-bench-${userInfo().username}`);

/** Installs the packages of `competitor` outside the repository, where they are not there yet. */
async function install({ name, packages }) {
  const folder = join(cache, name);
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: packages });
  const file = join(folder, 'package.json');
  const isThere = existsSync(join(folder, 'node_modules')) && existsSync(file);
  if (isThere && readFileSync(file, 'utf8') === manifest) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  const parameters = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--legacy-peer-deps',
  ];
  await promisify(execFile)('npm', [...parameters, '--loglevel=error'], {
    cwd: folder,
    timeout: 600_000,
  });
  return folder;
}

/** Bundles the page's script with its packages, minified, in as many files as its imports ask for. */
async function bundle({ name }, folder) {
  const entry = `${name}.js`;
  copyFileSync(join(here, entry), join(folder, entry));
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outdir: name,
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'silent',
  });
  // A font from elsewhere would make the page wait for a network that is no part of this.
  const withoutFonts = ({ path, text, contents }) =>
    path.endsWith('.css') ? text.replaceAll(/@import\s*(?:url\()?["']https:[^;]*;/g, '') : contents;
  return new Map(
    outputFiles.map((file) => [`/${name}/${basename(file.path)}`, withoutFonts(file)]),
  );
}

/**
 * Makes the competitors' pages and gives what there is to fill in and to press on each. One that cannot be installed or built is left out with a line
 * that says so.
 */
export async function loadCompetitors(server) {
  const loaded = [];
  for (const competitor of competitors) {
    const { name, title, stubbed } = competitor;
    try {
      const folder = await install(competitor);
      const files = await bundle(competitor, folder);
      const stub = readFileSync(join(here, `${name}-stub.js`));
      const scripts = `<script>${stub}</script><script type="module" src="/${name}/${name}.js"></script>`;
      const style = files.has(`/${name}/${name}.css`)
        ? `<link rel="stylesheet" href="/${name}/${name}.css">`
        : '';
      server.add(files);
      server.add([[`/${name}`, page('<main></main>', style + scripts)]]);
      const [field, save] = [competitor.field, competitor.save].map(
        (selector) => `document.querySelector('${selector}')`,
      );
      loaded.push({ name, title, stubbed, field, save });
    } catch (error) {
      console.log(`Left out ${title}: ${error.message.split('\n')[0]}`);
    }
  }
  for (const { title, reason } of leftOut) console.log(`Left out ${title}: ${reason}`);
  return loaded;
}
