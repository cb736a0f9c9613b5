// The third question: in one's own words, spoken or written. Both may be given.
import { h, icon } from '../dom.js';
import { button, own, screen } from '../frame.js';
import { mainButton, question, stepHeader } from '../questionframe.js';
import { writtenLanguage } from '../texts/texts.js';
import { voicePart } from './voice.js';
import { writingPart } from './writing.js';

// Without a name by default; who wants to be called says so here and gives a number on the next screen.
function nameCard(app, changed) {
  const language = writtenLanguage(app.language);
  const isOffered = app.configuration?.callback_offered;
  const title = h('strong', {});
  const why = h('span', {});
  const text = h('p', { class: 'name-words' }, title, h('br'), why);
  const show = () => {
    const whose = app.patient ? 'forPatient' : 'anonymous';
    title.textContent = own(app, isOffered ? 'callMe' : whose, { patient: app.patient });
    why.textContent = app.answer.wantsCall ? own(app, 'callMeNext') : own(app, isOffered ? `${whose}Call` : `${whose}Why`, { patient: app.patient });
    changed();
  };
  if (!isOffered) {
    show();
    return h('div', { class: 'card name-card', lang: language }, icon('shield'), text);
  }
  const input = h('input', {
    type: 'checkbox', role: 'switch', class: 'unseen', autocomplete: 'off', checked: app.answer.wantsCall,
    onchange: () => {
      app.answer.wantsCall = input.checked;
      show();
    },
  });
  show();
  return h('label', { class: 'card name-card', lang: language }, icon('shield'), text, input,
    h('span', { class: 'switch', 'aria-hidden': 'true' }, h('span', { class: 'switch-knob' }, icon('check'))));
}

export function wordsScreen(app) {
  const part = h('div', { class: 'words-part' });
  let current = null;
  let isWriting = false;
  let sendButton;

  let isFinishing = false;
  let isGone = false;
  // A double tap is one way on.
  const finish = async () => {
    if (isFinishing) return;
    isFinishing = true;
    try {
      await current.settle();
      if (!isGone) await app.forward();
    } finally {
      isFinishing = false;
    }
  };
  const label = () => (app.answer.wantsCall ? 'next' : 'send');
  const drawSend = () => {
    const fresh = mainButton(app, label(), app.answer.wantsCall ? 'next' : 'send', finish, { iconFirst: !app.answer.wantsCall });
    sendButton?.replaceWith(fresh);
    sendButton = fresh;
  };
  drawSend();
  const swap = button(app, 'write', 'pencil', async () => {
    await show(!isWriting);
    part.querySelector('.words-start')?.focus();
  });
  const card = nameCard(app, drawSend);

  async function show(writing, notice = null) {
    await current?.settle();
    if (isGone) return;
    current?.leave();
    isWriting = writing;
    current = writing ? writingPart(app, notice) : voicePart(app, why => show(true, why));
    part.replaceChildren(current.element);
    element.classList.toggle('is-writing', writing);
    swap.replaceChildren(icon(writing ? 'microphone' : 'pencil'), h('span', {}, own(app, writing ? 'speak' : 'write')));
  }

  const element = screen({
    name: 'words',
    header: stepHeader(app, app.stepCount, () => app.back()),
    main: [question(app, 'words.question'), part, card],
    footer: [
      swap,
      button(app, 'skip', null, () => {
        current.discard();
        app.answer.comments = '';
        app.answer.take = null;
        app.forward();
      }),
      sendButton,
    ],
  });
  show(app.answer.comments !== '' && !app.answer.take);
  return {
    element,
    next: finish,
    keys: event => current.keys(event),
    settle: () => current.settle(),
    leave: () => {
      isGone = true;
      current.leave();
    },
    isBusy: () => current.isBusy(),
  };
}
