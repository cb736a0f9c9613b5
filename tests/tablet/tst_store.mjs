// The tablet's own store in trouble: full, damaged, closed by the browser, in use elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeSource } from './support/browser.mjs';
import { leaveThanks, main, openStaff, paired, pin, record, room, shown, stored, toWords, until } from './support/walk.mjs';

test('sending goes on by itself after trouble that nobody foresaw', async t => {
  const { desk, page } = await paired(t);
  await page.waitForTimeout(1000); // what is sent at first has arrived
  await page.evaluate(() => {
    globalThis.failing = 2;
    const { request } = LockManager.prototype;
    LockManager.prototype.request = function (name, ...rest) {
      if (name !== 'accueil-sending' || --globalThis.failing < 0) return request.call(this, name, ...rest);
      return Promise.reject(new DOMException('', 'InvalidStateError'));
    };
  });
  await toWords(page);
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => desk.rows.size === 1, 'arrived', 30_000);
});

test('an answer whose recording finds no place is not kept by half, and is kept when there is place again', async t => {
  const { desk, page } = await paired(t);
  await toWords(page);
  await record(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...rest) {
      if (this.name !== 'recordings' || globalThis.hasPlace) return put.apply(this, rest);
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await main(page);
  await shown(page, 'failed');
  assert.deepEqual(await stored(page, 'entries'), []);
  await page.evaluate(() => (globalThis.hasPlace = true));
  await main(page);
  await shown(page, 'thanks');
  await leaveThanks(page);
  await until(() => [...desk.rows.values()][0]?.isComplete, 'arrived with its voice');
  assert.ok([...desk.rows.values()][0].promised.size > 0);
});

test('a store that the browser closed is opened again', async t => {
  const { tablet, page } = await paired(t);
  await toWords(page);
  await page.evaluate(() => new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('accueil-tablet');
    deleting.onsuccess = resolve;
    deleting.onblocked = reject;
  }));
  await main(page);
  await shown(page, 'thanks');
  assert.equal((await stored(page, 'entries')).length, 1);
  assert.deepEqual(tablet.problems, []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`a tablet that can keep nothing says so, ${colorScheme}`, async t => {
    const { desk, tablet } = await room(t);
    const page = await tablet.open(null, { colorScheme });
    await page.addInitScript(() => {
      if (sessionStorage.isMended) return;
      IDBFactory.prototype.open = () => {
        throw new DOMException('', 'UnknownError');
      };
    });
    await page.goto(`${desk.address}/tablet/`);
    await page.waitForSelector('.screen-trouble h1:has-text("ne peut rien garder")');
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => (await globalThis.axe.run(document)).violations.map(({ id }) => id));
    assert.deepEqual(violations, []);
    await page.evaluate(() => (sessionStorage.isMended = 'yes'));
    await page.click('button:has-text("Réessayer")');
    await shown(page, 'pairing');
  });
}

test('the staff is told when the browser may drop what waits', async t => {
  const { page } = await paired(t, { pin });
  for (const isGranted of [false, true]) {
    await page.evaluate(granted => {
      StorageManager.prototype.persisted = async () => granted;
      StorageManager.prototype.persist = async () => granted;
    }, isGranted);
    await openStaff(page);
    const notice = page.locator('.staff-warning:has-text("installez la page")');
    await notice.waitFor({ state: isGranted ? 'hidden' : 'visible' });
    await page.keyboard.press('Escape');
    await shown(page, 'languages');
  }
});

test('the round is changed by two tabs without losing a number', async t => {
  const { desk, tablet, page } = await paired(t, { pin });
  const other = await tablet.context.newPage();
  await other.goto(`${desk.address}/tablet/`);
  for (const each of [page, other]) {
    await shown(each, 'languages');
    await openStaff(each);
    await each.locator('.action').first().click();
    await shown(each, 'round');
  }
  const add = (each, number) => each.evaluate(typed => {
    document.querySelector('#patient').value = typed;
    document.querySelector('.round-form').requestSubmit();
  }, number);
  await Promise.all([...Array(8).keys()].map(index => add(index % 2 ? page : other, `P00000${index}`)));
  await until(async () => (await stored(page, 'settings')).find(each => each?.patients)?.patients.length === 8, 'all eight are on the list');
});
