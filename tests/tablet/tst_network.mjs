// What the page costs on the ward's thin network, served by the program itself: little once, nothing afterwards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tablet } from './support/browser.mjs';
import { Program } from './support/program.mjs';
import { ThinNetwork } from './support/thinnetwork.mjs';
import { shown, until } from './support/walk.mjs';

const program = new Program();
before(() => program.start().then(() => program.signIn()));
after(() => program.remove());

async function room(t, conditions, kind) {
  const network = await new ThinNetwork(program.port, conditions).start();
  const tablet = new Tablet(kind);
  t.after(async () => {
    await tablet.remove();
    await network.stop();
  });
  return { network, tablet };
}

const isKept = page => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  return registration.active?.state === 'activated' && (await caches.keys()).length === 1;
});

test('the first load is small, all others cost nothing of the page', async t => {
  const { network, tablet } = await room(t);
  const page = await tablet.open(`${network.address}/tablet/`);
  await shown(page, 'pairing');
  await until(() => isKept(page), 'kept for offline');
  await page.waitForTimeout(1000);
  const first = network.count();
  t.diagnostic(`first load: ${first.received} bytes in ${first.requests} requests`);
  assert.ok(first.received <= 150 * 1024, `${first.received} bytes`);
  assert.ok(first.received > 10_000, 'the count counts');
  assert.ok(first.requests <= 17, `${first.requests} requests`);
  await page.reload();
  await shown(page, 'pairing');
  await page.waitForTimeout(1500);
  const second = network.count();
  t.diagnostic(`second load: ${second.received} bytes in ${second.requests} requests`);
  // The browser asks whether the service worker is still the same one, and is told so without a body.
  assert.ok(second.requests <= 1 && second.received < 1500, `${second.received} bytes in ${second.requests} requests`);
});

test('a tablet on a thin network is asked for little before it can be used', async t => {
  const { network, tablet } = await room(t, { rate: 32_000, latency: 300 });
  const page = await tablet.open();
  await page.addInitScript(() => new MutationObserver((_, observer) => {
    if (!document.querySelector('.screen h1')) return;
    requestAnimationFrame(() => (globalThis.usableAt = performance.now()));
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true }));
  const session = await tablet.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`${network.address}/tablet/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.usableAt);
  const { received, requests } = network.count();
  // Figures, not a verdict: how fast this machine is says nothing about the page. What it waits for does.
  t.diagnostic(`usable after ${Math.round(await page.evaluate(() => globalThis.usableAt))} ms at 256 kbit/s, 300 ms, CPU / 4, ${received} bytes, ${requests} requests`);
  assert.ok(received <= 32 * 1024, `${received} bytes`);
  assert.ok(requests <= 6, `${requests} requests`);
});

test('the page opens and works with the program off', async t => {
  const { network, tablet } = await room(t, {}, { isKept: true });
  const page = await tablet.open(`${network.address}/tablet/`);
  await until(() => isKept(page), 'kept for offline');
  await tablet.close();
  network.cut();
  const later = await tablet.open(`${network.address}/tablet/`);
  await shown(later, 'pairing');
  assert.equal(await later.evaluate(() => document.styleSheets[0].cssRules.length > 20), true);
});

test('it is served with a strict policy, the right types, and for ever where its address says the version', async () => {
  const get = (path, headers = {}) => fetch(program.address + path, { redirect: 'manual', headers });
  const version = await program.version;
  const redirect = await get('/tablet');
  assert.equal(redirect.status, 302);
  assert.equal(redirect.headers.get('location'), '/tablet/');
  const types = {
    '/tablet/': 'text/html; charset=utf-8', '/tablet/sw.js': 'text/javascript; charset=utf-8', [`/tablet/${version}/page.js`]: 'text/javascript; charset=utf-8',
    [`/tablet/${version}/scan.js`]: 'text/javascript; charset=utf-8', [`/tablet/${version}/later.js`]: 'text/javascript; charset=utf-8',
    [`/tablet/${version}/page.css`]: 'text/css; charset=utf-8',
    [`/tablet/${version}/manifest.webmanifest`]: 'application/manifest+json', [`/tablet/${version}/icon.svg`]: 'image/svg+xml',
    [`/tablet/${version}/icon-192.png`]: 'image/png', [`/tablet/${version}/icon-512.png`]: 'image/png', [`/tablet/${version}/icon-maskable-512.png`]: 'image/png',
  };
  for (const [path, type] of Object.entries(types)) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get('content-type'), type);
    const isVersioned = path.includes(version);
    const policy = answer.headers.get('content-security-policy');
    assert.match(policy, isVersioned ? /^default-src 'none'; frame-ancestors 'none'$/ : /^default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    if (!isVersioned) assert.match(answer.headers.get('permissions-policy'), /microphone=\(self\), camera=\(self\)/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('cache-control'), isVersioned ? /immutable/ : /^no-cache$/);
    const again = await get(path, { 'If-None-Match': answer.headers.get('etag') });
    assert.equal(again.status, 304, path);
  }
  assert.equal((await get('/tablet/0000000000000000/page.js')).status, 404);
  const index = await (await get('/tablet/')).text();
  assert.doesNotMatch(index, /<script>|<style|style=|\son\w+=/);
});

test('Chrome would install it', async t => {
  const { network, tablet } = await room(t);
  const page = await tablet.open(`${network.address}/tablet/`);
  await until(() => isKept(page), 'kept for offline');
  await page.reload();
  const session = await tablet.context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The browser of the tests keeps nothing on the disk, which it holds against every page.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});
