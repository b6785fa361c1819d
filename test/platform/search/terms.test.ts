import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms, termsOf } from '../../../src/platform/search/terms.ts';
import { tokenize } from '../../../src/platform/search/tokenizer.ts';

const unit = fc.string({ unit: 'binary', maxLength: 60 });
const marked = (text: string, asked: string) =>
  findTerms(text, termsOf(asked)).map(({ start, end }) => text.slice(start, end));

test('words match by case, accents, umlauts and stems', () => {
  expect(marked('Tomás meets Mrs. Müller', 'tomas MUELLER x')).toEqual(['Tomás', 'Müller']);
  expect(marked('Mueller', 'müller x')).toEqual(['Mueller']);
  expect(marked('Three meetings, one meeting, planned plans', 'meeting planning x')).toEqual([
    ...['meetings', 'meeting', 'planned', 'plans'],
  ]);
  expect(marked('Ein Haus, viele Häuser, Aufgaben', 'Häusern Aufgabe x')).toEqual(['Haus', 'Häuser', 'Aufgaben']);
});

test('the last word, words with a star and words of other languages match beginnings', () => {
  const beginnings = (text: string) => termsOf(text).map(({ prefix }) => prefix);
  expect(beginnings('plan* the week')).toEqual([true, false, true]);
  expect(beginnings('встреча réunion größe и end')).toEqual([true, true, false, false, true]);
  expect(marked('plan planet plans', 'plan x')).toEqual(['plan', 'plans']);
  expect(marked('plan planet', 'plan')).toEqual(['plan', 'planet']);
});

test('of Chinese, kana and Korean, all pairs match, and single characters wherever they are', () => {
  expect(marked('in 東京タワー, 京', '京タ')).toEqual(['京タ']);
  expect(marked('in 東京タワー', '東京タワー')).toEqual(['東京タワー']);
  expect(marked('東京 京都', '京')).toEqual(['京', '京都']);
  expect(termsOf('東京タワー')).toHaveLength(4);
});

test('typing errors are corrected in words of more than four letters, without digits', () => {
  expect(termsOf('plan plans year2026 2026123 жизнь 東京').map(({ corrected }) => corrected)).toEqual([
    ...[null, 'plans', null, null, 'жизнь', null],
  ]);
});

test('found ranges are at their words, in order and without overlaps', () => {
  fc.assert(
    fc.property(unit, unit, (text, wanted) => {
      let end = -1;
      const whole = `${text} ${wanted}`;
      for (const range of findTerms(whole, termsOf(wanted))) {
        expect(range.start).toBeGreaterThan(end);
        end = range.end;
      }
      expect(end).toBeLessThanOrEqual(whole.length);
      expect(end > 0 || tokenize(wanted).length === 0).toBe(true);
    }),
  );
});
