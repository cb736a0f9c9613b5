// The staff's page behind the PIN: what waits, the round, the export for a tablet that is retired.
import { announce, h, icon } from '../dom.js';
import { brandHeader, own, screen } from '../frame.js';
import { mainButton } from '../questionframe.js';
import { exportQueue } from '../staff/export.js';
import { everything, sendAgain } from '../store/queue.js';

function action(app, key, iconName, why, onclick) {
  return h('button', { class: 'tile action', type: 'button', lang: app.language, onclick }, icon(iconName),
    h('span', { class: 'action-words' }, h('strong', {}, own(app, key)), h('span', { class: 'action-why' }, own(app, why))));
}

export function staffScreen(app) {
  const state = h('p', { class: 'staff-state', role: 'status' });
  const persistence = h('p', { class: 'staff-warning', hidden: true }, icon('alert'), own(app, 'notPersistent'));
  const note = h('p', { class: 'staff-note', role: 'status' });
  const say = words => {
    note.textContent = words;
    announce(words, app.language);
  };

  async function drawState() {
    const entries = await everything();
    const refused = entries.filter(entry => entry.state === 'refused').length;
    const waiting = entries.length - refused;
    state.textContent = [
      waiting === 0 ? own(app, 'allSent') : own(app, 'waiting', { count: waiting }),
      refused > 0 && own(app, 'refusedCount', { count: refused }),
      app.configuration?.device?.name, own(app, 'versionIs', { version: app.courier.version.slice(0, 8) }),
    ].filter(Boolean).join(' · ');
  }

  async function sendNow() {
    say(own(app, 'sending'));
    for (const entry of await everything()) if (entry.state === 'refused') await sendAgain(entry.client_id);
    app.courier.hurry();
  }

  async function save() {
    try {
      const count = await exportQueue(app.configuration?.device ?? null, app.courier.version);
      say(own(app, 'exported', { count }));
    } catch (error) {
      console.error('exporting failed:', error.name);
      say(own(app, 'exportFailed'));
    }
  }

  async function toggleFullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen().catch(() => say(own(app, 'noFullScreen')));
  }

  // Asked for again, as browsers give it to pages that are used or installed.
  async function showPersistence() {
    const { storage } = navigator;
    persistence.hidden = Boolean((await storage?.persisted?.()) || (await storage?.persist?.()));
  }

  drawState();
  showPersistence();
  return {
    element: screen({
      name: 'staff',
      header: brandHeader(app),
      main: [
        h('div', { class: 'question question-stacked', lang: app.language }, h('h1', { tabindex: '-1' }, own(app, 'staffTitle')), state, persistence),
        h('div', { class: 'actions' },
          action(app, 'roundTitle', 'list', 'roundWhy', () => app.go('round')),
          action(app, 'sendNow', 'send', 'sendNowWhy', sendNow),
          action(app, 'exportTitle', 'download', 'exportWhy', save),
          action(app, 'fullScreen', 'maximize', 'fullScreenWhy', toggleFullScreen),
          action(app, 'pairAgain', 'scan', 'pairAgainWhy', () => app.go('pairing')),
          action(app, 'otherLanguage', 'person', 'otherLanguageWhy', () => app.swapStaffLanguage())),
        note,
      ],
      footer: [mainButton(app, 'toPatients', 'next', () => app.wipe())],
    }),
    escape: () => app.wipe(),
    back: () => app.wipe(),
    sent: outcome => {
      drawState();
      if (note.textContent) say(own(app, outcome === 'done' ? 'allSent' : outcome === 'unreachable' ? 'noNetwork' : 'sendLater'));
    },
  };
}
