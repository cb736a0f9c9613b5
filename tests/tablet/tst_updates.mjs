// A new version of the page reaches the tablet by itself, whole, and interrupts nobody.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { choose, folder, paired, shown, until } from './support/walk.mjs';

// The page of tomorrow: the same under another version.
function nextVersion(t, version) {
  const next = mkdtempSync(join(tmpdir(), 'tablet-next-'));
  t.after(() => rmSync(next, { recursive: true, force: true }));
  cpSync(folder, next, { recursive: true });
  for (const name of ['version', 'index.html', 'sw.js'])
    writeFileSync(join(next, name), readFileSync(join(next, name), 'utf8').replaceAll(version, 'fedcba9876543210'));
  return next;
}

const versionOf = page => page.evaluate(() => document.body.dataset.version);
const look = page => page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => {}));
const kept = page => page.evaluate(() => caches.keys());

test('a new version comes when nobody is answering, and takes the place of the old one', async t => {
  const { desk, page } = await paired(t);
  const first = desk.version;
  await until(async () => (await kept(page)).length === 1, 'kept for offline');
  await page.reload(); // from here on the worker serves the page
  await shown(page, 'languages');
  await choose(page);
  await page.keyboard.press('3');
  desk.folder = nextVersion(t, first);
  desk.version = 'fedcba9876543210';
  await look(page);
  await until(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)), 'the new one waits');
  await page.waitForTimeout(6000);
  assert.equal(await versionOf(page), first);
  assert.equal(await page.isChecked('input[value="3"]'), true);
  await page.keyboard.press('Escape');
  await shown(page, 'languages');
  await until(async () => (await versionOf(page).catch(() => '')) === 'fedcba9876543210', 'the new one is shown');
  await until(async () => (await kept(page).catch(() => [])).join() === 'accueil-tablet-fedcba9876543210', 'the old one is gone');
  await desk.stop();
  await page.reload();
  await shown(page, 'languages');
});

test('a version that does not come whole leaves the old one in its place', async t => {
  const { desk, page } = await paired(t);
  const first = desk.version;
  await until(async () => (await kept(page)).length === 1, 'kept for offline');
  desk.folder = nextVersion(t, first);
  desk.version = 'fedcba9876543210';
  desk.spoil = ({ path }) => (path.endsWith('/scan.js') ? 'drop' : null);
  await look(page);
  await until(() => desk.requests.some(request => request.endsWith('fedcba9876543210/scan.js')), 'asked for');
  await page.waitForTimeout(500);
  await desk.stop();
  await page.reload();
  await shown(page, 'languages');
  assert.equal(await versionOf(page), first);
});

test('a new version that one tab takes interrupts nobody in another', async t => {
  const { desk, tablet, page } = await paired(t);
  const first = desk.version;
  await until(async () => (await kept(page)).length === 1, 'kept for offline');
  await page.reload();
  await shown(page, 'languages');
  await choose(page);
  await page.keyboard.press('3');
  const other = await tablet.context.newPage();
  await other.goto(`${desk.address}/tablet/`);
  await shown(other, 'languages');
  desk.folder = nextVersion(t, first);
  desk.version = 'fedcba9876543210';
  await look(other);
  await until(async () => (await versionOf(other).catch(() => '')) === 'fedcba9876543210', 'the new one is shown in the other tab');
  await page.waitForTimeout(6000);
  assert.equal(await versionOf(page), first);
  assert.equal(await page.isChecked('input[value="3"]'), true);
  await page.keyboard.press('Escape');
  await until(async () => (await versionOf(page).catch(() => '')) === 'fedcba9876543210', 'and here when nobody is answering');
});

test('a desk that is updated while a version comes leaves no page without its files', async t => {
  const { desk, page } = await paired(t);
  const first = desk.version;
  await until(async () => (await kept(page)).length === 1, 'kept for offline');
  desk.folder = nextVersion(t, first);
  desk.version = 'fedcba9876543210';
  // The page is already of the version after that.
  const { page: serve } = desk;
  desk.page = path => {
    const answer = serve.call(desk, path);
    if (path === '/tablet/') answer.body = Buffer.from(answer.body.toString().replaceAll('fedcba9876543210', '0123456789abcdef'));
    return answer;
  };
  await look(page);
  await until(() => page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return !installing && !waiting;
  }), 'it was not taken');
  assert.ok(desk.requests.includes('GET /tablet/fedcba9876543210/scan.js'));
  await desk.stop();
  await page.reload();
  await shown(page, 'languages');
  assert.equal(await versionOf(page), first);
});
