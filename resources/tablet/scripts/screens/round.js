// The round through the ward: the patients' numbers, typed or scanned, and who was asked.
import { announce, h, icon } from '../dom.js';
import { brandHeader, button, own, screen } from '../frame.js';
import { mainButton } from '../questionframe.js';
import { watchForCode } from '../staff/camera.js';
import { addPatient, cleanNumber, endRound, removePatient, round } from '../staff/round.js';

const cameraPatience = 60_000; // ms that a camera without a touch counts as somebody

export function roundScreen(app) {
  let camera = null;
  let cameraSince = 0; // Date.now()
  let isGone = false;
  const problem = h('p', { class: 'problem', id: 'patient-problem' });
  const list = h('ul', { class: 'round-list' });
  const video = h('video', { class: 'camera', playsinline: true, muted: true, hidden: true, 'aria-label': own(app, 'camera') });
  const field = h('input', {
    class: 'field', id: 'patient', type: 'text', maxlength: '32', autocomplete: 'off', autocorrect: 'off', autocapitalize: 'characters',
    spellcheck: 'false', 'aria-describedby': 'patient-problem', 'data-form-type': 'other',
  });
  const complain = key => {
    problem.replaceChildren(...(key ? [icon('alert'), own(app, key)] : []));
    if (key) announce(own(app, key), app.language);
  };

  function row({ number, isAsked }) {
    return h('li', { class: 'round-row' },
      h('span', { class: 'round-number' }, number),
      h('span', { class: isAsked ? 'chip chip-good' : 'chip' }, icon(isAsked ? 'check' : 'waiting'), own(app, isAsked ? 'asked' : 'notAsked')),
      button(app, 'handOver', 'person', () => app.handTo(number), { 'aria-label': own(app, 'handOverTo', { patient: number }) }),
      h('button', { class: 'key', type: 'button', 'aria-label': own(app, 'removePatient', { patient: number }), onclick: async () => {
        await removePatient(number);
        await draw();
      } }, icon('erase')));
  }

  async function draw() {
    const patients = await round();
    list.replaceChildren(...patients.map(row));
    if (patients.length === 0) list.append(h('li', { class: 'second' }, own(app, 'roundEmpty')));
  }

  async function add(typed) {
    const number = cleanNumber(typed);
    if (!number) {
      complain('badPatient');
      return false;
    }
    complain('');
    await addPatient(number);
    announce(own(app, 'added', { patient: number }), app.language);
    await draw();
    return true;
  }

  const closeCamera = () => {
    camera?.stop();
    camera = null;
    video.hidden = true;
  };

  async function scan() {
    if (camera) return closeCamera();
    complain('');
    video.hidden = false;
    cameraSince = Date.now();
    const mine = watchForCode(video, text => {
      if (!cleanNumber(text)) {
        complain('badPatient');
        return false;
      }
      add(text);
      closeCamera();
      return true;
    });
    camera = mine;
    try {
      await mine.ready;
    } catch {
      if (camera !== mine) return; // closed meanwhile
      closeCamera();
      complain('noCamera');
    }
  }

  let isSure = false;
  const end = button(app, 'endRound', 'erase', async () => {
    if (!isSure) {
      isSure = true;
      end.lastChild.textContent = own(app, 'endRoundSure');
      return;
    }
    await endRound();
    if (!isGone) app.go('staff');
  }, { class: 'button destructive' });

  const form = h('form', { class: 'round-form', autocomplete: 'off', novalidate: true, onsubmit: async event => {
    event.preventDefault();
    if (await add(field.value)) field.value = '';
    field.focus();
  } },
  h('label', { for: 'patient', class: 'field-label' }, own(app, 'patientNumber')), field,
  h('button', { class: 'button', type: 'submit' }, icon('plus'), h('span', {}, own(app, 'add'))), button(app, 'scan', 'scan', scan));
  draw();
  return {
    element: screen({
      name: 'round',
      header: brandHeader(app),
      main: [
        h('div', { class: 'question', lang: app.language }, h('h1', { tabindex: '-1' }, own(app, 'roundTitle')), end),
        form, problem, video, list,
      ],
      footer: [button(app, 'back', 'back', () => app.go('staff')), mainButton(app, 'toPatients', 'next', () => app.wipe())],
    }),
    escape: () => app.go('staff'),
    back: () => app.go('staff'),
    leave: () => {
      isGone = true;
      closeCamera();
    },
    isBusy: () => camera !== null && Math.abs(Date.now() - cameraSince) < cameraPatience,
  };
}
