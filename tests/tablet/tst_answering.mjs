// What one person can do at the tablet, and what the desk then has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHash } from 'node:crypto';
import { tone } from './support/tone.mjs';
import { answer, choose, code, leaveThanks, main, paired, press, record, room, shown, stored, toWords, until, write } from './support/walk.mjs';

const onlyRow = desk => {
  assert.equal(desk.rows.size, 1);
  return [...desk.rows.values()][0];
};

test('a code that is typed pairs the tablet, a wrong one is said to be wrong', async t => {
  const { desk, tablet } = await room(t);
  const page = await tablet.open(`${desk.address}/tablet/`);
  await shown(page, 'pairing');
  await page.fill('#code', 'abc');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.problem:has-text("8 signes")');
  await page.fill('#code', 'ZZZZZZZZ');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.problem:has-text("pas valable")');
  await page.fill('#code', '7k4q 2mxd');
  await page.keyboard.press('Enter');
  await shown(page, 'languages');
  assert.match(await page.textContent('.brand-place'), /Maternité/);
});

test('the code of an address is used and taken out of it', async t => {
  const { desk, page } = await paired(t);
  assert.equal(page.url(), `${desk.address}/tablet/`);
  assert.equal(desk.codes.has(code), false);
});

test('faces, stars, voice and words arrive as they were given', async t => {
  const { desk, tablet, page } = await paired(t, { questions: ['treatment_satisfaction', 'communication_rating', 'recommendation_likelihood'] });
  await choose(page, 'English');
  assert.equal(await page.textContent('h1'), 'How was your visit?');
  await page.click('.face:has-text("Very good")');
  await main(page);
  await page.locator('fieldset').nth(0).locator('.choice').nth(1).click();
  await page.locator('fieldset').nth(1).locator('.choice').nth(4).click();
  await page.locator('fieldset').nth(1).locator('.choice').nth(4).click(); // taken back
  await page.locator('fieldset').nth(2).locator('.choice').nth(10).click();
  await main(page);
  await record(page);
  await write(page, 'The nurses were kind.');
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => [...desk.rows.values()][0]?.isComplete, 'the recording arrived');
  const { item, audio, promised } = onlyRow(desk);
  const { client_id, submitted_at, ...rest } = item;
  assert.match(client_id, /^[0-9a-f-]{36}$/);
  assert.ok(Math.abs(Date.parse(submitted_at) - Date.now()) < 60_000);
  assert.deepEqual(rest, { language: 'en', emoji_rating: 5, treatment_satisfaction: 2, recommendation_likelihood: 10, comments: 'The nurses were kind.' });
  assert.equal(promised.media_type, 'audio/webm');
  assert.equal(createHash('sha256').update(audio).digest('hex'), promised.sha256);
  await until(async () => (await stored(page, 'recordings')).length === 0, 'the recording is gone from the tablet');
  assert.deepEqual(tablet.problems, []);
});

test('nothing is compulsory, and nothing at all is not sent', async t => {
  const { desk, page } = await paired(t);
  await choose(page);
  for (const name of ['stars', 'words', 'languages']) {
    await press(page, 'Passer');
    await shown(page, name);
  }
  assert.deepEqual(await stored(page, 'entries'), []);
  await choose(page, 'Ewondo');
  await page.keyboard.press('2');
  for (const name of ['stars', 'words', 'thanks']) {
    await (name === 'stars' ? main(page) : press(page, 'Passer'));
    await shown(page, name);
  }
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'the face arrived');
  assert.equal(onlyRow(desk).item.emoji_rating, 2);
  assert.equal(onlyRow(desk).item.language, 'ewo');
});

test('letters and tones of the palette are put where the caret is', async t => {
  const { desk, page } = await paired(t);
  await toWords(page, { language: 'Duálá' });
  await write(page, 'a e');
  await page.locator('textarea').evaluate(field => field.setSelectionRange(1, 1));
  const key = name => page.click(`.palette button:text-is("${name}")`);
  await page.click('.palette button[aria-label="ton haut"]');
  await page.click('.palette button[aria-label="ton descendant"]'); // in place of the high one
  await key('ŋ');
  await page.click('.key-capitals');
  await key('Ɛ');
  await page.click('.palette button[aria-label="ton bas"]');
  assert.equal(await page.inputValue('textarea'), 'âŋƐ̀ e');
  await page.locator('textarea').evaluate(field => field.setSelectionRange(0, 0));
  await page.click('.palette button[aria-label="ton montant"]'); // no letter to stand on
  assert.equal(await page.inputValue('textarea'), 'âŋƐ̀ e');
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived');
  assert.equal(onlyRow(desk).item.comments, 'âŋƐ̀ e'.normalize('NFC'));
});

test('who wants to be called gives a number, in its international form', async t => {
  const { desk, page } = await paired(t);
  await toWords(page);
  await write(page, 'Appelez-moi');
  await page.click('label.name-card');
  await main(page);
  await shown(page, 'callback');
  for (const digit of '69912') await page.click(`.keypad button:text-is("${digit}")`);
  await main(page);
  await page.waitForSelector('.problem:has-text("9 chiffres")');
  await page.click('.keypad [aria-label="Effacer un chiffre"]');
  for (const digit of '23456') await page.click(`.keypad button:text-is("${digit}")`);
  assert.equal(await page.inputValue('.number-field'), '6 99 12 34 56');
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived');
  const { item } = onlyRow(desk);
  assert.equal(item.phone_number, '+237699123456');
  assert.equal(item.callback_requested, true);
});

test('a correction after the thanks replaces the answer under its number', async t => {
  const { desk, page } = await paired(t);
  await answer(page, { face: '1', words: 'mal', voice: 800, stay: true });
  assert.equal(desk.rows.size, 0);
  const [first] = await stored(page, 'entries');
  assert.equal(first.state, 'held');
  await press(page, 'Corriger');
  await shown(page, 'faces');
  assert.equal(await page.isChecked('input[value="1"]'), true);
  await page.keyboard.press('5');
  await main(page);
  await main(page);
  await shown(page, 'words');
  await press(page, 'Effacer');
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived');
  const { item, promised } = onlyRow(desk);
  assert.equal(item.client_id, first.client_id);
  assert.equal(item.emoji_rating, 5);
  assert.equal(item.comments, 'mal');
  assert.equal(promised, null);
});

test('the thanks screen ends by itself after eight seconds, and the answer leaves', async t => {
  const { desk, page } = await paired(t);
  await answer(page, { stay: true });
  await page.waitForTimeout(5000);
  assert.equal(desk.rows.size, 0);
  await shown(page, 'languages');
  await until(() => desk.rows.size === 1, 'arrived');
});

test('a take can be heard again, erased, and had back for five seconds', async t => {
  const { page } = await paired(t);
  await toWords(page);
  await record(page, 1200);
  await press(page, 'Réécouter');
  await page.waitForSelector('button:has-text("Pause")');
  await page.waitForSelector('button:has-text("Réécouter"):enabled');
  await press(page, 'Effacer');
  await page.waitForSelector('button:has-text("Annuler (5)")');
  await press(page, 'Annuler');
  assert.equal(await page.isEnabled('button:has-text("Réécouter")'), true);
  await press(page, 'Effacer');
  await page.waitForSelector('button:has-text("Effacer"):disabled', { timeout: 8000 });
  assert.equal(await page.isEnabled('button:has-text("Réécouter")'), false);
});

test('without a microphone one writes, and is told why', async t => {
  const { page } = await paired(t, {}, { permissions: [] });
  await page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'))));
  await toWords(page);
  await page.click('.round');
  await page.waitForSelector('.writing:has-text("Aucun micro. Vous pouvez écrire.")');
  await page.fill('textarea', 'sans voix');
});

test('the hospital’s words are shown where it entered some, French with its mark elsewhere', async t => {
  const { page } = await paired(t, { texts: { bas: { 'face.5': 'Texte de l’hôpital' }, fr: { 'faces.question': 'Alors, cette visite ?' } } });
  await choose(page, 'Ɓàsàa');
  assert.match(await page.textContent('h1'), /^Alors, cette visite \? \(français\)$/);
  assert.equal(await page.getAttribute('h1', 'lang'), 'fr');
  const face = page.locator('.face-words').first();
  assert.equal(await face.textContent(), 'Texte de l’hôpital');
  assert.equal(await face.getAttribute('lang'), 'bas');
});

test('the hospital’s recording is played where it made one', async t => {
  const sha256 = 'ab'.repeat(32);
  const { desk, tablet } = await room(t, { prompts: [{ key: 'language.name', language: 'dua', media_type: 'audio/wav', size: tone().length, sha256 }] });
  desk.prompts.set(sha256, tone());
  const page = await tablet.open();
  await page.addInitScript(() => {
    globalThis.played = 0;
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = async function () {
      await play.call(this);
      ++globalThis.played;
    };
  });
  await page.goto(`${desk.address}/tablet/#pair=${code}`);
  await shown(page, 'languages');
  await until(async () => (await stored(page, 'prompts')).length === 1, 'the recording came');
  const speaker = page.locator('.language-tile').nth(2).locator('.speaker');
  assert.equal(await speaker.getAttribute('aria-label'), 'Écouter\u00a0: Duálá');
  assert.match(await page.locator('.language-tile').nth(3).locator('.speaker').getAttribute('aria-label'), /Pas de son/);
  await speaker.click();
  await until(() => page.evaluate(() => globalThis.played === 1), 'played');
});

test('where the connection is not protected the page says so, and where help is', async t => {
  const { desk, tablet } = await room(t, {}, { args: ['--host-resolver-rules=MAP desk.hospital.test 127.0.0.1'] });
  const address = `http://desk.hospital.test:${desk.port}/`;
  const page = await tablet.open(`${address}tablet/`);
  await page.waitForSelector('.screen-trouble h1:has-text("pas protégée")');
  assert.equal(await page.locator('a').first().getAttribute('href'), address);
  assert.equal(await page.locator('input').count(), 0);
});
