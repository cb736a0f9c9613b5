// The page's own words: whole in French and in English, none in the languages that only their speakers may write.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../resources/tablet/scripts/texts/en.js';
import { englishLater } from '../../resources/tablet/scripts/texts/enlater.js';
import { englishStaff } from '../../resources/tablet/scripts/texts/enstaff.js';
import { french } from '../../resources/tablet/scripts/texts/fr.js';
import { frenchLater } from '../../resources/tablet/scripts/texts/frlater.js';
import { frenchStaff } from '../../resources/tablet/scripts/texts/frstaff.js';
import { languageNames, wording } from '../../resources/tablet/scripts/texts/texts.js';
import { grouped, toE164 } from '../../resources/tablet/scripts/phone.js';

const holes = text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('French and English say the same things, with the same holes', () => {
  for (const [one, other] of [[french, english], [frenchLater, englishLater], [frenchStaff, englishStaff]]) {
    assert.deepEqual(Object.keys(one).sort(), Object.keys(other).sort());
    for (const key of Object.keys(one)) assert.deepEqual(holes(one[key]), holes(other[key]), key);
  }
});

test('French is written with its spaces and apostrophes', () => {
  for (const [key, text] of Object.entries({ ...french, ...frenchLater, ...frenchStaff })) {
    assert.doesNotMatch(text, /'/, key);
    assert.doesNotMatch(text, /[^\u00a0\u202f\s\d][?!;]|[^\u00a0\u202f] [?!;:]/u, `${key}: a no-break space before ? ! ; :`);
  }
});

test('words that nobody entered are French, and say so', () => {
  Object.assign(french, frenchLater);
  Object.assign(english, englishLater);
  for (const language of ['dua', 'bas', 'ewo']) assert.equal(wording('face.1', language).language, 'fr');
  const configuration = { texts: { fr: { 'face.1': 'Vraiment mal' }, ewo: { 'face.1': 'Texte' } } };
  assert.deepEqual(wording('face.1', 'dua', configuration), { text: 'Vraiment mal', language: 'fr' });
  assert.deepEqual(wording('face.1', 'ewo', configuration), { text: 'Texte', language: 'ewo' });
  assert.deepEqual(wording('face.1', 'en', configuration), { text: 'Very bad', language: 'en' });
  assert.deepEqual(Object.keys(languageNames), ['fr', 'en', 'dua', 'bas', 'ewo']);
});

test('telephone numbers are taken as people in Cameroon say them', () => {
  for (const typed of ['699123456', '6 99 12 34 56', '+237 699 12 34 56', '00237699123456', '237-699-123-456']) assert.equal(toE164(typed), '+237699123456');
  assert.equal(toE164('233421234'), '+237233421234');
  assert.equal(toE164('+33 6 12 34 56 78'), '+33612345678');
  for (const typed of ['', '69912345', '6991234567', '799123456', '+237 199 12 34 56', '+12', 'abc']) assert.equal(toE164(typed), null, typed);
  assert.equal(grouped('699123456'), '6 99 12 34 56');
  assert.equal(grouped('6991'), '6 99 1');
  assert.equal(grouped('+33612'), '+33612');
});
