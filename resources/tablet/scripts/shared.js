// What page.js gives to later.js: one copy of each, with one state.
export * from './app.js';
export * from './dom.js';
export * from './frame.js';
export * from './icons.js';
export * from './speech.js';
export * from './store/changes.js';
export * from './store/queue.js';
export * from './store/settings.js';
export * from './sync/api.js';
export * from './texts/en.js';
export * from './texts/fr.js';
export * from './texts/texts.js';
