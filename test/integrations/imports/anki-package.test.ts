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

test('a card that was reset is new, and a schedule beyond all calendars costs no row', () => {
  const later = reviewed + 200_000_000;
  const more = `UPDATE cards SET type = 0, due = 7 WHERE id = 100;
    INSERT INTO revlog VALUES (${later}, 100, 0, 0, 0, 0, 0, 0, 4);
    UPDATE cards SET type = 2, due = 900000000 WHERE id = 101;
    UPDATE cards SET type = 2, odue = 0, due = 9e15 WHERE id = 200;
    INSERT INTO revlog VALUES (${reviewed + 5}, 200, 0, 3, 1, 1, 2300, 1000, 1), (${later + 1}, 200, 0, 0, 0, 0, 0, 0, 4),
      (${later + 2}, 200, 0, 4, 1, 1, 2300, 1000, 0);`;
  const file = readText('ANKI', zipSync({ 'collection.anki2': oldCollection(more) }), options);
  expect(file.skipped).toHaveLength(2);
  expect(file.records).toMatchObject([
    { schedule: null, reviews: [{ rating: 'EASY' }] },
    { question: 'Paris is in [where]' },
    { question: 'Hund\n(m)', schedule: null, reviews: [] },
    { question: 'dog & hound', schedule: null },
  ]);
  expect(file.warnings).toContainEqual({
    at: 'note 4, card 1',
    reason: 'It was reset to new: 3 reviews before that are left out.',
  });
});
