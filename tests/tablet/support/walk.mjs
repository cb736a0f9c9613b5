// A person at the tablet: the ways through the page that the tests share.
import { pbkdf2Sync } from 'node:crypto';
import { Desk, sampleConfiguration } from './desk.mjs';
import { Tablet } from './browser.mjs';

export const code = '7K4Q2MXD';
export const pinDigits = '2468';
const salt = Buffer.from('0123456789abcdef');
export const pin = { salt: salt.toString('base64'), iterations: 1000, hash: pbkdf2Sync(pinDigits, salt, 1000, 32, 'sha256').toString('base64') };

export const folder = process.env.ACCUEIL_TABLET_PAGE;

export const startDesk = (configuration = {}) => new Desk(folder, { ...sampleConfiguration, ...configuration }).start();

// A desk and a tablet that end with the test.
export async function room(test, configuration = {}, kind = {}) {
  const desk = await startDesk(configuration);
  const tablet = new Tablet(kind);
  test.after(async () => {
    await tablet.remove();
    await desk.stop().catch(() => {}); // stopped already where the test took the network away
  });
  return { desk, tablet };
}

export async function paired(test, configuration = {}, options = {}, kind = {}) {
  const { desk, tablet } = await room(test, configuration, kind);
  const page = await tablet.open(`${desk.address}/tablet/#pair=${code}`, options);
  await shown(page, 'languages');
  return { desk, tablet, page };
}

export const shown = (page, name) => page.waitForSelector(`.screen-${name}`, { timeout: 15_000 });
export const main = page => page.click('.footer .main');

// The thanks screen leaves by itself after eight seconds, which a busy machine may need for the click.
export async function leaveThanks(page) {
  await page.click('.screen-thanks .footer .main', { timeout: 8_000 }).catch(() => {});
  await page.waitForSelector('.screen-thanks', { state: 'detached' });
}

export const press = (page, words) => page.click(`button:has-text("${words}")`);

export async function choose(page, language = 'Français') {
  await page.click(`.tile-button:has-text("${language}")`);
  await shown(page, 'faces');
}

export async function toWords(page, { language, face = '4' } = {}) {
  await choose(page, language);
  await page.keyboard.press(face);
  await main(page);
  await shown(page, 'stars');
  await main(page);
  await shown(page, 'words');
}

export async function record(page, milliseconds = 1500) {
  await page.click('.round');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(milliseconds);
  await page.click('.round');
  await page.waitForSelector('.round:not(.is-recording)');
}

export async function write(page, words) {
  await page.locator('.footer .button').first().click();
  await page.fill('textarea', words);
}

// A whole answer up to the thanks screen, and past it unless it is to stay.
export async function answer(page, { words = '', voice = 0, stay = false, ...rest } = {}) {
  await toWords(page, rest);
  if (voice > 0) await record(page, voice);
  if (words) await write(page, words);
  await main(page);
  await shown(page, 'thanks');
  if (stay) return;
  await leaveThanks(page);
  await shown(page, 'languages');
}

export async function openStaff(page) {
  await page.locator('.logo').focus();
  await page.keyboard.press('Enter');
  await shown(page, 'pin');
  await page.keyboard.type(pinDigits);
  await page.keyboard.press('Enter');
  await shown(page, 'staff');
}

export async function until(check, what, milliseconds = 20_000) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await check()) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`not within ${milliseconds} ms: ${what}`);
}

// What the tablet keeps in its database.
export const stored = (page, store) => page.evaluate(name => new Promise((resolve, reject) => {
  const opening = indexedDB.open('accueil-tablet');
  opening.onsuccess = () => {
    const all = opening.result.transaction(name).objectStore(name).getAll();
    all.onsuccess = () => {
      opening.result.close();
      resolve(all.result.map(each => (each.bytes ? { ...each, bytes: each.bytes.byteLength } : each)));
    };
  };
  opening.onerror = () => reject(opening.error);
}), store);
