// Builds the page's elements.
import { iconShapes } from './icons.js';

// h('button', {class: 'main', onclick: send}, 'Send'): attributes, on* listeners, and children; null and false are left out.
export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const parsed = new Map();

// A drawing of ours or of the icon set; decoration: the words beside it carry the name.
export function drawing(markup, className) {
  if (!parsed.has(markup)) parsed.set(markup, new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement);
  const svg = document.importNode(parsed.get(markup), true);
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return svg;
}

export const icon = name => drawing(iconShapes[name], `icon icon-${name}`);

// Says something to screen readers without moving the focus.
export function announce(words, language = 'fr') {
  const announcer = document.getElementById('announcer');
  announcer.lang = language;
  announcer.textContent = words;
}
