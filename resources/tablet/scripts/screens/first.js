// The screens that are there at once. A screen is a function that builds it for the application; what it gives back has
//   element            the screen itself
//   focus, enter       what takes the focus instead of the heading; called when it is shown
//   next, escape, keys what Enter, Escape and other keys do; keys says whether it took the key
//   settle, leave      called before the way on and back; called when it goes
//   back, sent         what the way back does where no question comes before; told of every outcome of sending
//   isBusy             whether somebody is there although nothing is touched
import { languagesScreen } from './languages.js';
import { pairingScreen } from './pairing.js';

export const screens = { languages: languagesScreen, pairing: pairingScreen };

let loading = null;

// Brings the other screens; after a failure (the network went away in between) the next call tries again.
export function loadLater() {
  loading ??= import('./later.js').then(
    ({ laterScreens }) => void Object.assign(screens, laterScreens),
    error => {
      loading = null;
      throw error;
    });
  return loading;
}
