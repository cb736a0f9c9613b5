// Which words are shown in which language: the hospital's where it entered some, ours in French and English, French elsewhere.
// Nothing is ever invented in Duala, Basaa or Ewondo.
import { english } from './en.js';
import { french } from './fr.js';

const ours = { fr: french, en: english };

// The languages' names of themselves, as CLDR has them, and as French or English speech can say them.
export const languageNames = {
  fr: { written: 'Français', spoken: 'Français', speech: 'fr' },
  en: { written: 'English', spoken: 'English', speech: 'en' },
  dua: { written: 'Duálá', spoken: 'Douala', speech: 'fr' },
  bas: { written: 'Ɓàsàa', spoken: 'Bassa', speech: 'fr' },
  ewo: { written: 'Ewondo', spoken: 'Éwondo', speech: 'fr' },
};

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// {text, language}: `language` is the one the text is written in, which may be French although another was asked for.
export function wording(key, language, configuration = null, values = {}) {
  for (const tongue of language === 'fr' ? ['fr'] : [language, 'fr']) {
    const text = configuration?.texts?.[tongue]?.[key] || ours[tongue]?.[key];
    if (text) return { text: filled(text, values), language: tongue };
  }
  throw new Error(`no text for ${key}`);
}

// The page's own words, in French for whoever chose a language that has none of ours. Of one there are words of their own (keyOne).
export function plain(key, language, values = {}) {
  const texts = ours[language] ?? french;
  return filled((values.count === 1 && texts[`${key}One`]) || texts[key], values);
}

export const writtenLanguage = language => (language in ours ? language : 'fr');
