// What comes after the first screens. It is fetched when one is shown, so that a thin network has that sooner, and shares the
// modules of page.js (shared.js).
import { iconShapes } from './icons.js';
import { moreIcons } from './moreicons.js';
import { callbackScreen } from './screens/callback.js';
import { facesScreen } from './screens/faces.js';
import { failedScreen } from './screens/failed.js';
import { pinScreen } from './screens/pin.js';
import { roundScreen } from './screens/round.js';
import { staffScreen } from './screens/staff.js';
import { starsScreen } from './screens/stars.js';
import { thanksScreen } from './screens/thanks.js';
import { insecureScreen, noStorageScreen, oldBrowserScreen } from './screens/trouble.js';
import { wordsScreen } from './screens/words.js';
import { english } from './texts/en.js';
import { englishLater } from './texts/enlater.js';
import { englishStaff } from './texts/enstaff.js';
import { french } from './texts/fr.js';
import { frenchLater } from './texts/frlater.js';
import { frenchStaff } from './texts/frstaff.js';

export { WholeApp } from './wholeapp.js';

Object.assign(iconShapes, moreIcons);
Object.assign(french, frenchLater, frenchStaff);
Object.assign(english, englishLater, englishStaff);

export const laterScreens = {
  callback: callbackScreen,
  faces: facesScreen,
  failed: failedScreen,
  pin: pinScreen,
  round: roundScreen,
  staff: staffScreen,
  stars: starsScreen,
  thanks: thanksScreen,
  words: wordsScreen,
};

export const troubles = { insecure: insecureScreen, noStorage: noStorageScreen, oldBrowser: oldBrowserScreen };
