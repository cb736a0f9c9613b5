// Makes the tablet page out of this folder: index.html with the first screens' script and styles in it, what comes later, and one
// service worker.
//   node build.mjs NODE_MODULES OUTPUT ICON...
// NODE_MODULES has what resources/package.json names, ICON... are the pictures of the page's icon. Every file but index.html and
// sw.js is served under /tablet/VERSION/, where VERSION is a hash of all of them: whatever changes has another address, so
// that a tablet keeps what it has for ever and still gets what is new.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

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

// What is put into index.html: its text instead of a file.
async function inlined(entry, options = {}) {
  const made = await bundle(entry, { write: false, ...options });
  return { ...made, text: made.outputFiles[0].text.trim() };
}

mkdirSync(output, { recursive: true });
const apart = {
  name: 'apart',
  setup(pipeline) {
    pipeline.onResolve({ filter: /\/scan\.js$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}`, external: true } : undefined);
  },
};

// page.js comes first, inside index.html; later.js is fetched by its own name and takes the modules they share from it.
function takenFromPage(inputs, names) {
  const shared = new Set(Object.keys(inputs).map(path => resolve(source, path)));
  return {
    name: 'taken-from-page',
    setup(pipeline) {
      pipeline.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, kind }) =>
        kind === 'import-statement' && shared.has(resolve(resolveDir, path)) ? { path: 'page', namespace: 'page' } : undefined);
      pipeline.onLoad({ filter: /.*/, namespace: 'page' }, () =>
        ({ contents: `const { ${names.join(', ')} } = globalThis.accueilPage;\nexport { ${names.join(', ')} };` }));
    },
  };
}

const first = await inlined('scripts/page.js', { banner: { js: '/*! Icons: Lucide, ISC License, https://lucide.dev/license */' }, metafile: true });
const shared = await bundle('scripts/shared.js', { write: false, metafile: true });
const [{ exports: names }] = Object.values(shared.metafile.outputs);
await bundle('scripts/later.js', { plugins: [takenFromPage(first.metafile.inputs, names), apart, fromModules] });
await bundle('scripts/scan.js');
await bundle('scripts/sw.js', { format: 'iife' });
const { text: style } = await inlined('styles/page.css');
await bundle('styles/later.css');
copyFileSync(join(source, '../brand/accueil.svg'), join(output, 'icon.svg'));
copyFileSync(join(source, 'manifest.webmanifest'), join(output, 'manifest.webmanifest'));
for (const icon of icons)
  if (dirname(icon) !== output) copyFileSync(icon, join(output, basename(icon)));

// What the page needs to work without a server; the pictures of the icon are the system's, fetched when it is installed.
const kept = ['later.js', 'later.css', 'scan.js', 'manifest.webmanifest', 'icon.svg'];
const read = name => readFileSync(join(output, name), 'utf8');
// The first screens are one answer: on a thin network every further request costs a round trip.
const inline = { style, script: first.text };
const index = readFileSync(join(source, 'index.html'), 'utf8').replace(/\{(style|script)\}/g, (whole, name) => inline[name]);
const worker = read('sw.js');
const hash = createHash('sha256').update(index).update(worker);
for (const name of kept) hash.update(read(name));
for (const icon of icons) hash.update(readFileSync(icon));
const version = hash.digest('hex').slice(0, 16);
writeFileSync(join(output, 'version'), version);
writeFileSync(join(output, 'index.html'), index.replaceAll('{version}', version));
writeFileSync(join(output, 'sw.js'), worker.replaceAll('{version}', version).replaceAll('{kept}', kept.join(' ')));
// Nothing but these two may be inside the page.
const source256 = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
writeFileSync(join(output, 'policy'), "default-src 'none'; "
  + `script-src 'self' ${source256(inline.script)}; style-src 'self' ${source256(inline.style)}; `
  + "img-src 'self'; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
  + "form-action 'none'; frame-ancestors 'none'");
// The thin network of a ward is worth the best compression, once.
const bestBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
for (const name of ['index.html', 'sw.js', 'later.js', 'later.css', 'scan.js']) {
  writeFileSync(join(output, `${name}.gz`), gzipSync(read(name), { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(join(output, `${name}.br`), brotliCompressSync(read(name), bestBrotli));
}
