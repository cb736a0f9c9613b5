// The tablet's own database (IndexedDB), used by the page and by the service worker. Every write is on the disk when its promise
// resolves: a tablet whose battery ends loses nothing that it thanked for.
const name = 'accueil-tablet';
let opened;

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore('entries', { keyPath: 'client_id' });
      database.createObjectStore('recordings', { keyPath: 'client_id' });
      database.createObjectStore('settings');
      database.createObjectStore('prompts');
    };
    request.onsuccess = () => {
      const database = request.result;
      // A newer page in another tab must not wait for this one.
      database.onversionchange = () => {
        database.close();
        opened = undefined;
      };
      database.onclose = () => (opened = undefined);
      resolve(database);
    };
    request.onerror = () => reject(request.error);
  });
}

const fetched = request =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function connection() {
  opened ??= open();
  const mine = opened;
  try {
    return await mine;
  } catch (error) {
    if (opened === mine) opened = undefined;
    throw error;
  }
}

async function begin(stores, mode) {
  const options = mode === 'readwrite' ? { durability: 'strict' } : {};
  const database = await connection();
  try {
    return database.transaction(stores, mode, options);
  } catch (error) {
    // A connection that the browser closed without a word (iOS, after a sleep) is opened anew, once.
    if (error.name !== 'InvalidStateError') throw error;
    opened = undefined;
    return (await connection()).transaction(stores, mode, options);
  }
}

async function transaction(stores, mode, work) {
  const running = await begin(stores, mode);
  const done = new Promise((resolve, reject) => {
    running.oncomplete = resolve;
    running.onabort = () => reject(running.error ?? new Error('aborted'));
  });
  done.catch(() => {});
  try {
    const result = await work(...[stores].flat().map(store => running.objectStore(store)));
    await done;
    return result;
  } catch (error) {
    // All or nothing, also where the work itself stumbles in the middle.
    try {
      running.abort();
    } catch {
      // over already
    }
    throw error;
  }
}

export const read = (stores, work) => transaction(stores, 'readonly', work);
export const write = (stores, work) => transaction(stores, 'readwrite', work);
export { fetched };
