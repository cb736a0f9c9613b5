// What comes twice, too late or not at all: a double tap, a wipe in between, a download that breaks off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tone } from './support/tone.mjs';
import { answer, choose, code, leaveThanks, main, openStaff, paired, pin, press, room, shown, stored, toWords, until } from './support/walk.mjs';

const heldLocks = page => page.evaluate(async () =>
  (await navigator.locks.query()).held.filter(({ name }) => name.startsWith('accueil-held-')).length);

// As after a long sleep: whoever was there has gone.
const leaveAlone = (page, seconds) => page.evaluate(past => {
  const { now } = Date;
  Date.now = () => now() + past * 1000;
  document.dispatchEvent(new Event('visibilitychange'));
}, seconds);

test('a second tap on the way on while the voice is gathered loses nothing of it', async t => {
  const { desk, page } = await paired(t);
  await toWords(page);
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise(done => setTimeout(done, 2000));
      return arrayBuffer.call(this);
    };
  });
  await page.click('.round');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(1200);
  await page.evaluate(async () => {
    const button = document.querySelector('.footer .main');
    button.click();
    await new Promise(done => setTimeout(done, 1000));
    button.click();
  });
  await shown(page, 'thanks');
  const [entry] = await stored(page, 'entries');
  assert.ok(entry.audio?.size > 0, 'the voice is stored');
  await leaveThanks(page);
  await until(() => [...desk.rows.values()][0]?.isComplete && [...desk.rows.values()][0].promised, 'the voice arrived');
  assert.equal(desk.rows.size, 1);
});

test('a double tap on the way on stores once, and nothing of it comes over the next person', async t => {
  const { desk, tablet, page } = await paired(t);
  await toWords(page);
  await page.evaluate(() => {
    const button = document.querySelector('.footer .main');
    button.click();
    button.click();
  });
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived');
  await page.waitForTimeout(1500);
  await shown(page, 'languages');
  assert.deepEqual(await stored(page, 'entries'), []);
  assert.equal(await heldLocks(page), 0);
  assert.deepEqual(tablet.problems, []);
});

test('what was wiped while it was being stored shows no thanks to the next person', async t => {
  const { tablet, page } = await paired(t);
  await toWords(page);
  await page.evaluate(() => {
    globalThis.digested = 0;
    const { digest } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.digest = async function (...rest) {
      await new Promise(done => setTimeout(done, 3000));
      ++globalThis.digested;
      return digest.apply(this, rest);
    };
  });
  await page.click('.round');
  await page.waitForSelector('.round.is-recording');
  await page.waitForTimeout(1200);
  await page.click('.round');
  await page.waitForSelector('.round:not(.is-recording)');
  await main(page);
  await leaveAlone(page, 3600);
  await shown(page, 'languages');
  await until(() => page.evaluate(() => globalThis.digested === 1), 'the first one went on');
  await page.waitForTimeout(1000);
  await shown(page, 'languages');
  assert.deepEqual(await stored(page, 'entries'), []);
  assert.equal(await heldLocks(page), 0);
  assert.deepEqual(tablet.problems, []);
});

test('an answer that a correction emptied is not sent', async t => {
  const { desk, page } = await paired(t);
  await answer(page, { words: 'à reprendre', stay: true });
  await press(page, 'Corriger');
  for (const name of ['faces', 'stars', 'words']) {
    await shown(page, name);
    await press(page, 'Passer');
  }
  await shown(page, 'languages');
  await until(async () => (await stored(page, 'entries')).length === 0, 'forgotten on the tablet');
  await page.waitForTimeout(1500);
  assert.equal(desk.rows.size, 0);
  assert.equal(await heldLocks(page), 0);
});

test('a recording that does not come keeps no question back, and is asked for again', async t => {
  const sha256 = 'cd'.repeat(32);
  const { desk, tablet } = await room(t, {
    prompts: [{ key: 'faces.question', language: 'fr', media_type: 'audio/wav', size: tone().length, sha256 }],
  });
  desk.prompts.set(sha256, tone());
  desk.spoil = ({ path }) => (path.startsWith('/api/tablet/prompts/') ? 'drop' : null);
  const page = await tablet.open(`${desk.address}/tablet/#pair=${code}`);
  await shown(page, 'languages');
  await until(() => desk.requests.some(each => each.includes('/prompts/')), 'asked for the recording');
  await page.waitForSelector('.brand-place:has-text("Hôpital Général de Douala")');
  assert.deepEqual(await stored(page, 'prompts'), []);
  desk.spoil = () => null;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(async () => (await stored(page, 'prompts')).length === 1, 'the recording came');
});

test('the camera of the round does not keep the staff’s page open', async t => {
  const { page } = await paired(t, { pin });
  await openStaff(page);
  await page.locator('.action').first().click();
  await shown(page, 'round');
  await press(page, 'Scanner');
  await page.waitForFunction(() => document.querySelector('.camera')?.videoWidth > 0);
  await page.waitForTimeout(1000);
  await leaveAlone(page, 40);
  await page.waitForTimeout(1000);
  await shown(page, 'round'); // who looks for a code is there
  await leaveAlone(page, 100);
  await shown(page, 'languages');
});

test('a recording that is gone from the tablet keeps no other back', async t => {
  const { desk, page } = await paired(t);
  await desk.stop();
  for (const words of ['sans voix', 'avec voix']) await answer(page, { words, voice: 1000 });
  const lost = (await stored(page, 'entries')).find(entry => entry.item.comments === 'sans voix').client_id;
  await page.evaluate(id => new Promise(done => {
    const opening = indexedDB.open('accueil-tablet');
    opening.onsuccess = () => {
      const deleting = opening.result.transaction('recordings', 'readwrite');
      deleting.objectStore('recordings').delete(id);
      deleting.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  }), lost);
  await desk.start(desk.port);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(() => [...desk.rows.values()].some(row => row.isComplete), 'the other arrived');
  await until(async () => (await stored(page, 'entries')).map(entry => entry.state).join() === 'refused', 'kept for the staff');
  assert.equal((await stored(page, 'entries'))[0].client_id, lost);
});

test('an answer that could not be released leaves with the next heartbeat', async t => {
  const { desk, page } = await paired(t);
  await answer(page, { words: 'retenu', stay: true });
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, ...rest) {
      if (value?.state !== 'ready' || globalThis.isMended) return put.call(this, value, ...rest);
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await leaveThanks(page);
  await until(async () => (await heldLocks(page)) === 0, 'the lock is gone');
  assert.equal((await stored(page, 'entries'))[0].state, 'held');
  await page.evaluate(() => {
    globalThis.isMended = true;
    dispatchEvent(new Event('online'));
  });
  await until(() => desk.rows.size === 1, 'arrived');
});

test('a recording of one screen does not begin on the next', async t => {
  const sha256 = 'ef'.repeat(32);
  const { desk, tablet } = await room(t, { prompts: [{ key: 'language.name', language: 'dua', media_type: 'audio/wav', size: tone().length, sha256 }] });
  desk.prompts.set(sha256, tone());
  const page = await tablet.open();
  await page.addInitScript(() => {
    globalThis.read = 0;
    globalThis.played = 0;
    HTMLMediaElement.prototype.play = async () => void ++globalThis.played;
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      const request = get.call(this, key);
      if (this.name !== 'prompts') return request;
      return {
        set onerror(failed) {
          request.onerror = failed;
        },
        set onsuccess(done) {
          request.onsuccess = () => setTimeout(() => {
            this.result = request.result;
            ++globalThis.read;
            done();
          }, 2500);
        },
      };
    };
  });
  await page.goto(`${desk.address}/tablet/#pair=${code}`);
  await shown(page, 'languages');
  await until(async () => (await stored(page, 'prompts')).length === 1, 'the recording came');
  await page.locator('.language-tile').nth(2).locator('.speaker').click();
  await choose(page);
  await until(() => page.evaluate(() => globalThis.read === 1), 'read');
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => globalThis.played), 0);
  assert.equal(await page.isVisible('.screen-faces'), true);
});

// Two touches as a shaking hand makes them.
async function tapTwice(page, selector) {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  for (let tap = 0; tap < 2; ++tap) await page.touchscreen.tap(x + width / 2, y + height / 2);
}

test('a double tap answers one question, not the one that comes after it', async t => {
  const { page } = await paired(t);
  await page.waitForTimeout(500);
  for (let tile = 1; tile <= 5; ++tile) { // under some of them the faces come
    await tapTwice(page, `.language-tile:nth-child(${tile}) .tile-button`);
    await shown(page, 'faces');
    await page.waitForTimeout(500);
    assert.equal(await page.locator('input:checked').count(), 0);
    await page.keyboard.press('Escape');
    await shown(page, 'languages');
    await page.waitForTimeout(500);
  }
  await choose(page);
  await page.waitForTimeout(500);
  await tapTwice(page, '.footer .main');
  await shown(page, 'stars');
  await page.waitForTimeout(500);
  assert.equal(await page.isVisible('.screen-stars'), true);
  await main(page); // a while later it counts
  await shown(page, 'words');
});

test('a key that is held down goes one question on', async t => {
  const { page } = await paired(t);
  await choose(page);
  for (let repeat = 0; repeat < 5; ++repeat) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.waitForTimeout(500);
  assert.equal(await page.isVisible('.screen-stars'), true);
  for (let repeat = 0; repeat < 5; ++repeat) await page.keyboard.down('Escape');
  await page.keyboard.up('Escape');
  await page.waitForTimeout(500);
  assert.equal(await page.isVisible('.screen-faces'), true);
});

test('the question whether somebody is there may be answered with the system’s way back, and is asked again', async t => {
  const { page } = await paired(t, { idle: { ask_seconds: 3, wipe_seconds: 6 } });
  await choose(page);
  await page.keyboard.press('3');
  for (let time = 0; time < 2; ++time) {
    await page.waitForSelector('dialog[open]');
    await page.evaluate(() => document.querySelector('dialog').close()); // as Android does: no touch, no key
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForTimeout(1500);
    assert.equal(await page.locator('dialog').count(), 0);
    assert.equal(await page.isChecked('input[value="3"]'), true);
  }
});

test('what the browser froze and brings back shows no earlier person', async t => {
  const { page } = await paired(t);
  await choose(page);
  await page.keyboard.press('3');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await shown(page, 'languages');
});

test('a tablet that is revoked or paired in one tab is so in the other', async t => {
  const { desk, tablet, page } = await paired(t);
  const other = await tablet.context.newPage();
  await other.goto(`${desk.address}/tablet/`);
  await shown(other, 'languages');
  await other.waitForTimeout(1000);
  desk.tokens.clear();
  await other.evaluate(() => dispatchEvent(new Event('online')));
  await shown(other, 'pairing');
  await shown(page, 'pairing');
  desk.codes.add('23456789');
  await other.fill('#code', '23456789');
  await other.keyboard.press('Enter');
  await shown(other, 'languages');
  await shown(page, 'languages');
});
