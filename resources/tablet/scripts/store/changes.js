// Tells the page, its other tabs and the service worker of what changed in the store.
const channel = 'accueil-tablet';
let own;

function announce(what) {
  // One that is sent is not heard on the same object, but on every other, of this tab too.
  own ??= new BroadcastChannel(channel);
  own.postMessage(what);
}

export const announceQueue = () => announce('queue');
export const announceSending = outcome => announce({ outcome });

export const announcePaired = () => announce('paired');

// `heard` gets 'queue', 'paired' or {outcome}.
export function onChange(heard) {
  new BroadcastChannel(channel).addEventListener('message', event => heard(event.data));
}
