import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullTextSearch } from '../../../src/platform/search/full-text-query.ts';
import { createKnownWords } from '../../../src/platform/search/known-words.ts';
import { toDocument } from '../../../src/platform/search/search-documents.ts';
import { stemsOf } from '../../../src/platform/search/stems.ts';
import { findTerms, termsOf } from '../../../src/platform/search/terms.ts';
import { tokenize, wordToken } from '../../../src/platform/search/tokenizer.ts';
import { hasOneError } from '../../../src/platform/search/typing-errors.ts';
import { addToVocabulary } from '../../../src/platform/search/vocabulary.ts';
import { createTestApp } from '../../support/app.ts';
import { tries } from '../../support/services.ts';

/* What is found and in which order, beside the same said in plain words. Both engines find the same. */

const words = ['plan', 'plans', 'planet', 'plenet', 'talk', 'review', 'reviews', 'reveiw', 'жизнь', 'жизни'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(' '));
const document = fc.record({
  title: text,
  text,
  type: fc.constantFrom('Task', 'Goal'),
  isTrashed: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
});
type Document = { title: string; text: string; type: string; isTrashed: boolean };

const word = fc.record({ word: fc.constantFrom('plan', 'planet', 'talk', 'review', 'жизнь'), prefix: fc.boolean() });
type Word = { word: string; prefix: boolean };

type Kind = 'WORD' | 'FORM' | 'ERROR';

function kindsOf(written: string, { word: asked, prefix }: Word): Kind[] {
  const isStart = (prefix || asked === 'жизнь') && written.startsWith(asked);
  const forms = (one: string) => [one, ...stemsOf(one)];
  if (written === asked) return ['WORD'];
  if (isStart || forms(asked).some((form) => forms(written).includes(form))) return ['FORM'];
  return asked.length > 4 && hasOneError(written, asked) ? ['ERROR'] : [];
}

/** The points of a document, and whether it has the word with a typing error only. */
function pointsOf(document: Document, asked: Word): { points: number; isError: boolean } | null {
  const [title = [], body = []] = [document.title, document.text].map((all) =>
    all.split(' ').flatMap((one) => kindsOf(one, asked)),
  );
  const all = [...title, ...body];
  if (all.length === 0) return null;
  const isError = all.every((kind) => kind === 'ERROR');
  const isForm = (kinds: Kind[]) => kinds.includes('FORM') || kinds.includes('ERROR');
  const points = title.includes('WORD') ? 4 : isForm(title) ? 3 : body.includes('WORD') ? 2 : 1;
  // Where nothing is corrected, a word with a typing error counts for nothing.
  const exact = title.includes('WORD') ? 4 : title.includes('FORM') ? 3 : body.includes('WORD') ? 2 : 1;
  return { points: isError ? points : exact, isError };
}

test('the documents with all words are found, by their points, those with typing errors last, in pages that join up', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [ownerId = '', otherId = ''] = [ada, bob].map(({ id }) => id.split(':')[1]);
  const documents = fc.sample(document, { numRuns: 150, seed: 7 });
  const entries = documents.map((one, index) => ({ ...one, at: null, ownerId, rowId: `${one.type}:${index}` }));
  const others = documents.map((one, index) => ({
    ...one,
    at: null,
    ownerId: otherId,
    rowId: `${one.type}:b${index}`,
  }));
  await app.db.write(async (client, rows) => {
    const made = [...entries, ...others].map(toDocument);
    for (const data of made) await client.searchDocument.create({ data });
    await addToVocabulary({ rows, knownWords: createKnownWords(), afterCommit: () => {} }, made);
  });
  const source = { db: app.db.reads, database: app.db };
  const types = fc.option(fc.subarray(['Task', 'Goal'], { minLength: 1 }));
  const asked = fc.uniqueArray(word, { minLength: 1, maxLength: 3, selector: (one) => one.word });
  let corrected = 0;
  await fc.assert(
    fc.asyncProperty(asked, types, fc.integer({ min: 1, max: 50 }), async (all, ofTypes, size) => {
      const searched = `${all.map(({ word: one, prefix }) => `${one}${prefix ? '*' : ''}`).join(' ')} `;
      const terms = termsOf(`${searched}x`).slice(0, -1);
      const matches = documents.flatMap((one, index) => {
        const each = all.map((part) => pointsOf(one, part));
        const isListed = !one.isTrashed && (ofTypes?.includes(one.type) ?? true) && each.every((part) => part !== null);
        if (!isListed) return [];
        const isError = each.some((part) => part?.isError);
        // A document with any typing error counts the others as words, too.
        const points = all.map((part) => (isError ? withErrors(one, part) : (pointsOf(one, part)?.points ?? 0)));
        const score = points.reduce((sum, part) => sum + part, 0) / (4 * all.length) / (isError ? 5 : 1);
        return [{ id: String(index), score }];
      });
      corrected += matches.filter(({ score }) => score <= 0.2).length;
      const expected = matches.sort((a, b) => b.score - a.score || Number(b.id) - Number(a.id));
      const found: { id: string; score: number }[] = [];
      for (let skip = 0; ; skip += size) {
        const search = fullTextSearch(source, { ownerId, terms, types: ofTypes });
        const page = await search.find({ skip, take: size });
        found.push(...page.map(({ id, score }) => ({ id, score })));
        if (page.length < size) break;
      }
      const rounded = (list: typeof found) => list.map(({ id, score }) => ({ id, score: score.toFixed(6) }));
      expect([searched, rounded(found)]).toEqual([searched, rounded(expected)]);
      expect(await fullTextSearch(source, { ownerId, terms, types: ofTypes }).count()).toBe(expected.length);
    }),
    { numRuns: 40 },
  );
  expect(corrected).toBeGreaterThan(0);
});

function withErrors(document: Document, asked: Word): number {
  const kinds = (all: string) => all.split(' ').flatMap((one) => kindsOf(one, asked));
  const [title, body] = [kinds(document.title), kinds(document.text)];
  if (title.includes('WORD')) return 4;
  if (title.length > 0) return 3;
  return body.includes('WORD') ? 2 : 1;
}

/** Words of several scripts and languages, of which many are alike. */
const scripts = [
  ...[
    'Tomás',
    'tomas',
    'TOMAŠ',
    'Müller',
    'Mueller',
    'muler',
    'Straße',
    'STRASSEN',
    'meeting',
    'meetings',
    'meting',
    'Łódź',
  ],
  ...[
    'встреча',
    'Встречи',
    'всреча',
    'Ёлка',
    'елка',
    'Αθήνα',
    'αθηνας',
    'مُحَمَّد',
    'محمد',
    'שָׁלוֹם',
    'שלום',
    'हिन्दी',
    'हिन्द',
  ],
  ...[
    '東京',
    '東京都',
    '京都',
    'タワー',
    'ﾀﾜｰ',
    '한국어',
    '한국',
    '국어',
    'ไทย',
    '😀',
    'x1e5',
    'e\u0301te\u0301',
    'ﷺ',
    'İzmir',
    'ızmir',
  ],
];
const randomText = fc.array(fc.oneof(fc.constantFrom(...scripts), fc.string({ unit: 'grapheme', maxLength: 6 })), {
  maxLength: 5,
});

test('of any texts in any script, both engines find those that have the words as they are read', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const ownerId = ada.id.split(':')[1] ?? '';
  const isStored = (all: string) => all.isWellFormed() && !all.includes('\0');
  const texts = fc.sample(randomText.map((parts) => parts.join(' ')).filter(isStored), { numRuns: 120, seed: 11 });
  const entries = texts.map((one, index) => {
    const [title, body] = index % 2 ? [one, ''] : ['', one];
    return toDocument({ ownerId, type: 'Task', rowId: `Task:${index}`, title, text: body, at: null, isTrashed: false });
  });
  await app.db.write(async (client, rows) => {
    await client.searchDocument.createMany({ data: entries });
    await addToVocabulary({ rows, knownWords: createKnownWords(), afterCommit: () => {} }, entries);
  });
  const source = { db: app.db.reads, database: app.db };
  const vocabulary = texts.flatMap((one) => tokenize(one).flatMap(({ forms }) => forms));
  const asked = randomText.map((parts) => parts.slice(0, 2).join(' ')).filter((one) => termsOf(one).length > 0);
  await fc.assert(
    fc.asyncProperty(asked, async (searched) => {
      const terms = termsOf(searched);
      const corrected = terms.map((term) => {
        const near = term.corrected === null ? [] : vocabulary.filter((one) => hasOneError(one, term.corrected ?? ''));
        return { ...term, corrections: near.filter((one) => !/\p{N}/u.test(one)).map(wordToken) };
      });
      const has = (one: string, all: typeof terms) => all.every((term) => findTerms(one, [term]).length > 0);
      const expected = texts.flatMap((one, index) => (has(one, corrected) ? [String(index)] : []));
      const found = await fullTextSearch(source, { ownerId, terms, types: null }).find({ skip: 0, take: 200 });
      expect([searched, found.map(({ id }) => id).sort()]).toEqual([searched, expected.sort()]);
      const isLater = (index: number) => (found[index - 1]?.score ?? 1) >= (found[index]?.score ?? 0);
      expect(found.every((_, index) => isLater(index))).toBe(true);
      for (const { title, text: body, score, terms: own } of found) {
        expect(score <= 0.2).toBe(!has(`${title}${body}`, terms));
        expect(has(`${title}${body}`, [...own])).toBe(true);
      }
    }),
    { numRuns: tries(80) },
  );
});
