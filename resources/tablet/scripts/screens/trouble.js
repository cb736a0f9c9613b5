// Where the page cannot work: said plainly, with the address of the page that helps.
import { h, icon } from '../dom.js';
import { plain } from '../texts/texts.js';

function trouble(title, why, help) {
  const part = language => h('div', { lang: language, class: language === 'fr' ? 'explanation' : 'explanation second' },
    h(language === 'fr' ? 'h1' : 'h2', { tabindex: '-1' }, plain(title, language)), h('p', {}, plain(why, language)),
    help(language));
  return { element: h('div', { class: 'screen screen-trouble' },
    h('main', { class: 'main-part' }, icon('lock'), part('fr'), part('en'))) };
}

function helpPage(language) {
  const address = `http://${location.host}/`;
  return h('p', {}, plain('helpPage', language, { address: '' }), h('a', { href: address }, address));
}

const again = language => h('button', { class: 'button main', type: 'button', onclick: () => location.reload() }, plain('retry', language));

export const insecureScreen = () => trouble('insecureTitle', 'insecureWhy', helpPage);
export const oldBrowserScreen = () => trouble('oldBrowserTitle', 'oldBrowserWhy', helpPage);
export const noStorageScreen = () => trouble('noStorageTitle', 'noStorageWhy', again);
