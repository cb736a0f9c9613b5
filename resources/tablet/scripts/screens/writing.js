// Writing, with the letters of Duala, Basaa and Ewondo that the tablet's own keyboard lacks.
import { h, icon } from '../dom.js';
import { own } from '../frame.js';
import { writtenLanguage } from '../texts/texts.js';

const letters = ['ɓ', 'ɗ', 'ɛ', 'ə', 'ŋ', 'ɔ'];
const tones = { acute: '\u0301', grave: '\u0300', circumflex: '\u0302', caron: '\u030C' };
const longest = 4000; // characters, as the server's rule for comments
const anyTone = /[\u0300\u0301\u0302\u030C]$/;

// Puts `text` where the caret is; a tone goes on the letter before it, in place of the tone it had.
function insert(field, text) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  let before = value.slice(0, start);
  const isTone = Object.values(tones).includes(text);
  if (isTone) before = before.normalize('NFD').replace(anyTone, '');
  const whole = (before + text).normalize('NFC');
  if (isTone && !/\p{L}[\u0300-\u036f]?$/u.test(before)) return;
  if (whole.length + value.length - end > longest) return;
  field.value = whole + value.slice(end);
  field.setSelectionRange(whole.length, whole.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

// `notice` is the key of why there is no voice, where there is none.
export function writingPart(app, notice = null) {
  const field = h('textarea', {
    class: 'field words-field words-start', maxlength: longest, 'aria-label': own(app, 'yourWords'), lang: app.language,
    autocomplete: 'off', autocorrect: 'off', autocapitalize: 'sentences', spellcheck: 'false', 'data-form-type': 'other',
    oninput: () => (app.answer.comments = field.value),
  });
  field.value = app.answer.comments;
  let isCapital = false;
  // A touch on a key of the palette leaves the caret where it is, and the tablet's keyboard open.
  const key = (label, text, name) => h('button', {
    class: 'key', type: 'button', 'aria-label': name,
    onpointerdown: event => event.preventDefault(),
    onclick: () => insert(field, typeof text === 'function' ? text() : text),
  }, label);
  const cased = letter => (isCapital ? letter.toUpperCase() : letter);
  const letterKeys = letters.map(letter => key(letter, () => cased(letter)));
  const capitals = h('button', {
    class: 'key key-capitals', type: 'button', 'aria-pressed': 'false', 'aria-label': own(app, 'capitals'),
    onpointerdown: event => event.preventDefault(),
    onclick: () => {
      isCapital = !isCapital;
      capitals.setAttribute('aria-pressed', String(isCapital));
      letterKeys.forEach((each, index) => (each.textContent = cased(letters[index])));
    },
  }, '⇧');
  const toneKeys = Object.entries(tones).map(([name, mark]) => key(`◌${mark}`, mark, own(app, `tone${name}`)));
  return {
    element: h('div', { class: 'writing' },
      notice && h('p', { class: 'take-note', lang: writtenLanguage(app.language) }, icon('alert'), own(app, notice)), field,
      h('div', { class: 'palette', role: 'group', 'aria-label': own(app, 'letters'), lang: writtenLanguage(app.language) },
        letterKeys, toneKeys, capitals)),
    keys: () => false,
    settle: async () => {},
    leave: () => (field.value = ''),
    discard: () => {},
    isBusy: () => false,
  };
}
