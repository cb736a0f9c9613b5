// The frame of every screen: header, main part, footer; and the parts that the first screens have too.
import { h, icon } from './dom.js';
import { canSay, say } from './speech.js';
import { plain, wording, writtenLanguage } from './texts/texts.js';

const longPress = 3000; // ms

// A word of the page itself, in French where the language has none of ours.
export const own = (app, key, values) => plain(key, app.language, values);

// "3 waiting / all sent", kept up to date by the application.
export function queueChip(app) {
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

export function button(app, key, iconName, onclick, attributes = {}) {
  return h('button', { class: 'button', type: 'button', onclick, lang: writtenLanguage(app.language), ...attributes },
    iconName && icon(iconName), h('span', {}, own(app, key)));
}

export function screen({ name, header, main, footer }) {
  return h('div', { class: `screen screen-${name}` }, header, h('main', { class: 'main-part' }, main),
    footer && h('footer', { class: 'footer' }, footer));
}
