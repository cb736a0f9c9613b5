// Empties the queue: ratings and words in batches first, then the recordings piece by piece from where the server is. Runs in
// the page and in the service worker, never in two places at a time.
import { announceSending } from '../store/changes.js';
import { forget, markReceived, markTaken, recordingOf, refuse, sendAgain, waitingCount, withState } from '../store/queue.js';
import { keepSetting, revoke, setting } from '../store/settings.js';
import { call, Refused, Unreachable } from './api.js';

const largestBatch = 25; // items; about 20 KB of words, less when packed
const pieceBytes = 32 * 1024;
const worthNoting = 10_000; // ms that the clocks must have moved apart
const aboutThisOne = [400, 404, 413, 415, 422]; // statuses that say nothing about the next recording

let isPacking = true; // until a server says that it cannot read it

// How far the desk's clock is ahead of the tablet's: an export says so, as nobody can ask the tablet later.
async function noteClock(serverTime) {
  const offset = Date.parse(serverTime) - Date.now();
  if (Number.isNaN(offset) || Math.abs(offset - ((await setting('clockOffset')) ?? Infinity)) < worthNoting) return;
  await keepSetting('clockOffset', offset);
}

async function post(token, items, about) {
  const json = { client_time: new Date().toISOString(), queue_length: await waitingCount(), ...about, items };
  try {
    const { body } = await call('POST', '/api/sync', { token, json, pack: isPacking });
    // A full tablet must not take a receipt for none.
    await noteClock(body.server_time).catch(error => console.error('the clock was not noted:', error.name));
    return body;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 415 || !isPacking) throw error;
    isPacking = false;
    return post(token, items, about);
  }
}

// Whether the server settled the entry, so that going on is no endless repetition.
async function settle(entry, result) {
  if (!result || result.status === 'retry') return false;
  if (result.status === 'invalid') await refuse(entry.client_id, result.errors ?? []);
  else if (entry.audio && !result.audio?.complete) await markTaken(entry.client_id, result.audio?.received ?? 0);
  else await forget(entry.client_id);
  return true;
}

// Sends what is ready. Where nothing can be sent, a heartbeat is one empty batch.
async function sendItems(token, about, heartbeat, progress) {
  let size = largestBatch;
  for (let isFirst = true; ; isFirst = false) {
    const batch = (await withState('ready')).slice(0, size);
    if (batch.length === 0 && !(isFirst && heartbeat && (await withState('taken')).length === 0)) return true;
    const items = batch.map(entry => (entry.audio ? { ...entry.item, audio: entry.audio } : entry.item));
    let results;
    try {
      results = (await post(token, items, about)).items ?? [];
    } catch (error) {
      const isAboutItems = error instanceof Refused && [400, 413, 422].includes(error.status) && batch.length > 0;
      if (!isAboutItems) throw error;
      // One that the server cannot even read must not keep the others waiting: halves, down to the one.
      if (batch.length === 1) await refuse(batch[0].client_id, [{ field: '', error: `${error.status}` }]);
      else size = Math.ceil(batch.length / 2);
      continue;
    }
    if (batch.length === 0) return true;
    let settled = 0;
    for (const entry of batch)
      if (await settle(entry, results.find(result => result.client_id === entry.client_id))) ++settled;
    if (settled === 0) return false;
    progress.isMade = true;
  }
}

// The server's count after one piece; where it is elsewhere than we thought (a lost answer), it says so with 409.
async function putPiece(token, entry, bytes, offset) {
  const path = `/api/sync/${entry.client_id}/audio?offset=${offset}&sha256=${entry.audio.sha256}`;
  try {
    return (await call('PUT', path, { token, bytes: bytes.slice(offset, offset + pieceBytes) })).body;
  } catch (error) {
    if (error instanceof Refused && error.status === 409 && Number.isInteger(error.problem.received))
      return { received: error.problem.received, complete: error.problem.received >= bytes.byteLength };
    throw error;
  }
}

// Whether it arrived whole.
async function sendRecording(token, entry, progress) {
  const bytes = await recordingOf(entry.client_id);
  if (!bytes) {
    // A damaged store. The others do not wait for what is not there.
    await refuse(entry.client_id, [{ field: 'audio', error: 'missing' }]);
    return false;
  }
  let offset = Math.min(entry.received, bytes.byteLength);
  let stalled = 0;
  try {
    for (;;) {
      const { received, complete } = await putPiece(token, entry, bytes, offset);
      progress.isMade ||= received > offset;
      if (complete) {
        await forget(entry.client_id);
        return true;
      }
      stalled = received > offset ? 0 : stalled + 1;
      if (stalled > 3) throw new Unreachable('the server counts no further');
      offset = received;
      await markReceived(entry.client_id, received);
    }
  } catch (error) {
    if (!(error instanceof Refused) || !aboutThisOne.includes(error.status)) throw error;
    // Unknown to the server (a restored backup): all of it once more. A wrong hash: the recording from its beginning. No
    // recording that the server knows: kept for the staff. The other recordings do not wait for this one.
    if (error.status === 404) await sendAgain(entry.client_id);
    else if (error.status === 422) await markReceived(entry.client_id, 0);
    else await refuse(entry.client_id, [{ field: 'audio', error: `${error.status}` }]);
    return false;
  }
}

async function attempt(about, heartbeat) {
  const token = await setting('token');
  if (!token) return { outcome: 'unpaired' };
  const progress = { isMade: false };
  try {
    let isAllSent = await sendItems(token, about, heartbeat, progress);
    for (const entry of await withState('taken')) isAllSent = (await sendRecording(token, entry, progress)) && isAllSent;
    return { outcome: isAllSent ? 'done' : 'later', ...progress };
  } catch (error) {
    if (error instanceof Unreachable) return { outcome: 'unreachable', ...progress };
    if (!(error instanceof Refused)) throw error;
    if (error.status !== 401) return { outcome: 'later', retryAfter: error.retryAfter, ...progress };
    return { outcome: (await revoke(token)) ? 'revoked' : 'later' };
  }
}

// `about` is what the server is told of the tablet ({version, battery}); the outcome is one of
//   done, later (the server could not take all), unreachable, revoked, unpaired, busy (another tab is at it);
// isMade says whether something arrived all the same.
export async function sendQueue(about, { heartbeat = false } = {}) {
  const result = await navigator.locks.request('accueil-sending', { ifAvailable: true }, lock =>
    lock ? attempt(about, heartbeat) : { outcome: 'busy' });
  announceSending(result.outcome);
  return result;
}
