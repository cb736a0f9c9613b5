// Debian's Chromium with a microphone that plays a tone, driven by playwright-core.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

// A browser with a profile of its own, as a tablet has: what it stores outlives close() until remove().
export class Tablet {
  constructor() {
    this.profile = mkdtempSync(join(tmpdir(), 'tablet-'));
  }

  async open(address, { viewport = sizes.portrait, colorScheme = 'light', reducedMotion = 'reduce', locale = 'fr-FR', args = [], ...options } = {}) {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env.ACCUEIL_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: [...flags, ...args], viewport, colorScheme,
      reducedMotion, locale, permissions: ['microphone', 'camera'], hasTouch: true, ...options,
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.problems = [];
    this.page.on('pageerror', error => this.problems.push(error.message));
    this.page.on('console', message => message.type() === 'error' && !/net::ERR|Failed to load resource/.test(message.text()) && this.problems.push(message.text()));
    if (address) await this.page.goto(address);
    return this.page;
  }

  async close() {
    await this.context?.close();
    this.context = null;
  }

  remove() {
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
