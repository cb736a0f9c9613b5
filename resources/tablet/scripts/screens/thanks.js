// The answer is stored on the tablet; it may still be corrected until this screen is left, after 8 s by itself.
import { h, icon } from '../dom.js';
import { brandHeader, button, own, screen, speaker } from '../frame.js';
import { mainButton, words } from '../questionframe.js';
import { plain, writtenLanguage } from '../texts/texts.js';

const shown = 8; // s

function countdown(app) {
  const bar = h('div', { class: 'bar-part' });
  const line = h('p', { class: 'clears' });
  const element = h('div', { class: 'countdown', lang: writtenLanguage(app.language) }, line,
    h('div', { class: 'bar', 'aria-hidden': 'true' }, bar));
  let left = shown;
  const show = () => {
    line.textContent = own(app, 'clearsIn', { count: left });
    bar.style.width = `${(left / shown) * 100}%`;
  };
  show();
  const timer = setInterval(() => {
    left -= 1;
    if (left === 0) app.leave();
    else show();
  }, 1000);
  return { element, stop: () => clearInterval(timer) };
}

export function thanksScreen(app) {
  const ward = app.configuration?.device?.ward;
  const clock = countdown(app);
  const offline = h('div', { class: 'banner warning', role: 'status', lang: writtenLanguage(app.language), hidden: !app.isOffline },
    icon('offline'), h('p', {}, h('strong', {}, own(app, 'noNetwork')), h('br'), own(app, 'leavesLater')));
  const element = screen({
    name: 'thanks',
    header: brandHeader(app),
    main: [
      h('div', { class: 'thanks' },
        h('div', { class: 'thanks-mark' }, icon('check')),
        h('h1', { tabindex: '-1', lang: writtenLanguage(app.language) }, own(app, 'thankYou')),
        h('p', { class: 'thanks-words' }, words(app, 'thanks'),
          ward && h('span', { lang: writtenLanguage(app.language) }, ` ${plain('wardReads', app.language, { ward })}`)),
        speaker(app, 'thanks')),
      offline,
      clock.element,
    ],
    footer: [
      button(app, 'correct', 'correct', () => app.correct()),
      mainButton(app, app.patient ? 'giveBack' : 'nextPerson', 'person', () => app.leave(), { iconFirst: true }),
    ],
  });
  return {
    element,
    // Whether there is a network is found out while this is shown.
    enter: () => app.courier.run(true),
    sent: () => (offline.hidden = !app.isOffline),
    leave: clock.stop,
    next: () => app.leave(),
    escape: () => app.correct(),
  };
}
