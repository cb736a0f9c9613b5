// The first question: five faces, each with its words, which are said when it is touched.
import { drawing, h, icon } from '../dom.js';
import { faceShapes } from '../faces.js';
import { button, screen } from '../frame.js';
import { mainButton, question, stepHeader, words } from '../questionframe.js';
import { canSay, say } from '../speech.js';
import { wording } from '../texts/texts.js';

// Where the question itself is marked as French, its answers need no mark each.
const isMarked = app => wording('faces.question', app.language, app.configuration).language === app.language;

function face(app, value, chosen) {
  const key = `face.${value}`;
  const input = h('input', {
    type: 'radio', name: 'face', value, class: 'unseen', autocomplete: 'off', checked: chosen === value,
    onchange: () => choose(app, value),
    onclick: () => say(key, app.language, app.configuration),
  });
  return h('label', { class: 'tile face' }, input, drawing(faceShapes[value], 'face-drawing'),
    words(app, key, { class: 'face-words', marked: isMarked(app) }),
    icon(canSay(key, app.language, app.configuration) ? 'sound' : 'silent'));
}

const choose = (app, value) => app.answer.rate('emoji_rating', value);

export function facesScreen(app) {
  const element = screen({
    name: 'faces',
    header: stepHeader(app, 1, () => app.back()),
    main: [
      question(app, 'faces.question'),
      h('div', { class: 'faces', role: 'radiogroup', 'aria-labelledby': 'question' },
        [5, 4, 3, 2, 1].map(value => face(app, value, app.answer.ratings.emoji_rating))),
    ],
    footer: [
      button(app, 'skip', null, () => {
        choose(app, null);
        app.forward();
      }),
      mainButton(app, 'next', 'next', () => app.forward()),
    ],
  });
  element.querySelector('h1').id = 'question';
  return {
    element,
    next: () => app.forward(),
    keys: event => {
      if (!/^[1-5]$/.test(event.key)) return false;
      const input = element.querySelector(`input[value="${event.key}"]`);
      input.focus();
      input.click();
      return true;
    },
  };
}
