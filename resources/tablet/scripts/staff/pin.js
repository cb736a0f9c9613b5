// The PIN of the staff, checked on the tablet itself, so that it works without network. Wrong tries make the next one wait, also
// after a reload.
import { dropSetting, keepSetting, setting } from '../store/settings.js';

const freeTries = 3;
const firstPause = 5; // s, doubled by every further wrong try
const longestPause = 300; // s

const fromBase64 = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));

// `pin` is the configuration's {salt, iterations, hash}: PBKDF2-HMAC-SHA-256 of the digits.
async function isRight(digits, { salt, iterations, hash }) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, ['deriveBits']);
  const wanted = fromBase64(hash);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  const given = new Uint8Array(await crypto.subtle.deriveBits(parameters, key, wanted.length * 8));
  return wanted.reduce((difference, byte, index) => difference | (byte ^ given[index]), 0) === 0;
}

// Seconds until the next try is taken; 0: now.
export async function pauseLeft() {
  const { until = 0, pause = 0 } = (await setting('pinTries')) ?? {};
  // A clock that was put back must not lock the staff out for longer than was said.
  return Math.max(0, Math.min(pause, Math.ceil((until - Date.now()) / 1000)));
}

// Takes one try; the pause must be over.
export async function tryPin(digits, pin) {
  if (await isRight(digits, pin)) {
    await dropSetting('pinTries');
    return true;
  }
  const wrong = ((await setting('pinTries'))?.wrong ?? 0) + 1;
  const pause = wrong < freeTries ? 0 : Math.min(longestPause, firstPause * 2 ** (wrong - freeTries));
  await keepSetting('pinTries', { wrong, pause, until: Date.now() + pause * 1000 });
  return false;
}
