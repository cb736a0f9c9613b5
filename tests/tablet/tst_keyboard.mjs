// Everything without a finger: keys, a switch that has Tab and Enter, and what a screen reader is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paired, pin, shown, until } from './support/walk.mjs';

const focused = page => page.evaluate(() => document.activeElement.tagName);

test('one answers with the keyboard alone', async t => {
  const { desk, page } = await paired(t);
  const key = (...keys) => keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve());
  assert.equal(await focused(page), 'H1');
  await key('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
  await shown(page, 'faces');
  assert.equal(await focused(page), 'H1');
  await key('2', 'ArrowUp', 'Enter'); // the face above is a better one
  await shown(page, 'stars');
  await key('4', 'Tab', 'Tab', '5', 'Enter');
  await shown(page, 'words');
  await key('Escape');
  await shown(page, 'stars');
  assert.equal(await page.isChecked('input[name=treatment_satisfaction][value="4"]'), true);
  await key('Enter');
  await shown(page, 'words');
  await key(' ');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(1200);
  await key(' ');
  await page.waitForSelector('.round:not(.is-recording)');
  await key('Enter');
  await shown(page, 'thanks');
  await key('Escape');
  await shown(page, 'faces');
  await key('5', 'Enter', 'Enter', 'Enter');
  await shown(page, 'thanks');
  await key('Enter');
  await shown(page, 'languages');
  await until(() => [...desk.rows.values()][0]?.isComplete, 'arrived');
  const { item } = [...desk.rows.values()][0];
  assert.equal(item.language, 'en');
  assert.equal(item.emoji_rating, 5);
  assert.equal(item.treatment_satisfaction, 4);
  assert.equal(item.communication_rating, 5);
});

test('a switch with Tab and Enter reaches every control, in the order of the eye', async t => {
  const { page } = await paired(t);
  const visited = [];
  for (let step = 0; step < 10; ++step) {
    await page.keyboard.press('Tab');
    visited.push(await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent));
  }
  // The speakers are crossed out, as this machine has no voice, and still reached.
  assert.deepEqual(visited, ['Français', 'English', 'Duálá', 'Ɓàsàa', 'Ewondo']
    .flatMap(name => [`Pas de son pour\u00a0: ${name}`, name]));
  await page.locator('h1').focus();
  await page.keyboard.press('Shift+Tab');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Accueil\. Pour le personnel/);
});

test('the logo opens the staff’s door after three seconds, no sooner', async t => {
  const { page } = await paired(t, { pin });
  const box = await page.locator('.logo').boundingBox();
  const at = [box.x + 20, box.y + 20];
  await page.mouse.move(...at);
  await page.mouse.down();
  await page.waitForTimeout(1500);
  await page.mouse.up();
  await page.waitForTimeout(2000);
  assert.equal(await page.isVisible('.screen-languages'), true);
  await page.mouse.down();
  await shown(page, 'pin');
  await page.mouse.up();
});

test('a screen reader hears names, states and what changes', async t => {
  const { page } = await paired(t);
  assert.equal(await page.getByRole('status').first().textContent(), 'Tout est envoyé');
  await page.getByRole('button', { name: 'Français', exact: true }).click();
  assert.equal(await page.getByRole('radiogroup', { name: 'Comment s’est passée votre visite' }).count(), 1);
  assert.equal(await page.getByRole('radio').count(), 5);
  assert.equal(await page.getByRole('img', { name: 'Étape 1 sur 3' }).count(), 1);
  await page.waitForSelector('.screen-faces:not(.settling)');
  await page.getByRole('radio', { name: 'Très bien' }).check({ force: true });
  await page.getByRole('button', { name: 'Suivant' }).click();
  assert.equal(await page.getByRole('group', { name: 'Les soins' }).getByRole('radio', { name: '3 sur 5' }).count(), 1);
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('button', { name: 'Commencer à parler' }).click();
  await page.getByRole('button', { name: 'Arrêter' }).waitFor();
  await page.waitForTimeout(1200);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.waitForSelector('.take-note[aria-live]:has-text("C’est enregistré")');
  assert.equal(await page.getByRole('switch', { name: /Rappelez-moi/ }).getAttribute('type'), 'checkbox');
});
