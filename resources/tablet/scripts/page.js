// The page's beginning: what it needs, its service worker, then the application.
import { App } from './app.js';
import { loadLater } from './screens/first.js';
import { cleanCode } from './screens/pairing.js';
import * as shared from './shared.js';

globalThis.accueilPage = shared; // for later.js, as this script has no address to be imported from

const root = document.getElementById('page');
const { version } = document.body.dataset;
const updatePause = 3_600_000; // ms between two looks for a newer page
const configurationPause = 300_000; // ms

// The code of a pairing address, which is taken out of the address at once.
function codeInAddress() {
  const code = new URLSearchParams(location.hash.slice(1)).get('pair');
  if (location.hash) history.replaceState(null, '', location.pathname);
  return code ? cleanCode(code) : '';
}

async function keepUpToDate(app) {
  const registration = await navigator.serviceWorker.register('/tablet/sw.js', { scope: '/tablet/', updateViaCache: 'none' });
  let isFirst = !navigator.serviceWorker.controller;
  let isReplaced = false;
  // Only while nobody is answering here; it may have been another tab that asked for the new version.
  const beginAnew = () => isReplaced && app.isAtRest && location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    isReplaced = !isFirst;
    isFirst = false;
    beginAnew();
  });
  setInterval(() => {
    beginAnew();
    if (registration.waiting && !isFirst && app.isAtRest) registration.waiting.postMessage('takeOver');
  }, 5_000);
  setInterval(() => document.visibilityState === 'visible' && registration.update().catch(() => {}), updatePause);
}

// Back means one screen back, and never an earlier person: the history has one entry, whatever is done.
function guardHistory(app) {
  history.pushState({ isGuard: true }, '', location.pathname);
  addEventListener('popstate', () => {
    // Also where only the fragment changed: a pairing address was opened in this tab.
    const code = codeInAddress();
    history.pushState({ isGuard: true }, '', location.pathname);
    if (code) {
      app.wipe();
      app.go('pairing', { code });
    } else app.back();
  });
}

const has = feature => {
  try {
    return Boolean(feature());
  } catch {
    return false;
  }
};

async function complain(what) {
  const { troubles } = await loadLater();
  root.replaceChildren(troubles[what]().element);
}

const needed = [() => navigator.locks, () => navigator.serviceWorker, () => crypto.randomUUID, () => BroadcastChannel];

async function begin() {
  if (!isSecureContext) return complain('insecure');
  if (!needed.every(has)) return complain('oldBrowser');
  const app = new App(root, version);
  const code = codeInAddress();
  guardHistory(app);
  // What the browser froze and kept is not continued: it may hold an earlier person's answer.
  addEventListener('pageshow', event => event.persisted && location.reload());
  setInterval(() => document.visibilityState === 'visible' && app.refreshConfiguration(), configurationPause);
  try {
    await app.start(code, !navigator.serviceWorker.controller);
  } catch (error) {
    console.error('the store:', error.name);
    await complain('noStorage');
  }
  await app.complete().catch(() => {}); // asked for again when it is needed
  navigator.storage?.persist?.();
  // Last: what the service worker fetches delays nothing.
  keepUpToDate(app).catch(error => console.error('service worker:', error.name));
}

begin();
