// A patient's number is read from a QR code by the tablet's camera, also where the browser has no reader of its own.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeQrVideo } from './support/qrvideo.mjs';
import { openStaff, paired, pin, press, shown, until } from './support/walk.mjs';

async function atTheRound(t, text) {
  const folder = mkdtempSync(join(tmpdir(), 'tablet-qr-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const video = join(folder, 'code.y4m');
  await writeQrVideo(video, text);
  const { desk, page } = await paired(t, { pin }, {}, { args: [`--use-file-for-fake-video-capture=${video}`] });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(() => page.evaluate(() => caches.keys().then(keys => keys.length === 1)), 'kept for offline');
  await openStaff(page);
  await page.locator('.action').first().click();
  await shown(page, 'round');
  return { desk, page };
}

test('the number of a wristband is put on the list, without network', async t => {
  const { desk, page } = await atTheRound(t, 'P000123');
  await desk.stop();
  await press(page, 'Scanner');
  await page.waitForSelector('.round-number:text-is("P000123")', { timeout: 20_000 });
  await page.waitForSelector('.camera', { state: 'hidden' });
});

test('a code that is no number is said to be none, and the camera goes off with the screen', async t => {
  const { page } = await atTheRound(t, 'https://example.org/?a=b');
  await press(page, 'Scanner');
  await page.waitForSelector('.problem:has-text("pas un numéro")', { timeout: 20_000 });
  const track = await page.evaluateHandle(() => document.querySelector('.camera').srcObject.getTracks()[0]);
  await press(page, 'Retour');
  await shown(page, 'staff');
  assert.equal(await track.evaluate(each => each.readyState), 'ended');
});
