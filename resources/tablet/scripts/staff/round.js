// The list of one round through the ward, on this tablet only: patients' numbers and who was asked. Gone when the round is ended,
// and by itself after twelve hours.
import { changeSetting, dropSetting, setting } from '../store/settings.js';

const longest = 12 * 3600 * 1000; // ms
const isNumber = /^[\p{L}\p{N}][\p{L}\p{N}._\/-]{0,31}$/u;

// A hospital's number as it is stored, or null where it cannot be one.
export function cleanNumber(typed) {
  const number = typed.trim().toUpperCase();
  return isNumber.test(number) ? number : null;
}

const isOfToday = stored => {
  const age = Date.now() - (stored?.startedAt ?? -Infinity);
  return age >= 0 && age < longest;
};

export async function round() {
  const stored = await setting('round');
  if (isOfToday(stored)) return stored.patients;
  if (stored) await dropSetting('round');
  return [];
}

// In one step, as another tab or the end of an answer may change it at the same time.
const change = edit => changeSetting('round', stored => {
  const { startedAt, patients } = isOfToday(stored) ? stored : { startedAt: Date.now(), patients: [] };
  return { startedAt, patients: edit(patients) };
});

export const addPatient = number =>
  change(patients => (patients.some(each => each.number === number) ? patients : [...patients, { number, isAsked: false }]));
export const removePatient = number => change(patients => patients.filter(each => each.number !== number));
export const markAsked = number => change(patients => patients.map(each => (each.number === number ? { ...each, isAsked: true } : each)));
export const endRound = () => dropSetting('round');
