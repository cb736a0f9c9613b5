// The frame of every screen: header, what is asked, footer; and the parts that screens share.
import { h, icon } from './dom.js';
import { canSay, say } from './speech.js';
import { plain, wording, writtenLanguage } from './texts/texts.js';

const longPress = 3000; // ms

// A word of the page itself, in French where the language has none of ours.
export const own = (app, key, values) => plain(key, app.language, values);

// "3 waiting / all sent", kept up to date by the application.
function queueChip(app) {
  const chip = h('p', { class: 'chip', role: 'status', lang: writtenLanguage(app.language) });
  app.showQueueIn(chip);
  return chip;
}

// The staff's door: three seconds with a finger; at once with a key or a switch, where a long press is no protection. The PIN is.
function logo(app) {
  let timer = 0;
  let isPointer = false;
  const open = () => app.openStaffDoor();
  const cancel = () => clearTimeout(timer);
  return h('button', {
    class: 'logo', type: 'button', 'aria-label': own(app, 'logo'), lang: writtenLanguage(app.language),
    onpointerdown: () => {
      isPointer = true;
      timer = setTimeout(open, longPress);
    },
    onpointerup: cancel, onpointerleave: cancel, onpointercancel: cancel,
    oncontextmenu: event => event.preventDefault(),
    onclick: event => {
      if (!isPointer || event.detail === 0) open();
      isPointer = false;
    },
  }, icon('heart'));
}

export function brandHeader(app) {
  const place = [app.configuration?.hospital?.name, app.configuration?.device?.ward].filter(Boolean).join(' · ') || location.host;
  return h('header', { class: 'header' },
    logo(app),
    h('div', { class: 'brand' }, h('p', { class: 'brand-name' }, 'Accueil'), h('p', { class: 'brand-place' }, place)),
    queueChip(app));
}

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

// The button that says a key aloud. Crossed out where nothing on this tablet can say it.
export function speaker(app, key, { language = app.language, what = null } = {}) {
  const words = what ?? wording(key, language, app.configuration).text;
  const isAble = canSay(key, language, app.configuration);
  const button = h('button', {
    class: isAble ? 'speaker' : 'speaker speaker-silent', type: 'button', lang: writtenLanguage(app.language),
    'aria-label': own(app, isAble ? 'listenTo' : 'noSound', { what: words }),
    'aria-disabled': isAble ? null : 'true',
    onclick: () => {
      if (!isAble) return;
      app.wantsSound = true;
      say(key, language, app.configuration);
    },
  }, icon(isAble ? 'sound' : 'silent'));
  return button;
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

export function button(app, key, iconName, onclick, attributes = {}) {
  return h('button', { class: 'button', type: 'button', onclick, lang: writtenLanguage(app.language), ...attributes },
    iconName && icon(iconName), h('span', {}, own(app, key)));
}

export function screen({ name, header, main, footer }) {
  return h('div', { class: `screen screen-${name}` }, header, h('main', { class: 'main-part' }, main),
    footer && h('footer', { class: 'footer' }, footer));
}
