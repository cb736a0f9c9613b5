// Before anything else: this tablet is made one of the hospital's, with a code that is good once. Also shown when it was revoked.
import { announce, h, icon } from '../dom.js';
import { brandHeader, button } from '../frame.js';
import { plain } from '../texts/texts.js';
import { Refused } from '../sync/api.js';

const codeLength = 8;
const sign = /[^23456789ABCDEFGHJKLMNPQRSTUVWXYZ]/g;
export const cleanCode = typed => typed.toUpperCase().replace(sign, '').slice(0, codeLength);

function reason(error) {
  if (!(error instanceof Refused)) return 'pairUnreachable';
  return error.status === 429 ? 'pairTooMany' : 'pairWrong';
}

// French with English under it: who installs a tablet has chosen no language yet.
const twice = (key, values) => [
  h('span', { lang: 'fr' }, plain(key, 'fr', values)),
  h('span', { lang: 'en', class: 'second' }, plain(key, 'en', values)),
];

function revokedNotice(count) {
  return h('div', { class: 'banner warning' }, icon('alert'), h('p', {},
    h('strong', {}, plain('revoked', 'fr')), ' ', count > 0 && plain('revokedKept', 'fr', { count }),
    h('span', { lang: 'en', class: 'second' }, `${plain('revoked', 'en')} ${count > 0 ? plain('revokedKept', 'en', { count }) : ''}`)));
}

export function pairingScreen(app, { code = '' } = {}) {
  let isGone = false;
  const problem = h('p', { class: 'problem', id: 'code-problem', hidden: true });
  const field = h('input', {
    class: 'field code-field', id: 'code', type: 'text', value: code, maxlength: '12', autocomplete: 'off', autocorrect: 'off',
    autocapitalize: 'characters', spellcheck: 'false', 'aria-describedby': 'code-problem', 'data-form-type': 'other',
  });
  const isPaired = app.configuration && !app.isRevoked;
  const submit = h('button', { class: 'button main', type: 'submit' }, h('span', {}, plain('pair', 'fr')), icon('next'));

  function complain(key) {
    problem.replaceChildren(icon('alert'), h('span', {}, twice(key)));
    problem.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    announce(plain(key, 'fr'));
    field.focus();
  }

  async function send(event) {
    event?.preventDefault();
    problem.hidden = true;
    field.removeAttribute('aria-invalid');
    const clean = cleanCode(field.value);
    if (clean.length !== codeLength) return complain('pairShort');
    submit.disabled = true;
    submit.firstChild.textContent = plain('pairing', 'fr');
    try {
      await app.pairWith(clean, () => !isGone);
    } catch (error) {
      if (isGone) return;
      submit.disabled = false;
      submit.firstChild.textContent = plain('pair', 'fr');
      complain(reason(error));
    }
  }

  const element = h('div', { class: 'screen screen-pairing' },
    brandHeader(app),
    h('main', { class: 'main-part' },
      h('div', { class: 'question question-stacked' }, h('h1', { tabindex: '-1' }, plain('pairTitle', 'fr')),
        h('p', { class: 'second', lang: 'en' }, plain('pairTitle', 'en'))),
      app.isRevoked && revokedNotice(app.waiting),
      h('form', { class: 'pair-form', autocomplete: 'off', novalidate: true, onsubmit: send },
        h('p', { class: 'explanation' }, twice('pairHow')),
        h('label', { for: 'code', class: 'field-label' }, plain('pairCode', 'fr'), ' ', h('span', { lang: 'en' }, `· ${plain('pairCode', 'en')}`)),
        field, problem, submit)),
    isPaired && h('footer', { class: 'footer' }, button(app, 'back', 'back', () => app.wipe())));
  return {
    element,
    back: () => app.wipe(),
    enter: () => code !== '' && send(),
    leave: () => (isGone = true),
    focus: () => (app.isRevoked ? element.querySelector('h1') : field),
  };
}
