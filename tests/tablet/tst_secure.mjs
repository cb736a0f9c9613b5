// The page as tablets have it: over HTTPS with a certificate that they trust.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tablet } from './support/browser.mjs';
import { Program } from './support/program.mjs';
import { ThinNetwork } from './support/thinnetwork.mjs';
import { answer, leaveThanks, main, record, shown, stored, toWords, until } from './support/walk.mjs';

async function secureRoom(t) {
  const program = new Program({ isSecure: true });
  t.after(() => program.remove());
  await program.start().then(() => program.signIn());
  const network = await new ThinNetwork(program.port, { isSecure: true }).start();
  const tablet = new Tablet({ isKept: true, args: program.trust });
  t.after(async () => {
    await tablet.remove();
    await network.stop();
  });
  const { code } = await program.addDevice();
  const page = await tablet.open(`${network.address}/tablet/#pair=${code}`);
  await shown(page, 'languages');
  return { program, network, tablet, page };
}

const isKept = page => page.evaluate(async () =>
  (await navigator.serviceWorker.ready).active?.state === 'activated' && (await caches.keys()).length === 1);

test('over HTTPS a voice arrives, the page works with the desk away, and what waited leaves with the network', async t => {
  const { program, network, tablet, page } = await secureRoom(t);
  const rows = async () => (await program.call('GET', '/api/feedback?limit=100')).filter(row => row.submission_method === 'tablet');
  assert.equal(await page.evaluate(() => isSecureContext && location.protocol), 'https:');
  await until(() => isKept(page), 'kept for offline');
  await toWords(page);
  await record(page, 1500);
  await main(page);
  await shown(page, 'thanks');
  const [{ audio }] = await stored(page, 'entries');
  await leaveThanks(page);
  await until(async () => (await stored(page, 'entries')).length === 0, 'arrived', 40_000);
  const [row] = await rows();
  assert.equal((await program.call('GET', `/api/feedback/${row.id}/audio`)).length, audio.size);

  network.cut();
  await tablet.close();
  const later = await tablet.open(`${network.address}/tablet/`);
  await shown(later, 'languages');
  await answer(later, { words: 'sans réseau' });
  network.mend();
  await later.evaluate(() => dispatchEvent(new Event('online')));
  await until(async () => (await rows()).some(({ comments }) => comments === 'sans réseau'), 'it left', 40_000);
  assert.equal((await rows()).length, 2);
  assert.deepEqual(tablet.problems, []);
});

// Background Sync is for secure pages only. The browser decides when: here the test says so.
test('the service worker sends what waits with the page closed', async t => {
  const { program, network, tablet, page } = await secureRoom(t);
  await tablet.context.grantPermissions(['background-sync']); // as every tablet's Chrome does by itself
  await until(() => isKept(page), 'kept for offline');
  await page.reload();
  await shown(page, 'languages');
  network.cut();
  await answer(page, { words: 'page fermée' });
  await until(() => page.evaluate(async () => (await (await navigator.serviceWorker.ready).sync.getTags()).includes('accueil-queue')), 'asked for');
  const blank = await tablet.context.newPage();
  const session = await tablet.context.newCDPSession(blank);
  const found = new Promise(done => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && done(registrations[0])));
  await session.send('ServiceWorker.enable');
  const { registrationId } = await found;
  await page.close();
  network.mend();
  await session.send('ServiceWorker.dispatchSyncEvent', { origin: network.address, registrationId, tag: 'accueil-queue', lastChance: false });
  await until(async () => (await program.call('GET', '/api/feedback?limit=100')).some(({ comments }) => comments === 'page fermée'), 'it left', 40_000);
});
