// The screens that come after the first one. They are fetched when that is shown, so that a thin network has it sooner, and
// share its modules (shared.js).
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
import { wordsScreen } from './screens/words.js';
import { english } from './texts/en.js';
import { englishStaff } from './texts/enstaff.js';
import { french } from './texts/fr.js';
import { frenchStaff } from './texts/frstaff.js';

Object.assign(iconShapes, moreIcons);
Object.assign(french, frenchStaff);
Object.assign(english, englishStaff);

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
