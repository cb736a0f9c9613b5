// The frame of what is asked: the step, the question, the way on.
import { h, icon } from './dom.js';
import { own, queueChip, speaker } from './frame.js';
import { plain, wording, writtenLanguage } from './texts/texts.js';

// `step` of the questions, from 1; 0 where there are none to count.
export function stepHeader(app, step, goBack) {
  const count = app.stepCount;
  const dots = Array.from({ length: count }, (_, index) =>
    h('span', { class: index + 1 === step ? 'dot dot-now' : index + 1 < step ? 'dot dot-done' : 'dot' }));
  return h('header', { class: 'header' },
    h('button', { class: 'button', type: 'button', onclick: goBack, lang: writtenLanguage(app.language) },
      icon('back'), h('span', {}, own(app, 'back'))),
    step > 0
      ? h('p', { class: 'dots', role: 'img', 'aria-label': own(app, 'step', { step, count }), lang: writtenLanguage(app.language) }, dots)
      : h('span'),
    queueChip(app));
}

// Words for a key that the hospital may have entered, with the mark of French where another language was chosen.
export function words(app, key, { tag = 'span', marked = true, ...attributes } = {}) {
  const { text, language } = wording(key, app.language, app.configuration);
  const isBorrowed = marked && language !== app.language;
  return h(tag, { lang: language, ...attributes }, text,
    isBorrowed && h('small', { class: 'borrowed' }, ` ${plain('inFrench', 'fr')}`));
}

// The question of a screen: its heading takes the focus, so that a screen reader begins there.
export function question(app, key) {
  return h('div', { class: 'question' }, words(app, key, { tag: 'h1', tabindex: '-1' }), speaker(app, key));
}

export function mainButton(app, key, iconName, onclick, { iconFirst = false } = {}) {
  const parts = [h('span', {}, own(app, key)), icon(iconName)];
  return h('button', { class: 'button main', type: 'button', onclick, lang: writtenLanguage(app.language) },
    iconFirst ? parts.reverse() : parts);
}
