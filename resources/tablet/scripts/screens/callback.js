// Only for who asked to be called: the number. Our own keys, as a tablet's keyboard would remember what was typed.
import { announce, h, icon } from '../dom.js';
import { button, own, screen } from '../frame.js';
import { mainButton, question, stepHeader } from '../questionframe.js';
import { grouped, toE164 } from '../phone.js';
import { writtenLanguage } from '../texts/texts.js';

export function callbackScreen(app) {
  const language = writtenLanguage(app.language);
  const problem = h('p', { class: 'problem', id: 'number-problem', lang: language, hidden: true });
  const field = h('input', {
    class: 'field number-field', type: 'text', inputmode: 'none', maxlength: '24', lang: language, 'aria-label': own(app, 'phoneNumber'),
    autocomplete: 'off', autocorrect: 'off', spellcheck: 'false', 'aria-describedby': 'number-problem', 'data-form-type': 'other',
    oninput: () => {
      field.value = grouped(field.value);
      hideProblem();
    },
  });
  field.value = grouped(app.answer.phone.replace(/^\+237/, ''));

  function hideProblem() {
    problem.hidden = true;
    field.removeAttribute('aria-invalid');
  }

  function type(change) {
    field.value = grouped(change(field.value));
    hideProblem();
  }

  const finish = () => {
    const number = toE164(field.value);
    if (!number) {
      problem.replaceChildren(icon('alert'), own(app, 'badNumber'));
      problem.hidden = false;
      field.setAttribute('aria-invalid', 'true');
      announce(own(app, 'badNumber'), language);
      field.focus();
      return;
    }
    app.answer.phone = number;
    app.forward();
  };
  const key = text => h('button', { class: 'key', type: 'button', onclick: () => type(value => value + text) }, text);
  const element = screen({
    name: 'callback',
    header: stepHeader(app, app.stepCount, () => app.back()),
    main: [
      question(app, 'callback.question'),
      h('div', { class: 'number' },
        h('div', { class: 'number-line' }, h('span', { class: 'prefix', 'aria-hidden': 'true' }, '+237'), field), problem),
      h('div', { class: 'keypad', lang: language }, [...'123456789+0'].map(key),
        h('button', { class: 'key', type: 'button', 'aria-label': own(app, 'deleteDigit'), onclick: () => type(value => value.trimEnd().slice(0, -1)) },
          icon('deleteDigit'))),
    ],
    footer: [
      button(app, 'withoutNumber', null, () => {
        app.answer.wantsCall = false;
        app.answer.phone = '';
        app.forward();
      }),
      mainButton(app, 'send', 'send', finish, { iconFirst: true }),
    ],
  });
  return {
    element,
    next: finish,
    leave: () => (field.value = ''),
    keys: event => {
      if (event.target === field) return false;
      if (/^[0-9+]$/.test(event.key)) type(value => value + event.key);
      else if (event.key === 'Backspace') type(value => value.trimEnd().slice(0, -1));
      else return false;
      return true;
    },
  };
}
