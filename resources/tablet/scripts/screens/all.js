// Every screen by its name: a function that builds it for the application. What it gives back has
//   element            the screen itself
//   focus, enter       what takes the focus instead of the heading; called when it is shown
//   next, escape, keys what Enter, Escape and other keys do; keys says whether it took the key
//   settle, leave      called before the way on and back; called when it goes
//   back, sent         what the way back does where no question comes before; told of every outcome of sending
//   isBusy             whether somebody is there although nothing is touched
import { callbackScreen } from './callback.js';
import { facesScreen } from './faces.js';
import { failedScreen } from './failed.js';
import { languagesScreen } from './languages.js';
import { pairingScreen } from './pairing.js';
import { pinScreen } from './pin.js';
import { roundScreen } from './round.js';
import { staffScreen } from './staff.js';
import { starsScreen } from './stars.js';
import { thanksScreen } from './thanks.js';
import { insecureScreen, oldBrowserScreen } from './trouble.js';
import { wordsScreen } from './words.js';

export const screens = {
  callback: callbackScreen,
  faces: facesScreen,
  failed: failedScreen,
  insecure: insecureScreen,
  languages: languagesScreen,
  oldBrowser: oldBrowserScreen,
  pairing: pairingScreen,
  pin: pinScreen,
  round: roundScreen,
  staff: staffScreen,
  stars: starsScreen,
  thanks: thanksScreen,
  words: wordsScreen,
};
