// What the tablet knows about itself: its token, the configuration with its ETag, wrong PINs, the round of the day.
import { fetched, read, write } from './database.js';

export const setting = key => read('settings', store => fetched(store.get(key)));
export const keepSetting = (key, value) => write('settings', store => fetched(store.put(value, key)));
export const dropSetting = key => write('settings', store => fetched(store.delete(key)));
