// The application as far as its first screens need it: which screen is shown, pairing, what the hospital set. The rest of it
// (wholeapp.js) is fetched while the first screen is looked at.
import { fetchConfiguration, fetchPrompts, pair, storedConfiguration } from './configuration.js';
import { announce, h, icon } from './dom.js';
import { loadLater, screens } from './screens/first.js';
import { hush, say } from './speech.js';
import { onChange } from './store/changes.js';
import { waitingCount } from './store/queue.js';
import { setting } from './store/settings.js';
import { Refused, Unreachable } from './sync/api.js';
import { plain } from './texts/texts.js';

const settling = 350; // ms; a second tap meant for the screen before must not answer this one

// The tablet's store stumbled where nobody waits for it; it is asked again later.
const trouble = error => console.error('the store:', error.name);

export class App {
  constructor(root, version) {
    this.root = root;
    this.version = version;
    this.configuration = null;
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
    this.isUpToDate = false; // configuration and recordings, as far as the last look went
    this.refreshing = null;
    onChange(what => this.heard(what).catch(trouble));
    addEventListener('keydown', event => this.pressed(event));
    addEventListener('offline', () => this.setOffline(true));
  }

  // Where nothing of the page was ever kept nothing was kept of the tablet either: it need not be read before something is shown.
  async start(code, isFirstVisit) {
    if (code || isFirstVisit) this.go('pairing', { code });
    const [configuration, isRevoked, staffLanguage, token, waiting] = await Promise.all(
      [storedConfiguration(), setting('isRevoked'), setting('staffLanguage'), setting('token'), waitingCount()]);
    Object.assign(this, { isRevoked: Boolean(isRevoked), staffLanguage: staffLanguage ?? 'fr', waiting });
    this.configuration ??= configuration;
    if (token && !code) this.go('languages');
    else if (!code && (this.name === '' || this.isRevoked)) this.go('pairing');
    if (token) this.refreshConfiguration();
  }

  // Brings the rest of the application. Rejects where the network does not.
  async complete() {
    const { WholeApp } = await loadLater();
    if (this instanceof WholeApp) return;
    Object.setPrototypeOf(this, WholeApp.prototype);
    this.wake();
  }

  get language() {
    return this.answer?.language ?? this.staffLanguage;
  }

  // Nobody is answering: the page may begin anew.
  get isAtRest() {
    return ['languages', 'pairing'].includes(this.name) && !this.patient;
  }

  // Resolves when the screen is there; at once but for a page that is still being fetched.
  async go(name, options = {}) {
    const ours = ++this.turn;
    if (!screens[name] && !(await this.isCompleted(ours))) return;
    this.show(name, options);
  }

  // With what is new. Whoever chose a language meanwhile goes on.
  redrawLanguages() {
    if (this.name === 'languages') this.show('languages');
  }

  show(name, options = {}) {
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

  // Whether the rest is there, and nobody went elsewhere meanwhile.
  async isCompleted(turn) {
    try {
      await this.complete();
    } catch {
      // The next touch tries again.
      if (this.turn === turn) this.setOffline(true);
      return false;
    }
    return this.turn === turn;
  }

  // These two are others once the rest is there.
  async begin(language) {
    if (await this.isCompleted(++this.turn)) this.begin(language);
  }

  async back() {
    this.screen.back?.();
  }

  letSettle({ classList }) {
    classList.add('settling');
    setTimeout(() => classList.remove('settling'), settling);
  }

  openStaffDoor() {
    this.wipe();
    this.go('pin');
  }

  // Nothing of this person stays: not in memory, not on the page, not in the browser's history.
  wipe({ patient = null } = {}) {
    this.patient = patient;
    this.wantsSound = false;
    document.documentElement.lang = 'fr';
    announce('');
    history.replaceState({ isGuard: true }, '', location.pathname);
    this.go(this.configuration && !this.isRevoked ? 'languages' : 'pairing');
  }

  // `isAwaited` says whether whoever asked still waits for it: nobody who has begun to answer is interrupted.
  async pairWith(code, isAwaited) {
    const configuration = await pair(code, this.version);
    this.configuration = configuration;
    this.isRevoked = false;
    this.isUpToDate = false;
    if (isAwaited()) this.go('languages');
    navigator.storage?.persist?.();
    this.courier?.hurry();
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
      if (error instanceof Refused && error.status === 401) this.courier?.run(true);
      else if (!(error instanceof Refused) && !(error instanceof Unreachable)) throw error;
    }
  }

  takeConfiguration(fresh) {
    if (JSON.stringify(fresh) === JSON.stringify(this.configuration)) return;
    this.configuration = fresh;
    this.redrawLanguages();
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
