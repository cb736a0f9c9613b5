// Every screen of the page in turn, for what has to be true of all of them.
import { choose, main, openStaff, press, record, shown, write } from './walk.mjs';

export const everyQuestion = ['treatment_satisfaction', 'communication_rating', 'facility_rating', 'overall_experience', 'recommendation_likelihood'];

// Calls look(name) on each; the tablet is paired and shows the languages.
export async function walkAll(page, language, look) {
  const isFrench = language !== 'English';
  await look('languages');
  await choose(page, language);
  await page.keyboard.press('4');
  await look('faces');
  await main(page);
  await shown(page, 'stars');
  await page.locator('fieldset').first().locator('.choice').nth(3).click();
  await look('stars');
  await main(page);
  await shown(page, 'words');
  await look('voice');
  await page.click('.round');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(600);
  await look('recording');
  await page.click('.round');
  await page.waitForSelector('.round:not(.is-recording)');
  await look('recorded');
  await write(page, 'ɓɛn');
  await page.click('label.name-card');
  await look('writing');
  await main(page);
  await shown(page, 'callback');
  await main(page);
  await page.waitForSelector('.problem:visible');
  await look('callback');
  for (const digit of '699123456') await page.keyboard.press(digit);
  await main(page);
  await shown(page, 'thanks');
  await look('thanks');
  await main(page);
  await shown(page, 'languages');
  await page.locator('.logo').focus();
  await page.keyboard.press('Enter');
  await shown(page, 'pin');
  await page.keyboard.type('11');
  await look('pin');
  await page.keyboard.press('Escape');
  await shown(page, 'languages');
  await openStaff(page);
  if (!isFrench) await press(page, 'English');
  await look('staff');
  await page.locator('.action').nth(4).click();
  await shown(page, 'pairing');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.problem:visible');
  await look('pairing');
  await page.keyboard.press('Escape');
  await shown(page, 'languages');
  await openStaff(page);
  await page.locator('.action').first().click();
  await shown(page, 'round');
  for (const patient of ['P000123', 'P000987']) {
    await page.fill('#patient', patient);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`.round-number:text-is("${patient}")`);
  }
  await look('round');
}
