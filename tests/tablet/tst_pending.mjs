// What is answered after whoever asked has gone: a microphone, a camera, a PIN, a pairing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, code, leaveThanks, main, openStaff, paired, pin, pinDigits, press, record, room, shown, stored, toWords, until } from './support/walk.mjs';

const quick = { idle: { ask_seconds: 1, wipe_seconds: 2 } };

// From here on a microphone or camera wakes up when the test calls allow() or refuse(), as somebody who thinks about a question
// does. The tracks of all that were ever on are kept.
const ask = page => page.evaluate(() => {
  const { getUserMedia } = MediaDevices.prototype;
  Object.assign(globalThis, { tracks: [], asked: 0, allow: null, refuse: null });
  MediaDevices.prototype.getUserMedia = async function (wishes) {
    ++globalThis.asked;
    await new Promise((resolve, reject) => {
      globalThis.allow = resolve;
      globalThis.refuse = () => reject(new DOMException('', 'NotAllowedError'));
    });
    const stream = await getUserMedia.call(this, wishes);
    globalThis.tracks.push(...stream.getTracks());
    return stream;
  };
});
const isAsked = (page, times = 1) => page.waitForFunction(count => globalThis.asked === count, times);
const liveTracks = page => page.evaluate(() => globalThis.tracks.filter(track => track.readyState === 'live').length);

async function allowed(page) {
  await page.evaluate(() => globalThis.allow());
  await page.waitForFunction(() => globalThis.tracks.length > 0);
  await page.waitForTimeout(700);
}

test('a microphone that is allowed after its person went on stays off', async t => {
  const { desk, tablet, page } = await paired(t);
  await toWords(page);
  await ask(page);
  await page.click('.round');
  await isAsked(page);
  await press(page, 'Passer');
  await shown(page, 'thanks');
  await allowed(page);
  assert.equal(await liveTracks(page), 0);
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived');
  assert.equal([...desk.rows.values()][0].promised, null);
  assert.deepEqual(tablet.problems, []);
});

test('a microphone that is allowed after the page was wiped records nobody, least of all the next person', async t => {
  const { tablet, page } = await paired(t, quick);
  await toWords(page);
  await ask(page);
  await page.click('.round');
  await isAsked(page);
  await shown(page, 'languages');
  await toWords(page);
  await allowed(page);
  assert.equal(await liveTracks(page), 0);
  assert.equal(await page.locator('.round.is-recording').count(), 0);
  assert.deepEqual(tablet.problems, []);
});

test('a microphone that is refused after its person went on is no news for the next one', async t => {
  const { tablet, page } = await paired(t, quick);
  await toWords(page);
  await ask(page);
  await page.click('.round');
  await isAsked(page);
  await shown(page, 'languages');
  await page.evaluate(() => globalThis.refuse());
  await page.waitForTimeout(500);
  assert.equal(await page.textContent('#announcer'), '');
  await shown(page, 'languages');
  assert.deepEqual(tablet.problems, []);
});

test('taps while the microphone is asked for ask once, and the voice is recorded once', async t => {
  const { page } = await paired(t);
  await toWords(page);
  await ask(page);
  for (let tap = 0; tap < 3; ++tap) await page.click('.round');
  await isAsked(page);
  await allowed(page);
  await page.waitForSelector('.round.is-recording');
  assert.equal(await page.evaluate(() => globalThis.asked), 1);
  await page.click('.round');
  await page.waitForSelector('.round:not(.is-recording)');
  assert.equal(await liveTracks(page), 0);
});

test('a microphone that cannot be recorded goes off again, and the person may write', async t => {
  const { page } = await paired(t);
  await toWords(page);
  await ask(page);
  await page.evaluate(() => {
    globalThis.MediaRecorder.prototype.start = () => {
      throw new DOMException('', 'NotSupportedError');
    };
  });
  await page.click('.round');
  await isAsked(page);
  await allowed(page);
  await page.waitForSelector('textarea');
  assert.equal(await liveTracks(page), 0);
});

test('the take ends when the tablet’s screen goes dark, and is kept', async t => {
  const { page } = await paired(t);
  await toWords(page);
  await page.click('.round');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(1200);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForSelector('.round:not(.is-recording)');
  await page.waitForSelector('button:has-text("Réécouter"):enabled');
});

test('a loudspeaker that was taken away leaves nobody’s answer on the page', async t => {
  const { page } = await paired(t, quick);
  await toWords(page);
  await record(page, 1500);
  await page.evaluate(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = async function () {
      await play.call(this);
      this.pause(); // as a call does that comes in
    };
  });
  await press(page, 'Réécouter');
  await page.waitForSelector('button:has-text("Réécouter")');
  await shown(page, 'languages');
});

async function atTheRound(t) {
  const { tablet, page } = await paired(t, { pin });
  await openStaff(page);
  await page.locator('.action').first().click();
  await shown(page, 'round');
  await ask(page);
  return { tablet, page };
}

test('a second tap while the camera wakes up is a no, and leaves no camera on', async t => {
  const { tablet, page } = await atTheRound(t);
  await press(page, 'Scanner');
  await isAsked(page);
  await press(page, 'Scanner');
  await allowed(page);
  assert.equal(await liveTracks(page), 0);
  assert.equal(await page.isVisible('.camera'), false);
  await press(page, 'Scanner');
  await isAsked(page, 2);
  await page.evaluate(() => globalThis.allow());
  await page.waitForFunction(() => document.querySelector('.camera').videoWidth > 0);
  assert.equal(await liveTracks(page), 1);
  await press(page, 'Retour');
  await shown(page, 'staff');
  assert.equal(await liveTracks(page), 0);
  assert.deepEqual(tablet.problems, []);
});

test('a camera whose picture cannot be shown goes off again', async t => {
  const { page } = await atTheRound(t);
  await page.evaluate(() => {
    HTMLVideoElement.prototype.play = () => Promise.reject(new DOMException('', 'NotSupportedError'));
  });
  await press(page, 'Scanner');
  await isAsked(page);
  await allowed(page);
  await page.waitForSelector('.problem:has-text("Pas d’appareil photo")');
  assert.equal(await liveTracks(page), 0);
});

test('a PIN that turns out right after the staff turned away opens nothing', async t => {
  const { page } = await paired(t, { pin });
  await page.evaluate(() => {
    globalThis.derived = 0;
    const { deriveBits } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.deriveBits = async function (...rest) {
      await new Promise(done => setTimeout(done, 1500));
      const bits = await deriveBits.apply(this, rest);
      ++globalThis.derived;
      return bits;
    };
  });
  await page.locator('.logo').focus();
  await page.keyboard.press('Enter');
  await shown(page, 'pin');
  await page.keyboard.type(pinDigits);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await shown(page, 'languages');
  await page.waitForFunction(() => globalThis.derived === 1);
  await page.waitForTimeout(500);
  assert.equal(await page.isVisible('.screen-languages'), true);
});

// Holds the desk's answers to a path back until they are let go.
function holdBack(desk, path) {
  const { answer } = desk;
  const held = [];
  desk.answer = async (request, response) => {
    if (request.url.endsWith(path)) await new Promise(letGo => held.push(letGo));
    return answer.call(desk, request, response);
  };
  return {
    held,
    letGo: () => {
      desk.answer = answer;
      held.forEach(each => each());
    },
  };
}

test('a pairing that is answered late interrupts nobody', async t => {
  const { desk, page } = await paired(t, { pin });
  await openStaff(page);
  await press(page, 'Relier de nouveau');
  await shown(page, 'pairing');
  desk.codes.add('23456789');
  const answers = holdBack(desk, '/api/tablet/pair');
  await page.fill('#code', '23456789');
  await page.keyboard.press('Enter');
  await until(() => answers.held.length === 1, 'asked');
  await press(page, 'Retour');
  await choose(page);
  await page.keyboard.press('2');
  answers.letGo();
  await until(() => desk.tokens.size === 2, 'paired');
  await page.waitForTimeout(1000);
  assert.equal(await page.isChecked('input[value="2"]'), true);
});

test('a refusal that was on its way while the tablet was paired again takes nothing from it', async t => {
  const { desk, page } = await paired(t, { pin });
  await page.waitForTimeout(1000); // what is sent at first has arrived
  desk.tokens.clear();
  const refusals = holdBack(desk, '/api/sync');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(() => refusals.held.length === 1, 'asked with the old token');
  await openStaff(page);
  await press(page, 'Relier de nouveau');
  await shown(page, 'pairing');
  desk.codes.add('23456789');
  await page.fill('#code', '23456789');
  await page.keyboard.press('Enter');
  await shown(page, 'languages');
  refusals.letGo();
  await toWords(page);
  await main(page);
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived with the new token');
  assert.equal(await page.isVisible('.screen-languages'), true);
});

test('a tablet without its later screens says so, and a touch asks for them again', async t => {
  const { desk, tablet } = await room(t);
  desk.spoil = ({ path }) => (path.endsWith('/later.js') ? 'drop' : null);
  const page = await tablet.open(`${desk.address}/tablet/#pair=${code}`);
  await shown(page, 'languages');
  await page.click('.tile-button:has-text("Français")');
  await page.waitForSelector('.chip:has-text("Sans réseau")');
  desk.spoil = () => null;
  await choose(page);
  assert.deepEqual(tablet.problems, []);
});

test('a language that is chosen while the next screen is fetched stays chosen, whatever comes from the desk', async t => {
  const { desk, tablet } = await room(t);
  const files = holdBack(desk, '/later.js');
  const page = await tablet.open();
  await page.clock.install();
  await page.goto(`${desk.address}/tablet/#pair=${code}`);
  await page.waitForSelector('.screen-languages:not(.settling)');
  await page.click('.tile-button:has-text("English")');
  desk.configuration = { ...desk.configuration, hospital: { name: 'Hôpital Laquintinie' } };
  await page.clock.fastForward(301_000); // when the page looks for a new configuration
  await page.waitForSelector('.brand-place:has-text("Laquintinie")');
  files.letGo();
  await page.waitForSelector('.screen-faces h1:has-text("How was your visit?")');
});
