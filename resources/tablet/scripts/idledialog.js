// Asks whether somebody is still there, with the seconds that are left, and wipes when nobody says so.
import { h } from './dom.js';
import { own } from './frame.js';
import { mainButton } from './questionframe.js';
import { IdleWatch } from './idle.js';
import { writtenLanguage } from './texts/texts.js';

export function idleDialog(app) {
  let dialog = null;
  let left = null;

  const close = () => {
    const closing = dialog;
    dialog = null;
    closing?.close();
    closing?.remove();
  };

  function ask(seconds) {
    if (!dialog) {
      left = h('p', { class: 'dialog-words', role: 'timer' });
      dialog = h('dialog', { class: 'dialog', lang: writtenLanguage(app.language), 'aria-labelledby': 'idle-title' },
        h('h2', { id: 'idle-title' }, own(app, 'stillThere')), left, mainButton(app, 'goOn', 'check', close));
      // Also by the system's way back, which is no key and no touch.
      const mine = dialog;
      mine.addEventListener('close', () => dialog === mine && watch.touch());
      document.body.append(dialog);
      dialog.showModal();
    }
    left.textContent = own(app, 'wipesIn', { count: seconds });
  }

  const watch = new IdleWatch({
    limits: () => app.idleLimits,
    isBusy: () => Boolean(app.screen.isBusy?.()),
    ask,
    answered: close,
    wipe: () => {
      close();
      app.wipe();
    },
  });
  return watch;
}
