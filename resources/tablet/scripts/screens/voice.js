// Speaking: one round button, a meter, listening again, erasing with a way back.
import { announce, h, icon } from '../dom.js';
import { button, own } from '../frame.js';
import { longestTake, Recorder } from '../recorder.js';
import { hush } from '../speech.js';
import { writtenLanguage } from '../texts/texts.js';

const barCount = 47;
const audible = 0.25; // of the meter
const undoSeconds = 5;
const longestPlaying = (longestTake + 5) * 1000; // ms; what plays on after that is stuck, and nobody listens
const circumference = 2 * Math.PI * 130;
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function ring() {
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  shape.setAttribute('viewBox', '0 0 280 280');
  shape.setAttribute('class', 'ring');
  shape.setAttribute('aria-hidden', 'true');
  const circles = ['ring-all', 'ring-part'].map(name => {
    const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    for (const [key, value] of Object.entries({ cx: 140, cy: 140, r: 130, class: name })) circle.setAttribute(key, value);
    shape.append(circle);
    return circle;
  });
  circles[1].setAttribute('stroke-dasharray', circumference);
  const show = share => {
    circles[1].setAttribute('stroke-dashoffset', circumference * (1 - share));
    // A round end on nothing would be a dot.
    circles[1].setAttribute('visibility', share > 0 ? 'visible' : 'hidden');
  };
  show(0);
  return { shape, show };
}

export function voicePart(app, writeInstead) {
  const language = writtenLanguage(app.language);
  const { shape, show: showShare } = ring();
  const round = h('button', { class: 'round words-start', type: 'button', lang: language, onclick: () => toggle() });
  const time = h('p', { class: 'take-time', 'aria-hidden': 'true' });
  const bars = Array.from({ length: barCount }, () => h('span', { class: 'level' }));
  const note = h('p', { class: 'take-note', lang: language, 'aria-live': 'polite' });
  const again = button(app, 'replay', 'play', () => replay());
  const erase = button(app, 'erase', 'erase', () => eraseOrUndo(), { class: 'button destructive' });
  let player = null;
  let erased = null; // {take, timer, left}
  let lastHeard = 0;
  let noted = '';
  let isStarting = false; // somebody is asked whether the microphone is allowed
  let isGone = false;

  const recorder = new Recorder({
    heard: (level, seconds) => {
      showTime(seconds);
      bars.unshift(bars.pop());
      bars.forEach((bar, index) => (bar.style.order = barCount - index));
      bars[0].style.height = `${8 + level * 64}px`;
      if (level > audible) lastHeard = seconds;
      if (seconds > 1) say(seconds - lastHeard < 2 ? 'wellHeard' : 'barelyHeard');
    },
    ended: take => {
      app.answer.take = take;
      show();
      say(take ? 'recorded' : 'touchToSpeak');
    },
  });

  function say(key, tone = key === 'wellHeard' || key === 'recorded' ? 'good' : 'plain') {
    if (noted === key) return;
    noted = key;
    note.className = `take-note ${tone}`;
    note.replaceChildren(tone === 'good' ? icon('check') : '', own(app, key));
  }

  function showTime(seconds) {
    time.replaceChildren(h('strong', {}, clock(seconds)), ` / ${clock(longestTake)}`);
    showShare(seconds / longestTake);
  }

  function show() {
    const isRecording = recorder.isRecording;
    round.replaceChildren(icon(isRecording ? 'stop' : 'microphone'));
    round.classList.toggle('is-recording', isRecording);
    round.setAttribute('aria-label', own(app, isRecording ? 'stopRecording' : 'startRecording'));
    if (!isRecording) showTime(app.answer.take?.seconds ?? 0);
    again.disabled = isRecording || !app.answer.take;
    again.replaceChildren(icon(player ? 'pause' : 'play'), h('span', {}, own(app, player ? 'pause' : 'replay')));
    erase.disabled = !isRecording && !app.answer.take && !erased;
    erase.replaceChildren(icon(erased ? 'correct' : 'erase'),
      h('span', {}, erased ? own(app, 'undoErase', { count: erased.left }) : own(app, 'erase')));
    erase.classList.toggle('destructive', !erased);
  }

  async function toggle() {
    if (isStarting) return;
    if (recorder.isRecording) return recorder.stop();
    hush();
    say('preparing');
    isStarting = true;
    try {
      await recorder.start();
    } catch (error) {
      if (isGone) return;
      round.disabled = true;
      const why = error.name === 'NotAllowedError' ? 'microphoneRefused' : 'noMicrophone';
      announce(own(app, why), language);
      await writeInstead(why);
      return;
    } finally {
      isStarting = false;
    }
    stopPlaying();
    forgetErased();
    lastHeard = 0;
    bars.forEach(bar => (bar.style.height = ''));
    app.answer.take = null;
    announce(own(app, 'stopRecording'), language);
    show();
  }

  function stopPlaying() {
    if (!player) return;
    player.audio.pause();
    URL.revokeObjectURL(player.url);
    player = null;
  }

  function replay() {
    if (player) stopPlaying();
    else {
      hush();
      const url = URL.createObjectURL(new Blob([app.answer.take.bytes], { type: app.answer.take.mediaType }));
      const started = { url, audio: new Audio(url), until: performance.now() + longestPlaying };
      player = started;
      const done = () => {
        if (player !== started) return;
        stopPlaying();
        show();
      };
      // Something else may take the loudspeaker away: that is an end like any other.
      for (const name of ['ended', 'pause', 'error']) started.audio.addEventListener(name, done);
      started.audio.play().catch(done);
    }
    show();
  }

  function forgetErased() {
    clearInterval(erased?.timer);
    erased = null;
  }

  async function eraseOrUndo() {
    if (erased) {
      app.answer.take = erased.take;
      forgetErased();
      say('recorded');
    } else {
      stopPlaying();
      const take = recorder.isRecording ? await recorder.stop() : app.answer.take;
      if (isGone) return;
      app.answer.take = null;
      erased = { take, left: undoSeconds };
      erased.timer = setInterval(() => {
        erased.left -= 1;
        if (erased.left === 0) forgetErased();
        show();
      }, 1000);
      bars.forEach(bar => (bar.style.height = ''));
      say('erased');
    }
    show();
  }

  // What nobody sees is not recorded.
  const hidden = () => document.visibilityState === 'hidden' && recorder.isRecording && recorder.stop();
  document.addEventListener('visibilitychange', hidden);
  const cleanUp = () => {
    isGone = true;
    document.removeEventListener('visibilitychange', hidden);
    recorder.discard();
    stopPlaying();
    forgetErased();
  };
  show();
  say(app.answer.take ? 'recorded' : 'touchToSpeak');
  return {
    element: h('div', { class: 'voice' },
      h('div', { class: 'round-place' }, shape, round), time,
      h('div', { class: 'meter', 'aria-hidden': 'true' }, bars), note,
      h('div', { class: 'take-buttons' }, again, erase)),
    keys: event => {
      if (event.key !== ' ' || round.disabled) return false;
      toggle();
      return true;
    },
    settle: () => recorder.stop(),
    leave: cleanUp,
    discard: cleanUp,
    isBusy: () => recorder.isRecording || (player !== null && performance.now() < player.until),
  };
}
