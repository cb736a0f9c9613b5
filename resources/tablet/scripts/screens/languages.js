// The first screen: whoever takes the tablet chooses a language, which says its own name in writing and in sound.
import { h, icon } from '../dom.js';
import { brandHeader, screen, speaker } from '../frame.js';
import { languageNames, plain } from '../texts/texts.js';

function tile(app, language) {
  const { written } = languageNames[language];
  return h('li', { class: 'tile language-tile' },
    speaker(app, 'language.name', { language, what: written }),
    h('button', { class: 'tile-button', type: 'button', lang: language, onclick: () => app.begin(language) },
      h('span', {}, written), icon('open')));
}

function moveAlong(event, element) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return false;
  const tiles = [...element.querySelectorAll('.tile-button')];
  const now = tiles.findIndex(button => button.closest('.tile').contains(document.activeElement));
  tiles[now < 0 ? 0 : (now + step + tiles.length) % tiles.length].focus();
  return true;
}

export function languagesScreen(app) {
  const languages = (app.configuration?.languages ?? ['fr', 'en']).filter(language => language in languageNames);
  const promise = app.patient
    ? plain('promiseFor', 'fr', { patient: app.patient })
    : plain('promise', 'fr');
  const element = screen({
    name: 'languages',
    header: brandHeader(app),
    main: [
      h('div', { class: 'question question-stacked' },
        h('h1', { tabindex: '-1', lang: 'fr' }, plain('chooseLanguage', 'fr')),
        h('p', { class: 'second', lang: 'en' }, plain('chooseLanguage', 'en'))),
      h('ul', { class: 'tiles' }, languages.map(language => tile(app, language))),
      h('p', { class: 'promise', lang: 'fr' }, icon('shield'), h('span', {}, promise)),
    ],
  });
  return { element, keys: event => moveAlong(event, element) };
}
