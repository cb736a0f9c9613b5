// Says a text aloud: the hospital's recording where there is one, the browser's French or English speech otherwise.
import { fetched, read } from './store/database.js';
import { languageNames, wording } from './texts/texts.js';

let playing = null; // {audio, url} of a recording that is heard now
let hasSpoken = false; // with the browser's voice, which takes its time to be there
let turn = 0; // counts what was said or hushed: what comes late has lost its turn

export function hush() {
  ++turn;
  if (hasSpoken) speechSynthesis.cancel();
  if (!playing) return;
  playing.audio.pause();
  URL.revokeObjectURL(playing.url);
  playing = null;
}

const voiceFor = language =>
  (globalThis.speechSynthesis?.getVoices() ?? []).find(voice => voice.lang.toLowerCase().startsWith(language));

// What would be spoken for a key: the words and the tongue of the voice. A text in a local language has no voice, so its French
// is said.
function spoken(key, language, configuration) {
  if (key === 'language.name') return { words: languageNames[language].spoken, tongue: languageNames[language].speech };
  const tongue = language === 'en' ? 'en' : 'fr';
  return { words: wording(key, tongue, configuration).text, tongue };
}

const promptOf = (key, language, configuration) =>
  configuration?.prompts?.find(prompt => prompt.key === key && prompt.language === language);

export function canSay(key, language, configuration) {
  return Boolean(promptOf(key, language, configuration) || voiceFor(spoken(key, language, configuration).tongue));
}

// Voices come late in some browsers; `changed` is called when more can be said than before.
export function onVoices(changed) {
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', changed);
}

// Whether it is heard, or need not be any more.
async function play(prompt, ours) {
  const bytes = await read('prompts', store => fetched(store.get(prompt.sha256)));
  if (turn !== ours) return true;
  if (!bytes) return false;
  const url = URL.createObjectURL(new Blob([bytes], { type: prompt.media_type }));
  const audio = new Audio(url);
  playing = { audio, url };
  audio.addEventListener('ended', () => playing?.audio === audio && hush());
  await audio.play();
  return true;
}

export async function say(key, language, configuration) {
  hush();
  const ours = turn;
  const prompt = promptOf(key, language, configuration);
  // A recording that cannot be played must not leave the person without a voice.
  if (prompt && (await play(prompt, ours).catch(() => false))) return;
  if (turn !== ours) return;
  const { words, tongue } = spoken(key, language, configuration);
  const voice = voiceFor(tongue);
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  hasSpoken = true;
  speechSynthesis.speak(utterance);
}
