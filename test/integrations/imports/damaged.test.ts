import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFormats } from '../../../src/integrations/imports/formats.ts';
import { ImportFileError } from '../../../src/integrations/imports/imported.ts';
import { unforeseen } from '../../../src/integrations/imports/reading.ts';
import { readText, sample } from '../../support/imports.ts';
import { tries } from '../../support/services.ts';

/* Files that are damaged, cut off, or of another format: they are refused as a whole, or read row by row. */

const names = [
  ...['todoist.csv', 'ticktick.csv', 'vikunja.json', 'superproductivity.json', 'things.json', 'outlook.csv'],
  ...['daylio.csv', 'exist.json', 'anki.txt', 'obsidian.md', 'huntr.csv', 'linkedin.csv'],
];

const damaged = fc
  .record({
    name: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    instead: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('"', '\n', ',', '{', '[', '\0', ']]'),
    ),
  })
  .map(({ name, at, length, instead }) => {
    const bytes = sample(name);
    const from = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(instead), bytes.subarray(from + length)]);
  });

/** What a file is read as. Null if it is refused. */
function read(format: (typeof importFormats)[number], bytes: Uint8Array) {
  try {
    return readText(format, bytes, { csvMapping: { kind: 'learning', columns: { title: 'Book' } } });
  } catch (error) {
    if (error instanceof ImportFileError) return null;
    throw error;
  }
}

test('a damaged file is refused or read, and every row of it is taken or named once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...importFormats), damaged, (format, bytes) => {
      const file = read(format, bytes);
      const places = new Set(file?.skipped.map(({ at }) => at));
      // An error that was not foreseen costs its row, and is still one of the reader.
      expect(file?.skipped.filter(({ reason }) => reason === unforeseen) ?? []).toEqual([]);
      expect(places.size).toBe(file?.skipped.length ?? 0);
      expect(file?.records.filter(({ at }) => places.has(at)) ?? []).toEqual([]);
      expect(file?.readCount ?? 0).toBeGreaterThanOrEqual(places.size);
    }),
    { numRuns: tries(800) },
  );
});
