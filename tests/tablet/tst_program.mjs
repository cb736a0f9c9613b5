// The page with the program itself: what a person says at the tablet is a row in the hospital's database, once.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Tablet } from './support/browser.mjs';
import { Program } from './support/program.mjs';
import { ThinNetwork } from './support/thinnetwork.mjs';
import { tone } from './support/tone.mjs';
import { answer, choose, leaveThanks, main, record, shown, stored, toWords, until, write } from './support/walk.mjs';

const program = new Program();
before(() => program.start().then(() => program.signIn()));
after(() => program.remove());

const hash = bytes => createHash('sha256').update(bytes).digest('hex');
const rows = async () => (await program.call('GET', '/api/feedback?limit=100')).filter(row => row.submission_method === 'tablet');
const isEmpty = page => async () => (await stored(page, 'entries')).length === 0;

// A tablet that a new code of the desk paired, on a network that can be cut.
async function paired(t, kind) {
  const network = await new ThinNetwork(program.port).start();
  const tablet = new Tablet(kind);
  t.after(async () => {
    await tablet.remove();
    await network.stop();
  });
  const device = await program.addDevice();
  const page = await tablet.open(`${network.address}/tablet/#pair=${device.code}`);
  await shown(page, 'languages');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(() => page.evaluate(() => caches.keys().then(keys => keys.length === 1)), 'kept for offline');
  return { network, tablet, page, device };
}

test('faces, stars, voice and words are one row, and the recording is the one that was made', async t => {
  const { page, device } = await paired(t);
  const before = await rows();
  await choose(page, 'Ɓàsàa');
  await page.click('.face >> nth=1');
  await main(page);
  await page.locator('fieldset').nth(0).locator('.choice').nth(4).click();
  await page.locator('fieldset').nth(1).locator('.choice').nth(1).click();
  await main(page);
  await shown(page, 'words');
  await record(page, 3000);
  await write(page, 'Les infirmières étaient gentilles. ŋ ɓ âŋƐ̀');
  await main(page);
  await shown(page, 'thanks');
  const [entry] = await stored(page, 'entries');
  await leaveThanks(page);
  await until(isEmpty(page), 'all of it arrived', 40_000);
  const after = (await rows()).filter(row => !before.some(old => old.id === row.id));
  assert.equal(after.length, 1);
  const [row] = after;
  assert.equal(row.client_id, entry.client_id);
  assert.equal(row.language, 'bas');
  assert.equal(row.emoji_rating, 4);
  assert.equal(row.treatment_satisfaction, 5);
  assert.equal(row.communication_rating, 2);
  assert.equal(row.comments, entry.item.comments);
  assert.equal(row.ward, 'Maternité');
  assert.equal(row.patient_name ?? '', '');
  const audio = await program.call('GET', `/api/feedback/${row.id}/audio`);
  assert.equal(audio.length, entry.audio.size);
  assert.equal(hash(audio), entry.audio.sha256);
  const seen = await program.call('GET', `/api/devices/${device.id}`);
  assert.equal(seen.version, await program.version);
  assert.equal(seen.queue_length, 0);
});

test('offline, reload, the browser killed, the program killed: exactly one row each', async t => {
  const { network, tablet, page } = await paired(t, { isKept: true });
  network.cut();
  await answer(page, { words: 'hors réseau un', voice: 1500 });
  await page.reload();
  await shown(page, 'languages');
  await answer(page, { words: 'hors réseau deux' });
  await toWords(page, {});
  await write(page, 'hors réseau trois');
  await main(page);
  await shown(page, 'thanks');
  await tablet.kill();
  await program.stop('SIGKILL');
  const again = await tablet.open(`${network.address}/tablet/`);
  await shown(again, 'languages');
  await until(async () => (await again.textContent('.chip')) === '3 en attente', 'all three are kept');
  await program.start();
  network.mend();
  await again.evaluate(() => dispatchEvent(new Event('online')));
  await until(isEmpty(again), 'all of it arrived', 60_000);
  const words = (await rows()).map(row => row.comments).filter(each => each?.startsWith('hors réseau')).sort();
  assert.deepEqual(words, ['hors réseau deux', 'hors réseau trois', 'hors réseau un']);
});

test('a network that cuts every other request makes no second row', async t => {
  const { network, page } = await paired(t);
  let turn = 0;
  const timer = setInterval(() => {
    if (++turn % 2) network.cut();
    else network.mend();
  }, 150);
  t.after(() => clearInterval(timer));
  for (const words of ['coupé un', 'coupé deux']) await answer(page, { words, voice: 8000 });
  await until(async () => {
    if (turn > 200) {
      clearInterval(timer);
      network.mend();
    }
    return isEmpty(page)();
  }, 'all of it arrived', 120_000);
  clearInterval(timer);
  network.mend();
  const found = (await rows()).filter(row => row.comments?.startsWith('coupé'));
  assert.deepEqual(found.map(row => row.comments).sort(), ['coupé deux', 'coupé un']);
});

test('a revoked tablet is locked out at once, and its answer arrives with the next pairing', async t => {
  const { page, device } = await paired(t);
  await answer(page, { words: 'avant', stay: true });
  await program.call('POST', `/api/devices/${device.id}/revoke`);
  await leaveThanks(page);
  await shown(page, 'pairing');
  await page.waitForSelector('.banner:has-text("n’est plus reliée")');
  assert.equal((await rows()).some(row => row.comments === 'avant'), false);
  const next = await program.addDevice('Maternité, salle 3');
  await page.fill('#code', next.code);
  await page.keyboard.press('Enter');
  await shown(page, 'languages');
  await until(isEmpty(page), 'arrived');
  assert.equal((await rows()).filter(row => row.comments === 'avant').length, 1);
});

test('the tablet asks, says and opens as the hospital chose', async t => {
  const content = await program.call('GET', '/api/tablet/content');
  await program.call('PUT', '/api/tablet/content', {
    ...content,
    ward_questions: { Maternité: ['facility_rating', 'recommendation_likelihood'] },
    texts: { ...content.texts, bas: { ...content.texts.bas, 'faces.question': 'Texte de l’hôpital' } },
  });
  await program.call('PUT', '/api/tablet/pin', { pin: '7319' });
  await program.call('PUT', '/api/tablet/prompts/language.name.bas/recording', tone(), 'audio/wav');
  const { network, page } = await paired(t);
  await page.waitForSelector('.language-tile:nth-child(4) .speaker[aria-label^="Écouter"]');
  await until(async () => (await stored(page, 'prompts')).length === 1, 'the recording is on the tablet');
  network.cut();
  await page.reload();
  await choose(page, 'Ɓàsàa');
  assert.equal(await page.textContent('h1'), 'Texte de l’hôpital');
  await main(page);
  await shown(page, 'stars');
  assert.deepEqual(await page.locator('legend').allTextContents(), ['Les locaux', 'Nous recommanderiez-vous\u00a0?']);
  for (let step = 0; step < 2; ++step) await page.keyboard.press('Escape');
  await shown(page, 'languages');
  await page.locator('.logo').focus();
  await page.keyboard.press('Enter');
  await shown(page, 'pin');
  await page.keyboard.type('7319');
  await page.keyboard.press('Enter');
  await shown(page, 'staff');
});
