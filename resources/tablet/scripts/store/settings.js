// What the tablet knows about itself: its token, the configuration with its ETag, wrong PINs, the round of the day.
import { fetched, read, write } from './database.js';

export const setting = key => read('settings', store => fetched(store.get(key)));
export const keepSetting = (key, value) => write('settings', store => fetched(store.put(value, key)));

// `edit` gets what is kept (or undefined) and gives what is to be kept, in one transaction.
export const changeSetting = (key, edit) =>
  write('settings', async store => fetched(store.put(edit(await fetched(store.get(key))), key)));

// Whether that was still the tablet's token: it may have been paired again while the answer was on its way.
export const revoke = token => write('settings', async store => {
  if ((await fetched(store.get('token'))) !== token) return false;
  store.delete('token');
  store.put(true, 'isRevoked');
  return true;
});
export const dropSetting = key => write('settings', store => fetched(store.delete(key)));
