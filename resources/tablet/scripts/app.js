// The application: which screen is shown, what the person at the tablet answers, and how all of it is wiped.
import { Answer, likelihood, starQuestions } from './answer.js';
import { fetchConfiguration, fetchPrompts, pair, storedConfiguration } from './configuration.js';
import { sha256 } from './digest.js';
import { announce, h, icon } from './dom.js';
import { idleDialog } from './idledialog.js';
import { loadLater, screens } from './screens/first.js';
import { hush, onVoices, say } from './speech.js';
import { markAsked, round } from './staff/round.js';
import { onChange } from './store/changes.js';
import { forget, hold, keepHeld, release, releaseAbandoned, waitingCount } from './store/queue.js';
import { keepSetting, setting } from './store/settings.js';
import { Refused, Unreachable } from './sync/api.js';
import { plain, writtenLanguage } from './texts/texts.js';

const settling = 350; // ms; a second tap meant for the screen before must not answer this one
const restLimits = { ask_seconds: 60, wipe_seconds: 75 }; // where the configuration has none

// The tablet's store stumbled where nobody waits for it; it is asked again later.
const trouble = error => console.error('the store:', error.name);

export class App {
  constructor(root, courier) {
    this.root = root;
    this.courier = courier;
    this.configuration = null;
    this.answer = null;
    this.staffLanguage = 'fr';
    this.patient = null; // the number that the nurse gave the tablet for
    this.screen = {};
    this.name = '';
    this.turn = 0; // counts where somebody went: a screen that is fetched too late has lost its turn
    this.waiting = 0;
    this.isOffline = !navigator.onLine;
    this.isRevoked = false;
    this.wantsSound = false; // whoever used a speaker once hears the questions by themselves
    this.chip = null;
    this.letGo = null; // of the lock of the answer on the thanks screen
    this.submitting = null; // the answer that is being stored
    this.isUpToDate = false; // configuration and recordings, as far as the last look went
    this.refreshing = null;
    onChange(what => this.heard(what).catch(trouble));
    courier.onOutcome(outcome => this.sent(outcome));
    addEventListener('keydown', event => this.pressed(event));
    addEventListener('offline', () => this.setOffline(true));
    onVoices(() => this.name === 'languages' && this.go('languages'));
    idleDialog(this);
  }

  async start(code) {
    const [configuration, isRevoked, staffLanguage, token, waiting] = await Promise.all(
      [storedConfiguration(), setting('isRevoked'), setting('staffLanguage'), setting('token'), waitingCount()]);
    Object.assign(this, { configuration, isRevoked: Boolean(isRevoked), staffLanguage: staffLanguage ?? 'fr', waiting });
    if (code || !token) this.go('pairing', { code });
    else this.go('languages');
    for (const tidy of [releaseAbandoned, round]) await tidy().catch(trouble); // an old round is dropped
    if (token) this.refreshConfiguration();
    this.courier.start();
  }

  get language() {
    return this.answer?.language ?? this.staffLanguage;
  }

  // What is asked with stars in this ward.
  get questions() {
    const known = [...starQuestions, likelihood];
    return (this.configuration?.questions ?? starQuestions).filter(name => known.includes(name)).slice(0, 5);
  }

  get stepCount() {
    return this.questions.length > 0 ? 3 : 2;
  }

  // Nobody is answering: the page may begin anew.
  get isAtRest() {
    return ['languages', 'pairing'].includes(this.name) && !this.patient;
  }

  get idleLimits() {
    const hasNothing = ['', 'languages', 'pairing', 'thanks'].includes(this.name) && !this.patient;
    return hasNothing ? null : (this.configuration?.idle ?? restLimits);
  }

  // Resolves when the screen is there; at once but for a page that is still being fetched.
  async go(name, options = {}) {
    const ours = ++this.turn;
    if (!screens[name]) {
      try {
        await loadLater();
      } catch {
        // The next touch tries again.
        if (this.turn === ours) this.setOffline(true);
        return;
      }
      if (this.turn !== ours) return;
    }
    this.screen.leave?.();
    hush();
    const isOther = this.name !== '' && this.name !== name;
    this.name = name;
    this.screen = screens[name](this, options);
    if (isOther) this.letSettle(this.screen.element);
    this.root.replaceChildren(this.screen.element);
    const heading = this.screen.focus?.() ?? this.screen.element.querySelector('h1');
    heading?.focus({ preventScroll: true });
    this.screen.enter?.();
    const spoken = { faces: 'faces.question', stars: 'stars.question', words: 'words.question', callback: 'callback.question', thanks: 'thanks' };
    if (this.wantsSound && spoken[name]) say(spoken[name], this.language, this.configuration);
  }

  letSettle({ classList }) {
    classList.add('settling');
    setTimeout(() => classList.remove('settling'), settling);
  }

  // The way of one person through the questions.
  begin(language) {
    this.answer = new Answer(language, this.patient);
    document.documentElement.lang = writtenLanguage(language);
    this.go('faces');
  }

  async forward() {
    if (this.name === 'faces' && this.questions.length > 0) this.go('stars');
    else if (this.name === 'faces' || this.name === 'stars') this.go('words');
    else if (this.name === 'words' && this.answer.wantsCall && !this.answer.isEmpty) this.go('callback');
    else await this.submit();
  }

  async back() {
    const { screen } = this;
    await screen.settle?.();
    if (this.screen !== screen) return; // somebody went elsewhere meanwhile
    if (this.name === 'faces') this.wipe({ patient: this.patient });
    else if (this.name === 'stars') this.go('faces');
    else if (this.name === 'words') this.go(this.questions.length > 0 ? 'stars' : 'faces');
    else if (this.name === 'callback') this.go('words');
    else if (this.screen.back) this.screen.back();
  }

  // Once at a time: a double tap must not store what the first tap has stored already.
  async submit() {
    const { answer } = this;
    if (!answer || this.submitting === answer) return;
    if (answer.isEmpty) return this.leave({ hasAnswered: false });
    this.submitting = answer;
    try {
      await this.keep(answer);
      if (this.answer === answer) this.go('thanks');
    } catch (error) {
      console.error('storing failed:', error.name);
      // Not over the next person.
      if (this.answer !== answer) return;
      announce(plain('notStored', answer.language), answer.language);
      this.go('failed');
    } finally {
      if (this.submitting === answer) this.submitting = null;
    }
  }

  // Stores it as held, under its lock. What was wiped meanwhile goes no further.
  async keep(answer) {
    const bytes = answer.take?.bytes ?? null;
    const audio = bytes && { sha256: await sha256(bytes), size: bytes.byteLength, media_type: answer.audioMediaType };
    if (this.answer !== answer) return;
    if (!this.letGo) {
      const letGo = await keepHeld(answer.clientId);
      if (this.answer !== answer) {
        letGo();
        return;
      }
      this.letGo = letGo;
    }
    await hold(answer.wire(new Date()), audio, bytes);
  }

  // The same answer again, under the same client_id: what is stored is replaced.
  correct() {
    this.go('faces');
  }

  // The person is done. A patient of the round gives the tablet back to the nurse.
  async leave({ hasAnswered = true } = {}) {
    const { patient } = this;
    this.wipe();
    if (!patient) return;
    this.go('pin', { purpose: 'giveBack' });
    if (hasAnswered) await markAsked(patient);
  }

  openStaffDoor() {
    this.wipe();
    this.go('pin');
  }

  // The nurse gives the tablet to one patient of the round.
  handTo(patient) {
    this.wipe({ patient });
  }

  swapStaffLanguage() {
    this.staffLanguage = this.staffLanguage === 'fr' ? 'en' : 'fr';
    keepSetting('staffLanguage', this.staffLanguage);
    this.go(this.name);
  }

  // Nothing of this person stays: not in memory, not on the page, not in the browser's history.
  wipe({ patient = null } = {}) {
    const sent = this.letGo && this.answer;
    const letGo = this.letGo;
    this.letGo = null;
    this.answer = null;
    this.patient = patient;
    this.wantsSound = false;
    document.documentElement.lang = 'fr';
    announce('');
    history.replaceState({ isGuard: true }, '', location.pathname);
    this.go(this.configuration && !this.isRevoked ? 'languages' : 'pairing');
    if (sent) this.finishHeld(sent, letGo);
  }

  // Sends what was thanked for. What was emptied by a correction was taken back: it is not sent.
  async finishHeld(answer, letGo) {
    try {
      await (answer.isEmpty ? forget(answer.clientId) : release(answer.clientId));
    } catch (error) {
      console.error('releasing failed:', error.name);
    } finally {
      // Without the lock the next heartbeat releases it (releaseAbandoned).
      letGo();
    }
    this.courier.hurry();
  }

  // `isAwaited` says whether whoever asked still waits for it: nobody who has begun to answer is interrupted.
  async pairWith(code, isAwaited) {
    const configuration = await pair(code, this.courier.version);
    this.configuration = configuration;
    this.isRevoked = false;
    this.isUpToDate = false;
    if (isAwaited()) this.go('languages');
    navigator.storage?.persist?.();
    this.courier.hurry();
    this.refreshConfiguration();
  }

  // New words and questions are shown from the next person on. One look at a time.
  refreshConfiguration() {
    this.refreshing ??= this.lookForConfiguration().catch(trouble).finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  async lookForConfiguration() {
    this.isUpToDate = false;
    try {
      const fresh = await fetchConfiguration();
      if (!fresh) return;
      // Before its recordings, which a thin network may not bring: their words and questions are there.
      this.takeConfiguration(fresh);
      await fetchPrompts(fresh.prompts ?? []);
      this.isUpToDate = true;
    } catch (error) {
      if (error instanceof Refused && error.status === 401) this.courier.run(true);
      else if (!(error instanceof Refused) && !(error instanceof Unreachable)) throw error;
    }
  }

  takeConfiguration(fresh) {
    if (JSON.stringify(fresh) === JSON.stringify(this.configuration)) return;
    this.configuration = fresh;
    if (this.name === 'languages') this.go('languages');
  }

  async heard(what) {
    if (what === 'paired') await this.pairedElsewhere();
    else if (what.outcome === 'revoked') this.sent('revoked'); // another tab or the service worker was told so
    if (what !== 'queue') return;
    this.waiting = await waitingCount();
    this.drawChip();
  }

  // In another tab of this tablet.
  async pairedElsewhere() {
    this.configuration = await storedConfiguration();
    this.isRevoked = false;
    if (this.name === 'pairing') this.go('languages');
  }

  sent(outcome) {
    if (outcome === 'done' || outcome === 'unreachable') this.setOffline(outcome === 'unreachable');
    // What did not come whole the last time is asked for again as soon as the network lets something through.
    if (outcome === 'done' && this.configuration && !this.isUpToDate) this.refreshConfiguration();
    // Nobody is interrupted: what is being answered is kept, and leaves when the tablet is paired again.
    if (outcome === 'revoked') this.isRevoked = true;
    if (this.isRevoked && this.name === 'languages') this.go('pairing');
    this.screen.sent?.(outcome);
  }

  setOffline(isOffline) {
    this.isOffline = isOffline;
    this.drawChip();
  }

  showQueueIn(chip) {
    this.chip = chip;
    this.drawChip();
  }

  drawChip() {
    if (!this.chip) return;
    const isSent = this.waiting === 0;
    const words = isSent ? plain(this.isOffline ? 'offline' : 'allSent', this.language) : plain('waiting', this.language, { count: this.waiting });
    if (this.chip.textContent === words && this.chip.dataset.offline === String(this.isOffline)) return;
    this.chip.dataset.offline = String(this.isOffline);
    this.chip.classList.toggle('chip-good', isSent && !this.isOffline);
    this.chip.replaceChildren(icon(this.isOffline ? 'offline' : isSent ? 'check' : 'waiting'), h('span', {}, words));
  }

  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open]')) return;
    const isText = event.target.matches?.('textarea, input[type=text], input[type=password]');
    const isButton = event.target.closest?.('button, a, [role=switch]');
    const handled = () => event.preventDefault();
    // A key that is held down, or that nobody lets go of, is one answer.
    if (event.repeat && (event.key === 'Escape' || event.key === 'Enter') && !isText) return handled();
    if (event.key === 'Escape') {
      handled();
      if (this.screen.escape) this.screen.escape();
      else this.back();
    } else if (event.key === 'Enter' && !isButton && !isText && this.screen.next) {
      handled();
      this.screen.next();
    } else if (!isText && !(isButton && (event.key === ' ' || event.key === 'Enter')) && this.screen.keys?.(event)) {
      handled();
    }
  }
}
