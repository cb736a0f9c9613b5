// Nothing of one person is there for the next: not after a pause, not by going back, not behind the PIN, not in the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, leaveThanks, main, openStaff, paired, pin, pinDigits, press, record, shown, stored, toWords, until, write } from './support/walk.mjs';

const quick = { idle: { ask_seconds: 2, wipe_seconds: 4 } };

test('the page asks whether somebody is there, and wipes all of it when nobody is', async t => {
  const { desk, page } = await paired(t, quick);
  await toWords(page, { face: '1' });
  await record(page, 1000);
  await write(page, 'secret de la chambre 12');
  await page.waitForSelector('dialog:has-text("Êtes-vous encore là")');
  const first = await page.textContent('.dialog-words');
  await until(async () => (await page.textContent('.dialog-words')) !== first, 'the seconds count down');
  await shown(page, 'languages');
  assert.equal(await page.locator('dialog').count(), 0);
  assert.doesNotMatch(await page.content(), /secret/);
  assert.deepEqual(await stored(page, 'entries'), []);
  assert.deepEqual(await stored(page, 'recordings'), []);
  await page.goBack().catch(() => {});
  await shown(page, 'languages');
  await choose(page);
  assert.equal(await page.locator('input:checked').count(), 0);
  await main(page);
  await main(page);
  await write(page, '');
  assert.equal(await page.inputValue('textarea'), '');
  assert.equal(desk.rows.size, 0);
});

test('a touch answers the question, and nothing is lost', async t => {
  const { page } = await paired(t, quick);
  await choose(page);
  await page.keyboard.press('3');
  await page.waitForSelector('dialog');
  await press(page, 'Continuer');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.equal(await page.isChecked('input[value="3"]'), true);
});

test('who speaks is there', async t => {
  const { page } = await paired(t, quick);
  await toWords(page, {});
  await page.click('.round');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(5000);
  assert.equal(await page.locator('.round.is-recording').count(), 1);
  assert.equal(await page.locator('dialog').count(), 0);
});

test('time that the tablet slept counts', async t => {
  const { page } = await paired(t, { idle: { ask_seconds: 600, wipe_seconds: 900 } });
  await choose(page);
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await shown(page, 'languages');
});

test('back goes one question back, and from the first to the languages, never to another person', async t => {
  const { page } = await paired(t);
  await toWords(page, { face: '2' });
  for (const name of ['stars', 'faces', 'languages', 'languages']) {
    await page.evaluate(() => history.back());
    await shown(page, name);
    await page.waitForTimeout(150);
  }
  await choose(page);
  assert.equal(await page.locator('input:checked').count(), 0);
});

test('no field lets the browser remember what was typed', async t => {
  const { page } = await paired(t, { pin });
  const open = async () => page.locator('input:not([type=radio]):not([type=checkbox]), textarea').evaluateAll(all => all
    .filter(each => each.autocomplete !== 'off' || each.spellcheck).map(each => each.outerHTML));
  await toWords(page, {});
  await write(page, 'mots');
  assert.deepEqual(await open(), []);
  await page.click('label.name-card');
  await main(page);
  await shown(page, 'callback');
  assert.deepEqual(await open(), []);
  assert.equal(await page.getAttribute('.number-field', 'inputmode'), 'none');
  await page.reload();
  await openStaff(page);
  await page.locator('.action').first().click();
  await shown(page, 'round');
  assert.deepEqual(await open(), []);
});

test('wrong PINs make the next try wait, also after a reload, and the right one opens without network', async t => {
  const { desk, page } = await paired(t, { pin });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(() => page.evaluate(() => caches.keys().then(keys => keys.length === 1)), 'kept for offline');
  await desk.stop();
  const open = async () => {
    await page.locator('.logo').focus();
    await page.keyboard.press('Enter');
    await shown(page, 'pin');
  };
  const enter = async digits => {
    await page.keyboard.type(digits);
    await page.keyboard.press('Enter');
  };
  await open();
  for (const [digits, words] of [['1111', 'pas le bon code'], ['2222', 'pas le bon code'], ['3333', 'Attendez 5 s']]) {
    await enter(digits);
    await page.waitForSelector(`.problem:has-text("${words}")`);
  }
  await page.reload();
  await shown(page, 'languages');
  await open();
  await page.waitForSelector('.problem:has-text("Attendez")');
  await enter(pinDigits); // too early
  await page.waitForSelector('.problem:has-text("Attendez")'); // which typing had taken away
  assert.equal(await page.isVisible('.screen-pin'), true);
  await page.waitForSelector('.problem:has-text("Attendez")', { state: 'detached', timeout: 10_000 });
  await enter(pinDigits);
  await shown(page, 'staff');
});

test('without a PIN nobody comes in', async t => {
  const { page } = await paired(t);
  await page.locator('.logo').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.screen-pin [lang=fr]:has-text("n’a pas encore réglé de code")');
  assert.match(await page.textContent('.screen-pin p[lang=fr].second'), /«\u00a0Questions et voix\u00a0»/);
  assert.match(await page.textContent('.screen-pin p[lang=en].second'), /has set no staff code yet.*“Questions and voices”/);
  assert.equal(await page.locator('.keypad').count(), 0);
  await page.keyboard.press('Enter');
  assert.equal(await page.isVisible('.screen-pin'), true);
});

test('a round: the patient answers under the number, the nurse gets the tablet back, the list ends', async t => {
  const { desk, page } = await paired(t, { pin });
  await openStaff(page);
  await page.locator('.action').first().click();
  await shown(page, 'round');
  await page.fill('#patient', '<b>');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.problem:has-text("pas un numéro")');
  for (const patient of ['p000123', 'P000987']) {
    await page.fill('#patient', patient);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`.round-number:text-is("${patient.toUpperCase()}")`);
  }
  await page.locator('.round-row').first().getByRole('button', { name: /Donner la tablette/ }).click();
  await page.waitForSelector('.promise:has-text("P000123")');
  await choose(page);
  await page.evaluate(() => history.back()); // a change of mind about the language
  await page.waitForSelector('.promise:has-text("P000123")');
  await toWords(page, { face: '5' });
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await page.waitForSelector('.screen-pin:has-text("Rendez la tablette")');
  assert.doesNotMatch(await page.content(), /P000987/);
  await until(() => desk.rows.size === 1, 'arrived');
  assert.equal([...desk.rows.values()][0].item.patient_id, 'P000123');
  await page.keyboard.type(pinDigits);
  await page.keyboard.press('Enter');
  await shown(page, 'round');
  assert.match(await page.locator('.round-row').first().textContent(), /Interrogé/);
  assert.match(await page.locator('.round-row').nth(1).textContent(), /Pas encore/);
  await press(page, 'Finir le tour');
  await press(page, 'Effacer la liste');
  await shown(page, 'staff');
  await page.locator('.action').first().click();
  await page.waitForSelector('.round-list:has-text("Ajoutez le premier patient")');
});

test('a round is forgotten by itself after twelve hours', async t => {
  const { page } = await paired(t, { pin });
  await openStaff(page);
  await page.locator('.action').first().click();
  await page.fill('#patient', 'P000123');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.round-row');
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 12 * 3_600_000 + 1000;
  });
  await page.reload();
  await shown(page, 'languages');
  assert.doesNotMatch(JSON.stringify(await stored(page, 'settings')), /P000123/);
});
