// The configuration of this tablet and the hospital's recordings, kept on the tablet: fetched when the server has newer ones.
import { announcePaired } from './store/changes.js';
import { fetched, read, write } from './store/database.js';
import { dropSetting, keepSetting, setting } from './store/settings.js';
import { call, Refused } from './sync/api.js';

export const storedConfiguration = async () => (await setting('configuration'))?.body ?? null;

// The configuration as the server has it now, also where it is the one that is stored; null without a token. Rejects with
// Unreachable or Refused.
export async function fetchConfiguration() {
  const token = await setting('token');
  if (!token) return null;
  const known = await setting('configuration');
  const { status, etag, body } = await call('GET', '/api/tablet/configuration', { token, etag: known?.etag ?? null });
  // Paired anew while the answer was on its way: it was meant for another tablet.
  if ((await setting('token')) !== token) return null;
  if (status === 304) return known.body;
  await keepSetting('configuration', { etag, body });
  return body;
}

// Brings the recordings that are missing and drops those that are not wanted any more. Rejects like fetchConfiguration(); what
// came until then stays. One that the server refuses keeps no other back: the next look asks for it again.
export async function fetchPrompts(prompts) {
  const token = await setting('token');
  const stored = await read('prompts', store => fetched(store.getAllKeys()));
  const wanted = new Set(prompts.map(prompt => prompt.sha256));
  for (const sha256 of wanted) {
    if (stored.includes(sha256)) continue;
    try {
      const { body } = await call('GET', `/api/tablet/prompts/${sha256}`, { token, as: 'bytes' });
      await write('prompts', store => fetched(store.put(body, sha256)));
    } catch (error) {
      if (!(error instanceof Refused) || error.status === 401) throw error;
    }
  }
  for (const sha256 of stored)
    if (!wanted.has(sha256)) await write('prompts', store => fetched(store.delete(sha256)));
}

// Exchanges a one-time code for this tablet's token. What waits is sent with the new one.
export async function pair(code, version) {
  const { body } = await call('POST', '/api/tablet/pair', { json: { code, version, platform: platform() } });
  await keepSetting('token', body.token);
  await dropSetting('isRevoked');
  // The code is used up: whatever becomes of the next request, the tablet is paired.
  await keepSetting('configuration', { etag: null, body: { device: body.device } });
  const configuration = await fetchConfiguration().catch(() => null);
  announcePaired();
  return configuration ?? { device: body.device };
}

function platform() {
  const brands = navigator.userAgentData;
  return (brands ? `${brands.platform} ${brands.mobile ? 'mobile' : ''}` : navigator.platform || navigator.userAgent)
    .trim().slice(0, 60);
}
