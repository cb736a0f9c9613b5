// The screens that are there at once. A screen is a function that builds it for the application; what it gives back has
//   element            the screen itself
//   focus, enter       what takes the focus instead of the heading; called when it is shown
//   next, escape, keys what Enter, Escape and other keys do; keys says whether it took the key
//   settle, leave      called before the way on and back; called when it goes
//   back, sent         what the way back does where no question comes before; told of every outcome of sending
//   isBusy             whether somebody is there although nothing is touched
import { h } from '../dom.js';
import { languagesScreen } from './languages.js';
import { pairingScreen } from './pairing.js';

export const screens = { languages: languagesScreen, pairing: pairingScreen };

// Beside the page's version, under which everything else is.
export const folder = `/tablet/${document.body.dataset.version}`;

const styled = () => new Promise((resolve, reject) => {
  const link = h('link', { rel: 'stylesheet', href: `${folder}/later.css`, onload: resolve, onerror: () => {
    link.remove();
    reject(new Error('no styles'));
  } });
  document.head.append(link);
});

let loading = null;

// Brings what comes after the first screens (later.js); after a failure (the network went away in between) the next call tries
// again.
export function loadLater() {
  loading ??= Promise.all([import(`${folder}/later.js`), styled()]).then(
    ([later]) => {
      Object.assign(screens, later.laterScreens);
      return later;
    },
    error => {
      loading = null;
      throw error;
    });
  return loading;
}
