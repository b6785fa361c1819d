import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDocuments, findDocuments } from '../../../src/platform/search/full-text-query.ts';
import { toDocument } from '../../../src/platform/search/search-documents.ts';
import { createTestApp } from '../../support/app.ts';

/* What is found and in which order, beside the same said in plain words. Both engines find the same. */

const words = ['plan', 'planet', 'talk', 'review'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(' '));
const document = fc.record({
  title: text,
  text,
  type: fc.constantFrom('Task', 'Goal'),
  isTrashed: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
});
type Document = { title: string; text: string; type: string; isTrashed: boolean };

const term = fc.record({ token: fc.constantFrom('wplan', 'wtalk', 'wreview'), prefix: fc.boolean() });
type Term = { token: string; prefix: boolean };

function pointsOf(document: Document, { token, prefix }: Term): number | null {
  const [title, body] = [document.title, document.text].map((all) => all.split(' ').map((word) => `w${word}`));
  const has = (tokens: string[] = []) => tokens.includes(token);
  const starts = (tokens: string[] = []) => tokens.some((one) => one.startsWith(token));
  if (!(prefix ? starts(title) || starts(body) : has(title) || has(body))) return null;
  if (has(title)) return 4;
  if (starts(title)) return 3;
  return has(body) ? 2 : 1;
}

test('the documents with all terms are found, by their points, then the latest first, in pages that join up', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [ownerId = '', otherId = ''] = [ada, bob].map(({ id }) => id.split(':')[1]);
  const documents = fc.sample(document, { numRuns: 120, seed: 7 });
  const entries = documents.map((one, index) => ({ ...one, at: null, ownerId, rowId: `${one.type}:${index}` }));
  const others = documents.map((one, index) => ({
    ...one,
    at: null,
    ownerId: otherId,
    rowId: `${one.type}:b${index}`,
  }));
  await app.db.write(async (client) => {
    for (const entry of [...entries, ...others]) await client.searchDocument.create({ data: toDocument(entry) });
  });
  const source = { db: app.db.reads, database: app.db };
  const types = fc.option(fc.subarray(['Task', 'Goal'], { minLength: 1 }));
  const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector: ({ token }) => token });
  await fc.assert(
    fc.asyncProperty(terms, types, fc.integer({ min: 1, max: 50 }), async (asked, ofTypes, size) => {
      const matches = documents.flatMap((one, index) => {
        const points = asked.map((each) => pointsOf(one, each));
        const isListed =
          !one.isTrashed && (ofTypes?.includes(one.type) ?? true) && points.every((each) => each !== null);
        return isListed
          ? [{ id: String(index), score: points.reduce<number>((sum, each) => sum + (each ?? 0), 0) }]
          : [];
      });
      const expected = matches
        .map(({ id, score }) => ({ id, score: score / (4 * asked.length) }))
        .sort((a, b) => b.score - a.score || Number(b.id) - Number(a.id));
      const search = { ownerId, terms: asked, types: ofTypes };
      const found: { id: string; score: number }[] = [];
      for (let skip = 0; ; skip += size) {
        const page = await findDocuments(source, search, { skip, take: size });
        found.push(...page.map(({ id, score }) => ({ id, score })));
        if (page.length < size) break;
      }
      expect(found).toEqual(expected);
      expect(await countDocuments(source, search)).toBe(expected.length);
    }),
    { numRuns: 40 },
  );
});
