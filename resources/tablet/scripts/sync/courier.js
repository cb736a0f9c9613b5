// Decides when the page sends: at once when something is ready, on `online`, every minute while the page is seen, and after a
// failure ever later, at random so that the tablets of a ward do not all call at the same moment.
import { releaseAbandoned } from '../store/queue.js';
import { sendQueue } from './sender.js';

const heartbeat = 60_000; // ms
const firstPause = 2_000; // ms, doubled by every failure
const longestPause = 300_000; // ms
const longestQuiet = 3_600; // s that a server may ask for

export class Courier {
  constructor(version) {
    this.version = version;
    this.failures = 0;
    this.timer = 0;
    this.quietUntil = 0; // performance.now(); the server asked for it (Retry-After)
    this.running = false;
    this.isAskedAgain = false;
    this.battery = null;
    this.heard = [];
    navigator.getBattery?.().then(battery => (this.battery = battery), () => {});
  }

  // `heard` gets every outcome of sendQueue().
  onOutcome(heard) {
    this.heard.push(heard);
  }

  start() {
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.hurry());
    setInterval(() => document.visibilityState === 'visible' && this.failures === 0 && this.run(true), heartbeat);
    this.run(true);
  }

  // Something is ready or the network is back: no waiting for the end of a pause.
  hurry() {
    this.failures = 0;
    this.run(true);
    // Where the browser can, it wakes the service worker when the network is back, even with the page closed.
    navigator.serviceWorker?.ready.then(registration => registration.sync?.register('accueil-queue')).catch(() => {});
  }

  // What is asked for while it runs is done once more after it: the queue may have grown behind its back.
  async run(withHeartbeat = false) {
    if (this.running) {
      this.isAskedAgain = true;
      return;
    }
    const quiet = this.quietUntil - performance.now();
    if (quiet > 0) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(true), quiet);
      return;
    }
    this.running = true;
    try {
      do {
        this.isAskedAgain = false;
        await this.runOnce(withHeartbeat);
      } while (this.isAskedAgain && this.quietUntil <= performance.now());
    } finally {
      this.running = false;
    }
  }

  async runOnce(withHeartbeat) {
    clearTimeout(this.timer);
    // Also what this page itself could not release; a store that is still in trouble is tried again with the next heartbeat.
    if (withHeartbeat) await releaseAbandoned().catch(error => console.error('releasing failed:', error.name));
    const about = { version: this.version, ...(this.battery && { battery: this.battery.level }) };
    const { outcome, retryAfter, isMade } = await sendQueue(about, { heartbeat: withHeartbeat }).catch(error => {
      // The tablet's own trouble (a full or damaged store): it may pass, and so sending goes on.
      console.error('sending failed:', error.name);
      return { outcome: 'later' };
    });
    // A thin network that lets some through is tried again soon.
    if (isMade) this.failures = 0;
    if (outcome === 'unreachable' || outcome === 'later') this.waitBeforeNext(retryAfter);
    else if (outcome === 'busy') this.timer = setTimeout(() => this.run(), firstPause);
    else this.failures = 0;
    for (const heard of this.heard) heard(outcome);
  }

  waitBeforeNext(retryAfter) {
    const most = Math.min(longestPause, firstPause * 2 ** this.failures);
    ++this.failures;
    const quiet = Math.min(retryAfter ?? 0, longestQuiet) * 1000;
    this.quietUntil = performance.now() + quiet;
    const pause = Math.max(quiet, most / 2 + (Math.random() * most) / 2);
    this.timer = setTimeout(() => this.run(true), pause);
  }
}
