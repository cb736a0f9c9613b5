// The service worker: keeps one whole version of the page, opens it without network, and sends what waits when the network is
// back although the page is closed. {version} and {kept} are filled in when the page is built.
import { sendQueue } from './sync/sender.js';

const version = '{version}';
const cacheName = `accueil-tablet-${version}`;
const start = '/tablet/';
const kept = [start, ...'{kept}'.split(' ').map(name => `/tablet/${version}/${name}`)];

// All or nothing: a file that does not come leaves the version before in its place.
self.addEventListener('install', event => {
  event.waitUntil((async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll(kept);
    // A desk that was updated in between gave a page of another version, whose files are not here.
    if (!(await (await cache.match(start)).text()).includes(version)) throw new Error('another version');
  })());
});

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    for (const name of await caches.keys())
      if (name.startsWith('accueil-tablet-') && name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  })());
});

// A page that nobody is answering asks for the new version.
self.addEventListener('message', event => event.data === 'takeOver' && self.skipWaiting());

self.addEventListener('fetch', event => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== 'GET' || !pathname.startsWith(start)) return;
  const key = event.request.mode === 'navigate' ? start : pathname;
  event.respondWith((async () => {
    // A store in trouble must not keep the network's answer away.
    const found = await caches.open(cacheName).then(cache => cache.match(key)).catch(() => null);
    return found ?? fetch(event.request);
  })());
});

self.addEventListener('sync', event => {
  if (event.tag !== 'accueil-queue') return;
  event.waitUntil((async () => {
    const { outcome } = await sendQueue({ version });
    // The browser tries again later, ever less often; also when the page was just sending, of which nobody knows how it ends.
    if (['unreachable', 'later', 'busy'].includes(outcome)) throw new Error(outcome);
  })());
});
