// The answer could not be stored (the tablet is full, say): told, and not lost from memory until somebody has come.
import { h, icon } from '../dom.js';
import { brandHeader, own, screen } from '../frame.js';
import { mainButton } from '../questionframe.js';
import { writtenLanguage } from '../texts/texts.js';

export function failedScreen(app) {
  return {
    element: screen({
      name: 'failed',
      header: brandHeader(app),
      main: [h('div', { class: 'thanks' }, h('div', { class: 'thanks-mark thanks-failed' }, icon('alert')),
        h('h1', { tabindex: '-1', lang: writtenLanguage(app.language) }, own(app, 'notStored')))],
      footer: [mainButton(app, 'retry', 'refresh', () => app.submit())],
    }),
  };
}
