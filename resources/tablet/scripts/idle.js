// Notices that nobody is there: asks after a while, wipes a little later. Time that the tablet slept counts.
export class IdleWatch {
  // `limits` gives {ask_seconds, wipe_seconds} or null where there is nothing to wipe; `ask(seconds)` is called every second
  // that is left, `answered` when somebody is there again, `wipe` at the end.
  constructor({ limits, isBusy, ask, answered, wipe }) {
    Object.assign(this, { limits, isBusy, ask, answered, wipe });
    this.isAsking = false;
    this.last = Date.now();
    for (const name of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'])
      addEventListener(name, () => (this.last = Date.now()), { capture: true, passive: true });
    // Not when a finger comes down: what is under the question would get the rest of the touch.
    for (const name of ['click', 'keyup']) addEventListener(name, () => this.answer(), { capture: true });
    document.addEventListener('visibilitychange', () => this.look());
    addEventListener('pageshow', () => this.look());
    setInterval(() => this.look(), 500);
  }

  // Somebody is there.
  touch() {
    this.last = Date.now();
    this.answer();
  }

  answer() {
    if (!this.isAsking) return;
    this.isAsking = false;
    this.answered();
  }

  look() {
    const limits = this.limits();
    if (!limits || this.isBusy()) {
      this.last = Date.now();
      this.answer();
      return;
    }
    // A clock that was put back makes nobody wait longer.
    this.last = Math.min(this.last, Date.now());
    const quiet = (Date.now() - this.last) / 1000;
    if (quiet >= limits.wipe_seconds) {
      this.isAsking = false;
      this.last = Date.now();
      this.wipe();
    } else if (quiet >= limits.ask_seconds) {
      this.isAsking = true;
      this.ask(Math.ceil(limits.wipe_seconds - quiet));
    }
  }
}
