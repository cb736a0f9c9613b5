// Debian's Chromium with a microphone that plays a tone, driven by playwright-core.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const modules = process.env.ACCUEIL_TABLET_MODULES;
if (!modules) throw new Error('ACCUEIL_TABLET_MODULES must name the node_modules with what tests/tablet/package.json asks for');
const load = createRequire(join(modules, 'x.js'));
export const { chromium } = load('playwright-core');
export const axeSource = load('axe-core').source;

export const sizes = {
  portrait: { width: 800, height: 1280 },
  landscape: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
};

const flags = ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required',
  '--disable-dev-shm-usage'];

const launch = args => ({ executablePath: process.env.ACCUEIL_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: [...flags, ...args] });

let shared = null;

// The browser that the tablets of one file share, each with storage of its own.
async function sharedBrowser() {
  shared ??= chromium.launch(launch([]));
  return shared;
}
after(async () => (await shared)?.close());

// A tablet of the ward. With `isKept` it has a profile of its own on the disk: what it stores outlives close() and kill().
export class Tablet {
  constructor({ isKept = false, args = [] } = {}) {
    this.args = args;
    if (isKept || args.length > 0) this.profile = mkdtempSync(join(tmpdir(), 'tablet-'));
  }

  async open(address, { viewport = sizes.portrait, colorScheme = 'light', reducedMotion = 'reduce', ...more } = {}) {
    const options = { viewport, colorScheme, reducedMotion, locale: 'fr-FR', permissions: ['microphone', 'camera'], hasTouch: true, ...more };
    this.context = this.profile
      ? await chromium.launchPersistentContext(this.profile, { ...launch(this.args), ...options })
      : await (await sharedBrowser()).newContext(options);
    this.problems = [];
    this.context.on('page', page => this.watch(page));
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    if (this.profile) this.watch(this.page);
    if (address) await this.page.goto(address);
    return this.page;
  }

  // What the page complains of; a network that is missing is no fault of its own.
  watch(page) {
    page.on('pageerror', error => this.problems.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) this.problems.push(message.text());
    });
  }

  async close() {
    await this.context?.close();
    this.context = null;
  }

  // As when the battery ends: no page and no worker hears of it.
  async kill() {
    const ours = readdirSync('/proc').filter(id => {
      try {
        return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(this.profile);
      } catch {
        return false; // ended meanwhile
      }
    });
    for (const id of ours) {
      try {
        process.kill(Number(id), 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
    await this.close().catch(() => {});
    rmSync(join(this.profile, 'SingletonLock'), { force: true });
  }

  async remove() {
    await this.close();
    if (this.profile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
