import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stem as stemEnglish } from 'porter2';

/** A word that can have a stem: of Latin letters. The stemmers know no others, and folding has taken the umlauts. */
const stemmable = /^[a-z]{3,64}$/;

/**
 * The stems of a folded word by the Snowball algorithms for English and German, except the word itself. Texts do not say their
 * language, so words have the stems of both.
 */
export function stemsOf(word: string): string[] {
  if (!stemmable.test(word)) return [];
  const [english, german] = [stemEnglish(word), stemGerman(word)];
  const stems = english === word ? [] : [english];
  return german === word || german === english ? stems : [...stems, german];
}
