// The answers that wait on this tablet. An entry is
//   held     stored, but its thanks screen is still open: it may be corrected and is not sent
//   ready    to be sent
//   taken    the server has ratings and words; the recording is on its way
//   refused  the server found it against its rules; kept for the staff
// and holds {client_id, state, item, audio, received, stored_at, errors}: `item` as it goes over the wire, `audio` its
// recording's {sha256, size, media_type}, whose bytes are in a store of their own.
import { announceQueue } from './changes.js';
import { fetched, read, write } from './database.js';

const both = ['entries', 'recordings'];
const all = () => read('entries', store => fetched(store.getAll()));
const oldestFirst = (one, other) => (one.stored_at < other.stored_at ? -1 : 1);

// Replaces what is there under the same client_id, unless it has left already.
export async function hold(item, audio, bytes) {
  await write(both, async (entries, recordings) => {
    const known = await fetched(entries.get(item.client_id));
    if (known && known.state !== 'held') throw new Error('has left already');
    entries.put({ client_id: item.client_id, state: 'held', item, audio, received: 0, stored_at: new Date().toISOString(), errors: [] });
    if (audio) recordings.put({ client_id: item.client_id, bytes });
    else recordings.delete(item.client_id);
  });
  announceQueue();
}

async function change(clientId, edit) {
  await write('entries', async store => {
    const entry = await fetched(store.get(clientId));
    if (entry) store.put(edit(entry));
  });
  announceQueue();
}

export const release = clientId =>
  change(clientId, entry => (entry.state === 'held' ? { ...entry, state: 'ready' } : entry));
export const markTaken = (clientId, received) => change(clientId, entry => ({ ...entry, state: 'taken', received }));
export const markReceived = (clientId, received) => change(clientId, entry => ({ ...entry, received }));
export const sendAgain = clientId => change(clientId, entry => ({ ...entry, state: 'ready', received: 0, errors: [] }));
export const refuse = (clientId, errors) => change(clientId, entry => ({ ...entry, state: 'refused', errors }));

export async function forget(clientId) {
  await write(both, (entries, recordings) => {
    entries.delete(clientId);
    recordings.delete(clientId);
  });
  announceQueue();
}

export const withState = async state => (await all()).filter(entry => entry.state === state).sort(oldestFirst);
export const recordingOf = async clientId =>
  (await read('recordings', store => fetched(store.get(clientId))))?.bytes ?? null;

// What the counter says: all that has not arrived whole and still will.
export const waitingCount = async () => (await all()).filter(entry => entry.state !== 'refused').length;
export const everything = async () => (await all()).sort(oldestFirst);

// While a thanks screen is open its answer is under a lock, which ends with the tab however the tab ends.
const lockOf = clientId => `accueil-held-${clientId}`;

// The function that lets go of the lock.
export function keepHeld(clientId) {
  return new Promise(granted => {
    navigator.locks.request(lockOf(clientId), () => new Promise(letGo => granted(letGo)));
  });
}

// Answers whose thanks screen ended with a crash, a reload or an empty battery are sent like any other.
export async function releaseAbandoned() {
  for (const { client_id: clientId } of await withState('held'))
    await navigator.locks.request(lockOf(clientId), { ifAvailable: true }, lock => lock && release(clientId));
}
