// The application with all that comes after its first screens: the way through the questions, sending, the round, the idle watch.
import { Answer, likelihood, starQuestions } from './answer.js';
import { App } from './app.js';
import { sha256 } from './digest.js';
import { announce } from './dom.js';
import { idleDialog } from './idledialog.js';
import { onVoices } from './speech.js';
import { markAsked, round } from './staff/round.js';
import { forget, hold, keepHeld, release, releaseAbandoned } from './store/queue.js';
import { keepSetting } from './store/settings.js';
import { Courier } from './sync/courier.js';
import { plain, writtenLanguage } from './texts/texts.js';

const restLimits = { ask_seconds: 60, wipe_seconds: 75 }; // where the configuration has none

export class WholeApp extends App {
  // Called once, when an App became one of these.
  async wake() {
    this.answer = null;
    this.letGo = null; // of the lock of the answer on the thanks screen
    this.submitting = null; // the answer that is being stored
    this.courier = new Courier(this.version);
    this.courier.onOutcome(outcome => this.sent(outcome));
    idleDialog(this);
    onVoices(() => this.redrawLanguages());
    for (const tidy of [releaseAbandoned, round]) // an old round is dropped
      await tidy().catch(error => console.error('the store:', error.name));
    this.courier.start();
  }

  // What is asked with stars in this ward.
  get questions() {
    const known = [...starQuestions, likelihood];
    return (this.configuration?.questions ?? starQuestions).filter(name => known.includes(name)).slice(0, 5);
  }

  get stepCount() {
    return this.questions.length > 0 ? 3 : 2;
  }

  get idleLimits() {
    const hasNothing = ['', 'languages', 'pairing', 'thanks'].includes(this.name) && !this.patient;
    return hasNothing ? null : (this.configuration?.idle ?? restLimits);
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

  // The nurse gives the tablet to one patient of the round.
  handTo(patient) {
    this.wipe({ patient });
  }

  swapStaffLanguage() {
    this.staffLanguage = this.staffLanguage === 'fr' ? 'en' : 'fr';
    keepSetting('staffLanguage', this.staffLanguage);
    this.go(this.name);
  }

  // With the answer that is sent or forgotten.
  wipe(options) {
    const { answer, letGo } = this;
    this.letGo = null;
    this.answer = null;
    super.wipe(options);
    if (letGo && answer) this.finishHeld(answer, letGo);
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
}
