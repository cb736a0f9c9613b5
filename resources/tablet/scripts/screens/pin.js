// The staff's PIN: before the staff's page, and when a patient has given the tablet back during a round.
import { announce, h, icon } from '../dom.js';
import { brandHeader, button, own, screen } from '../frame.js';
import { mainButton } from '../questionframe.js';
import { pauseLeft, tryPin } from '../staff/pin.js';
import { plain } from '../texts/texts.js';

const longest = 12; // digits

export function pinScreen(app, { purpose = 'open' } = {}) {
  const isGivenBack = purpose === 'giveBack';
  const pin = app.configuration?.pin;
  let digits = '';
  let isChecking = false;
  let isGone = false;
  let timer = 0;
  const dots = h('p', { class: 'pin-dots', role: 'img' });
  const problem = h('p', { class: 'problem', role: 'alert' });

  function draw() {
    dots.replaceChildren(...[...digits].map(() => h('span', { class: 'pin-dot' })));
    dots.setAttribute('aria-label', own(app, 'pinDigits', { count: digits.length }));
  }

  const complain = words => problem.replaceChildren(...(words ? [icon('alert'), words] : []));

  function type(digit) {
    digits = (digits + digit).slice(0, longest);
    complain('');
    draw();
  }

  function remove() {
    digits = digits.slice(0, -1);
    draw();
  }

  async function showPause() {
    clearTimeout(timer);
    const seconds = await pauseLeft();
    if (isGone) return seconds;
    complain(seconds > 0 ? own(app, 'pinPause', { count: seconds }) : '');
    if (seconds > 0) timer = setTimeout(showPause, 1000);
    return seconds;
  }

  async function check() {
    if (isChecking || digits === '') return;
    isChecking = true;
    const given = digits;
    digits = '';
    draw();
    try {
      if ((await showPause()) > 0) return;
      const isRight = await tryPin(given, pin);
      if (isGone) return; // nobody gets the staff's page who did not ask for it
      if (isRight) {
        app.go(isGivenBack ? 'round' : 'staff');
        return;
      }
      if ((await showPause()) === 0) complain(own(app, 'pinWrong'));
      announce(problem.textContent, app.language);
    } finally {
      isChecking = false;
    }
  }

  const key = digit => h('button', { class: 'key', type: 'button', onclick: () => type(digit) }, digit);
  const keypad = h('div', { class: 'keypad', lang: app.language }, [...'123456789'].map(key), h('span'), key('0'),
    h('button', { class: 'key', type: 'button', 'aria-label': own(app, 'deleteDigit'), onclick: remove }, icon('deleteDigit')));
  draw();
  // In both languages: without a PIN nobody gets to the page where the staff's language is chosen.
  const missing = ['fr', 'en'].map(language => h('p', { class: 'second', lang: language }, plain('pinMissing', language)));
  const title = isGivenBack ? 'pinGiveBack' : 'pinTitle';
  return {
    element: screen({
      name: 'pin',
      header: brandHeader(app),
      main: [
        h('div', { class: 'question question-stacked', lang: app.language },
          h('h1', { tabindex: '-1' }, own(app, title)), !pin && missing),
        pin && h('div', { class: 'pin-entry' }, dots, problem),
        pin && keypad,
      ],
      footer: [
        button(app, isGivenBack ? 'nextPerson' : 'cancel', null, () => app.wipe()),
        pin && mainButton(app, 'open', 'next', check),
      ],
    }),
    enter: () => pin && showPause(),
    leave: () => {
      isGone = true;
      clearTimeout(timer);
    },
    next: () => pin && check(),
    escape: () => app.wipe(),
    back: () => app.wipe(),
    keys: event => {
      if (!pin) return false;
      if (/^[0-9]$/.test(event.key)) type(event.key);
      else if (event.key === 'Backspace') remove();
      else return false;
      return true;
    },
  };
}
