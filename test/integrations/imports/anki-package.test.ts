import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ImportedPrompt } from '../../../src/integrations/imports/imported.ts';
import { oldCollection, presentCollection, reviewed } from '../../support/anki-collections.ts';
import { readText } from '../../support/imports.ts';

const stub = Buffer.from('Please update Anki');
const options = { unzstd: (bytes: Uint8Array) => zstdDecompressSync(bytes) };

test.each([
  [
    'of version 11',
    zipSync({ 'collection.anki2': stub, 'collection.anki21': oldCollection(), media: Buffer.from('{}') }),
  ],
  ['of today', zipSync({ 'collection.anki2': stub, 'collection.anki21b': zstdCompressSync(presentCollection()) })],
])('cards of a package %s have their own sides, schedules and reviews', (_name, archive) => {
  const file = readText('ANKI', archive, options);
  expect(file.records).toMatchObject([
    {
      ...{ question: '[…] is in France', answer: 'Paris is in France\nEurope', deck: 'German::Words' },
      ...{ isSuspended: true, schedule: { dueOn: '2026-11-07', intervalDays: 12 } },
    },
    { question: 'Paris is in [where]', schedule: null },
    {
      ...{ question: 'Hund\n(m)', answer: 'dog & hound', deck: 'German::Words', isSuspended: false },
      schedule: { dueOn: '2026-11-27', intervalDays: 40, ease: 2.3 },
      reviews: [
        { rating: 'GOOD', durationSeconds: 4, reviewedAt: new Date(reviewed) },
        { rating: 'AGAIN', durationSeconds: 9 },
      ],
    },
    { question: 'dog & hound', answer: 'Hund\n(m)', schedule: null, reviews: [] },
  ]);
  expect(new Set((file.records as ImportedPrompt[]).map(({ key }) => key)).size).toBe(4);
  expect(file.skipped).toEqual([
    { at: 'note 2, card 1', reason: 'The kind of its note is not in the file.' },
    { at: 'note 3, card 1', reason: 'The answer is empty.' },
  ]);
  expect(file.warnings).toContainEqual({
    at: 'review log',
    reason: '1 reviews are of cards that were deleted: they are left out.',
  });
  expect(file.readCount).toBe(6);
});

test('a package without a collection, and a damaged one, are refused', () => {
  expect(() => readText('ANKI', zipSync({ media: stub }))).toThrow('The archive has no collection of Anki.');
  expect(() => readText('ANKI', zipSync({ 'collection.anki2': stub }))).toThrow('The collection of Anki is damaged');
});
