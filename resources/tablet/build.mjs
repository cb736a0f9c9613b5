// Makes the tablet page out of this folder: one script, one style sheet, one service worker, named after what is in them.
//   node build.mjs NODE_MODULES OUTPUT ICON...
// NODE_MODULES has what resources/package.json names, ICON... are the pictures of the page's icon. Every file but index.html and
// sw.js is served under /tablet/VERSION/, where VERSION is a hash of all of them: whatever changes has another address, so
// that a tablet keeps what it has for ever and still gets what is new.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const [modules, output, ...icons] = process.argv.slice(2).map(path => resolve(path));
const source = dirname(fileURLToPath(import.meta.url));
const { build } = createRequire(join(modules, 'x.js'))('esbuild');

// Where an import of the page finds what npm brought.
const fromModules = {
  name: 'from-modules',
  setup(pipeline) {
    // Drawings without the spaces and notes that only people need; page.js names the icons' licence once.
    pipeline.onLoad({ filter: /\.svg$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ').replace(/ ?([<>]) ?/g, '$1').trim(),
      loader: 'text',
    }));
    pipeline.onResolve({ filter: /^(lucide-static|qr)\// }, async ({ path, kind }) =>
      path.endsWith('.svg')
        ? { path: join(modules, path) }
        : pipeline.resolve(`./${path}`, { resolveDir: modules, kind }));
  },
};

function bundle(entry, options = {}) {
  return build({
    absWorkingDir: source,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome90', 'safari15'],
    charset: 'utf8',
    legalComments: 'inline',
    plugins: [apart, fromModules],
    outdir: output,
    ...options,
  });
}

mkdirSync(output, { recursive: true });
// page.js comes first and alone; what comes later is fetched by its own name and takes the modules they share from page.js.
const apart = {
  name: 'apart',
  setup(pipeline) {
    pipeline.onResolve({ filter: /\/(later|scan)\.js$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}`, external: true } : undefined);
  },
};

function takenFromPage(inputs) {
  const shared = new Set(Object.keys(inputs).map(path => resolve(source, path)));
  return {
    name: 'taken-from-page',
    setup(pipeline) {
      pipeline.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, kind }) =>
        kind === 'import-statement' && shared.has(resolve(resolveDir, path)) ? { path: './page.js', external: true } : undefined);
    },
  };
}

const first = await bundle('scripts/page.js', { banner: { js: '/*! Icons: Lucide, ISC License, https://lucide.dev/license */' }, metafile: true });
await bundle('scripts/later.js', { plugins: [takenFromPage(first.metafile.inputs), apart, fromModules] });
await bundle('scripts/scan.js');
await bundle('scripts/sw.js', { format: 'iife' });
await bundle('styles/page.css');
copyFileSync(join(source, '../brand/accueil.svg'), join(output, 'icon.svg'));
copyFileSync(join(source, 'manifest.webmanifest'), join(output, 'manifest.webmanifest'));
for (const icon of icons)
  if (dirname(icon) !== output) copyFileSync(icon, join(output, basename(icon)));

// What the page needs to work without a server; the pictures of the icon are the system's, fetched when it is installed.
const kept = ['page.js', 'later.js', 'page.css', 'scan.js', 'manifest.webmanifest', 'icon.svg'];
const read = name => readFileSync(join(output, name), 'utf8');
const index = readFileSync(join(source, 'index.html'), 'utf8');
const worker = read('sw.js');
const hash = createHash('sha256').update(index).update(worker);
for (const name of kept) hash.update(read(name));
for (const icon of icons) hash.update(readFileSync(icon));
const version = hash.digest('hex').slice(0, 16);
writeFileSync(join(output, 'version'), version);
writeFileSync(join(output, 'index.html'), index.replaceAll('{version}', version));
writeFileSync(join(output, 'sw.js'), worker.replaceAll('{version}', version).replaceAll('{kept}', kept.join(' ')));
// The thin network of a ward is worth the best compression, once.
for (const name of ['index.html', 'sw.js', 'page.js', 'later.js', 'page.css', 'scan.js'])
  writeFileSync(join(output, `${name}.gz`), gzipSync(read(name), { level: constants.Z_BEST_COMPRESSION }));
