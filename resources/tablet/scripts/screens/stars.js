// The second question: some stars for each of what the hospital asks in this ward, and 0 to 10 for a recommendation.
import { likelihood } from '../answer.js';
import { h, icon } from '../dom.js';
import { button, own, screen, speaker } from '../frame.js';
import { mainButton, question, stepHeader, words } from '../questionframe.js';
import { plain, wording, writtenLanguage } from '../texts/texts.js';

// A row of choices; touching the chosen one again takes it back.
function choices(app, name, values, label, draw) {
  let before = app.answer.ratings[name];
  const inputs = values.map(value => h('input', {
    type: 'radio', name, value, class: 'unseen', autocomplete: 'off', checked: before === value,
    'aria-label': label(value),
    lang: writtenLanguage(app.language),
    onclick: event => {
      const isTakenBack = before === value && event.detail > 0;
      if (isTakenBack) event.target.checked = false;
      set(isTakenBack ? null : value);
    },
  }));
  const labels = inputs.map((input, index) => h('label', { class: 'choice' }, input, draw(values[index])));
  function set(value) {
    before = value ?? undefined;
    app.answer.rate(name, value);
    labels.forEach((each, index) => each.classList.toggle('full', value !== null && values[index] <= value));
  }
  if (before !== undefined) set(before);
  return labels;
}

// Where the question itself is marked as French, its rows need no mark each.
const isMarked = app => wording('stars.question', app.language, app.configuration).language === app.language;

function card(app, name) {
  const isLikelihood = name === likelihood;
  const values = isLikelihood ? Array.from({ length: 11 }, (_, index) => index) : [1, 2, 3, 4, 5];
  const label = count => plain(isLikelihood ? 'pointsOf' : 'starsOf', app.language, { count });
  const draw = value => (isLikelihood ? h('span', { class: 'point' }, String(value)) : icon('star'));
  return h('fieldset', { class: isLikelihood ? 'card stars-card points-card' : 'card stars-card' },
    words(app, name, { tag: 'legend', marked: isMarked(app) }),
    h('div', { class: 'choices' }, choices(app, name, values, label, draw)),
    isLikelihood && h('p', { class: 'ends', lang: writtenLanguage(app.language) },
      h('span', {}, own(app, 'unlikely')), h('span', {}, own(app, 'likely'))),
    speaker(app, name));
}

export function starsScreen(app) {
  const names = app.questions;
  const element = screen({
    name: 'stars',
    header: stepHeader(app, 2, () => app.back()),
    main: [question(app, 'stars.question'), h('div', { class: 'stars' }, names.map(name => card(app, name)))],
    footer: [
      button(app, 'skip', null, () => {
        for (const name of names) app.answer.rate(name, null);
        app.forward();
      }),
      mainButton(app, 'next', 'next', () => app.forward()),
    ],
  });
  return {
    element,
    next: () => app.forward(),
    // 1 to 5 (0 to 9 where ten are asked) answer the row that has the focus, or the first that has no answer.
    keys: event => {
      if (!/^[0-9]$/.test(event.key)) return false;
      const rows = [...element.querySelectorAll('fieldset')];
      const row = rows.find(each => each.contains(document.activeElement))
        ?? rows.find(each => !each.querySelector('input:checked'));
      const input = row?.querySelector(`input[value="${event.key}"]`);
      if (!input) return false;
      input.focus();
      input.click();
      return true;
    },
  };
}
