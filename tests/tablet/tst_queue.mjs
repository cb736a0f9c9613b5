// Every answer arrives exactly once, whatever happens to the network, the page and the tablet.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answer, leaveThanks, main, openStaff, paired, pin, press, shown, stored, until, write, toWords } from './support/walk.mjs';

const chip = page => page.textContent('.chip');
const hash = bytes => createHash('sha256').update(bytes).digest('hex');
const allComplete = desk => [...desk.rows.values()].every(row => row.isComplete);

test('answers given offline outlive a reload, the end of the browser and a dead battery', async t => {
  const { desk, tablet } = await paired(t, {}, {}, { isKept: true });
  const { page } = tablet;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(() => page.evaluate(() => caches.keys().then(keys => keys.length === 1)), 'kept for offline');
  await desk.stop();
  await answer(page, { words: 'un', voice: 1000 });
  await page.reload();
  await shown(page, 'languages');
  await until(async () => (await chip(page)) === '1 en attente', 'the counter');
  await answer(page, { words: 'deux' });
  await toWords(page, {});
  await write(page, 'trois');
  await main(page);
  await shown(page, 'thanks'); // and the battery ends here
  await tablet.kill();

  const second = await tablet.open(`${desk.address}/tablet/`);
  await shown(second, 'languages');
  await until(async () => (await chip(second)) === '3 en attente', 'all three are kept');
  await desk.start(desk.port);
  await second.evaluate(() => dispatchEvent(new Event('online')));
  await until(() => desk.rows.size === 3 && allComplete(desk), 'all three arrived');
  assert.deepEqual([...desk.rows.values()].map(row => row.item.comments).sort(), ['deux', 'trois', 'un']);
  const voice = [...desk.rows.values()].find(row => row.item.comments === 'un');
  assert.equal(hash(voice.audio), voice.promised.sha256);
  await until(async () => (await chip(second)) === 'Tout est envoyé', 'the counter is empty');
  assert.deepEqual(await stored(second, 'entries'), []);
});

test('answers and pieces whose receipt was lost are sent again, and counted once', async t => {
  const { desk, page } = await paired(t);
  // Four of ten requests are lost, before or after the server acted; the same ones every time.
  let state = 7;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  let lost = 0;
  desk.spoil = ({ path }) => {
    if (!path.startsWith('/api/sync') || random() > 0.4) return null;
    ++lost;
    return random() < 0.5 ? 'lose' : 'drop';
  };
  await answer(page, { words: 'perdu', voice: 18_000 });
  await until(() => desk.rows.size === 1 && allComplete(desk), 'arrived', 60_000);
  const [row] = desk.rows.values();
  assert.ok(row.audio.length > 32 * 1024, 'more than a piece');
  assert.ok(lost > 0);
  assert.equal(hash(row.audio), row.promised.sha256);
  await until(async () => (await stored(page, 'entries')).length === 0, 'forgotten on the tablet', 60_000);
});

test('a recording goes on from where the server is', async t => {
  const { desk, page } = await paired(t);
  const offsets = [];
  const { piece } = desk;
  desk.piece = (row, offset, bytes) => {
    offsets.push(offset);
    // The server has kept the first thousand bytes of the first piece only.
    if (offsets.length === 1) {
      row.audio = bytes.subarray(0, 1000);
      return { status: 409, body: { received: 1000 } };
    }
    return piece.call(desk, row, offset, bytes);
  };
  await answer(page, { voice: 1500 });
  await until(() => desk.rows.size === 1 && allComplete(desk), 'arrived');
  assert.deepEqual(offsets.slice(0, 2), [0, 1000]);
});

test('two tabs send no answer twice at a time', async t => {
  const { desk, tablet, page } = await paired(t);
  await desk.stop();
  for (const words of ['un', 'deux', 'trois']) await answer(page, { words });
  await desk.start(desk.port);
  const sent = [];
  desk.spoil = () => null;
  const { sync } = desk;
  desk.sync = body => {
    sent.push(...body.items.map(item => item.client_id));
    return sync.call(desk, body);
  };
  const other = await tablet.context.newPage();
  await other.goto(`${desk.address}/tablet/`);
  await Promise.all([page, other].map(each => each.evaluate(() => dispatchEvent(new Event('online')))));
  await until(() => desk.rows.size === 3, 'arrived');
  await page.waitForTimeout(1500);
  assert.equal(sent.length, new Set(sent).size);
});

test('words of more than a kilobyte are packed, and sent plain to a server that cannot unpack them', async t => {
  const { desk, page } = await paired(t);
  const encodings = [];
  const { answer: respond } = desk;
  desk.answer = (request, response) => {
    if (request.url === '/api/sync') encodings.push(request.headers['content-encoding'] ?? 'plain');
    return respond.call(desk, request, response);
  };
  await answer(page, { words: 'long '.repeat(400) });
  await until(() => desk.rows.size === 1, 'arrived');
  assert.ok(encodings.includes('gzip'));
  let isRefused = false;
  desk.spoil = ({ path }) => {
    if (path !== '/api/sync' || isRefused || encodings.at(-1) !== 'gzip') return null;
    isRefused = true;
    return { status: 415, body: {} };
  };
  await answer(page, { words: 'encore '.repeat(400) });
  await until(() => desk.rows.size === 2, 'arrived');
  assert.equal(encodings.at(-1), 'plain');
});

test('one answer that the server refuses does not keep the others back, and is kept for the staff', async t => {
  const { desk, page } = await paired(t, { pin });
  const { sync } = desk;
  desk.sync = body => {
    if (body.items.some(item => item.comments === 'mauvais')) return { status: 422, body: {} };
    return sync.call(desk, body);
  };
  await desk.stop();
  for (const words of ['un', 'mauvais', 'deux']) await answer(page, { words });
  await desk.start(desk.port);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(async () => (await stored(page, 'entries')).some(entry => entry.state === 'refused'), 'refused');
  await until(() => desk.rows.size === 2, 'the others arrived');
  await openStaff(page);
  await page.waitForSelector('.staff-state:has-text("1 refusée par")');
});

test('a recording that the server does not know is kept for the staff, and no other waits for it', async t => {
  const { desk, page } = await paired(t);
  const { piece } = desk;
  let isFirst = true;
  desk.piece = (row, offset, bytes) => {
    const isRefused = isFirst || row.isRefused;
    isFirst = false;
    if (!isRefused) return piece.call(desk, row, offset, bytes);
    row.isRefused = true;
    return { status: 415, body: { received: 0 } };
  };
  for (const words of ['un', 'deux']) await answer(page, { words, voice: 1000 });
  await until(() => [...desk.rows.values()].some(row => row.isComplete), 'the other arrived');
  await until(async () => (await stored(page, 'entries')).map(entry => entry.state).join() === 'refused', 'the first is kept');
  assert.equal((await stored(page, 'recordings')).length, 1);
});

test('a revoked tablet keeps its answers, says so, and sends them when it is paired again', async t => {
  const { desk, page } = await paired(t);
  await answer(page, { words: 'gardé', stay: true });
  desk.tokens.clear();
  await leaveThanks(page);
  await shown(page, 'pairing');
  await page.waitForSelector('.banner:has-text("n’est plus reliée")');
  await until(async () => (await page.textContent('.banner')).includes('1 réponse est gardée'), 'says how many');
  assert.equal((await stored(page, 'entries')).length, 1);
  await page.reload();
  await page.waitForSelector('.banner:has-text("n’est plus reliée")');
  desk.codes.add('23456789');
  await page.fill('#code', '23456789');
  await page.keyboard.press('Enter');
  await shown(page, 'languages');
  await until(() => desk.rows.size === 1, 'arrived with the new token');
  await until(async () => (await stored(page, 'entries')).length === 0, 'and is let go');
});

test('a revoked tablet that is paired by its address uses the code once', async t => {
  const { desk, page } = await paired(t);
  await answer(page, { words: 'gardé', stay: true });
  desk.tokens.clear();
  await leaveThanks(page);
  await shown(page, 'pairing');
  desk.codes.add('23456789');
  desk.requests.length = 0;
  await page.goto('about:blank');
  await page.goto(`${desk.address}/tablet/#pair=23456789`);
  await shown(page, 'languages');
  await until(() => desk.rows.size === 1, 'arrived with the new token');
  assert.equal(desk.requests.filter(each => each === 'POST /api/tablet/pair').length, 1);
});

test('a server that is busy is left alone for as long as it asks, whatever happens meanwhile', async t => {
  const { desk, page } = await paired(t);
  const times = [];
  desk.spoil = ({ path }) => {
    if (path !== '/api/sync') return null;
    times.push(Date.now());
    return times.length === 1 ? { status: 429, body: {}, headers: { 'Retry-After': '6' } } : null;
  };
  await answer(page, { words: 'patience' });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(() => desk.rows.size === 1, 'arrived');
  assert.ok(times[1] - times[0] >= 5900, `${times[1] - times[0]} ms`);
});

test('the export of a retired tablet holds every answer and its recording, as its readers expect them', async t => {
  const { desk, page } = await paired(t, { pin });
  const { sync } = desk;
  let isAsked = false;
  desk.sync = body => {
    isAsked = true;
    return { ...sync.call(desk, body), ...{ body: { server_time: new Date(Date.now() - 5_400_000).toISOString(), items: [] } } };
  };
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(() => isAsked, 'the clocks were compared');
  await until(async () => (await stored(page, 'settings')).some(each => each < -5_000_000), 'and the difference noted');
  await desk.stop();
  await answer(page, { words: 'à sauver', voice: 1200 });
  await answer(page, { words: 'sans voix' });
  await openStaff(page);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Exporter')]);
  const { entries, ...head } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.deepEqual({ format: head.format, format_version: head.format_version, device: head.device },
    { format: 'accueil-tablet-queue', format_version: 1, device: { id: 3, name: 'Maternité, salle 2', ward: 'Maternité' } });
  assert.ok(Math.abs(head.clock_offset_ms + 5_400_000) < 60_000, `${head.clock_offset_ms} ms`);
  assert.deepEqual(entries.map(entry => entry.item.comments), ['à sauver', 'sans voix']);
  assert.equal(hash(Buffer.from(entries[0].recording_base64, 'base64')), entries[0].audio.sha256);
  assert.equal(entries[1].audio, null);
  // What reads the fixture reads this file.
  const fixture = JSON.parse(readFileSync(new URL('../data/tablet-queue-1.json', import.meta.url), 'utf8'));
  const names = object => Object.keys(object).sort();
  assert.deepEqual(names(head), names(fixture).filter(name => name !== 'entries'));
  assert.deepEqual(names(entries[0]), names(fixture.entries.find(entry => entry.recording_base64)));
  assert.deepEqual(names(entries[1]), names(fixture.entries.find(entry => !entry.audio)));
  await page.waitForSelector('.staff-note:has-text("2 réponses")');
});
