import Database from 'better-sqlite3';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unzip } from '../../../src/integrations/imports/archives.ts';
import { readRows } from '../../../src/integrations/imports/delimited.ts';
import { oldCollection } from '../../support/anki-collections.ts';
import { readText, unpacking } from '../../support/imports.ts';

/* Files that are made to take long. Each would take minutes to years, were it not read in proportion to its size. */

/** A package of Anki whose collection somebody has changed. */
function packageWith(statements: string): Uint8Array {
  const database = new Database(oldCollection());
  database.unsafeMode(true);
  database.exec(statements);
  return zipSync({ 'collection.anki2': database.serialize() });
}

const withTemplate = (question: string) =>
  packageWith(
    `UPDATE col SET models = json_set(models, '$.10.tmpls[0].qfmt', '${question}', '$.11.tmpls[0].qfmt', '${question}')`,
  );

test.each([
  ['a tag that does not end', `{{${' '.repeat(49_000)}`],
  ['a condition that does not end', `{{#${' '.repeat(49_000)}x`],
  ['conditions that do not end', '{{#Front}}'.repeat(4_900)],
])('a template with %s is read in time', (_name, template) => {
  expect(readText('ANKI', withTemplate(template)).readCount).toBe(6);
});

test('a card is filled in no further than its package may be large', () => {
  const large = `UPDATE notes SET flds = '{{c1::x}}' || hex(zeroblob(20000)) || char(31) || 'y';`;
  expect(() =>
    readText(
      'ANKI',
      packageWith(`${large} UPDATE col SET models = replace(models, '{{Front}}', '${'{{Front}}'.repeat(999)}')`),
    ),
  ).toThrow('too long together');
});

test.each([
  [
    'computed columns',
    `ALTER TABLE notes RENAME TO old; CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER,
      flds TEXT GENERATED ALWAYS AS (printf('%.*c', 250000000, 'x')));
      INSERT INTO notes (id, guid, mid) SELECT id, guid, mid FROM old;`,
    'computed columns',
  ],
  [
    'a view',
    `ALTER TABLE notes RENAME TO old; CREATE VIEW notes AS SELECT a.* FROM old a, old b, old c, old d, old e, old f;`,
    'no collection of Anki',
  ],
  [
    'a default value for each row',
    `CREATE TABLE n (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER); INSERT INTO n SELECT id, guid, mid FROM notes;
      DROP TABLE notes; ALTER TABLE n RENAME TO notes; ALTER TABLE notes ADD COLUMN flds TEXT DEFAULT '${'x'.repeat(60_000)}';`,
    'more text than fits',
  ],
])('a collection with %s is refused', (_name, statements, message) => {
  expect(() => readText('ANKI', packageWith(statements))).toThrow(message);
});

test('a collection whose pages are named twice is refused before SQLite follows them', () => {
  const database = new Database(oldCollection());
  database.exec(
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO revlog (id) SELECT i FROM n',
  );
  const bytes = database.serialize();
  const { rootpage } = database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'revlog'").get() as {
    rootpage: number;
  };
  expect(readText('ANKI', zipSync({ 'collection.anki2': bytes })).readCount).toBe(6);
  // The second child of the root is the first once more.
  const page = (rootpage - 1) * 4_096;
  const [first, second] = [bytes.readUInt16BE(page + 12), bytes.readUInt16BE(page + 14)];
  bytes.copy(bytes, page + second, page + first, page + first + 4);
  expect(() => readText('ANKI', zipSync({ 'collection.anki2': bytes }))).toThrow('damaged');
});

test('an archive unpacks no more than it says, and no bytes twice', () => {
  const archive = Buffer.from(zipSync({ 'a.json': new Uint8Array(300_000), 'b.json': new Uint8Array(300_000) }));
  const read = (bytes: Buffer) => unzip(bytes, { ...unpacking, maxUnpacked: 1_000_000 }, () => true);
  expect([...(read(archive)?.values() ?? [])].map(({ length }) => length)).toEqual([300_000, 300_000]);
  const entry = archive.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  const small = Buffer.from(archive);
  small.writeUInt32LE(1, entry + 24);
  expect(() => read(small)).toThrow('damaged');
  const shared = Buffer.from(archive);
  shared.writeUInt32LE(archive.length, entry + 20);
  expect(() => read(shared)).toThrow('damaged');
});

test('quotes, spaces and names without an end are read in time', () => {
  const rows = '1,5" wide\n'.repeat(100_000);
  expect(readRows(rows, ',').rows).toHaveLength(100_000);
  expect(readRows(`"${rows.replaceAll('"', '""')}`, ',').broken).toHaveLength(1);
  expect(readRows(rows, '|').rows).toHaveLength(100_000);
  const spaces = `a${' '.repeat(500_000)}b`;
  const address = `${'@'.repeat(296)}<<<`;
  const daylio = readText('DAYLIO', `mood,date,activities\nrad,2026-11-01,"${spaces}"\n`);
  expect(daylio.records).toHaveLength(1);
  const moods = Array.from({ length: 5_000 }, (_, index) => `mood${index},2026-11-01`).join('\n');
  expect(readText('DAYLIO', `mood,date\n${moods}`).skipped).toHaveLength(5_000);
  const outlook = `Subject,Start Date,Start Time,Required Attendees,Categories\nx,11/13/2026,9:00,"${`${address};`.repeat(9_000)}","${spaces}"`;
  expect(readText('OUTLOOK', outlook).records).toHaveLength(1);
  const todoist = `TYPE,CONTENT,RESPONSIBLE,INDENT\ntask,"${spaces} @a","${spaces}",5\n${'note,x,,\n'.repeat(10_000)}`;
  expect(readText('TODOIST', todoist).records).toMatchObject([{ labels: ['a'] }]);
  const obsidian = `#flashcards\n${'a::b\n<!--SR:!x-->\n'.repeat(10_000)}`;
  expect(readText('OBSIDIAN', obsidian).warnings).toHaveLength(10_000);
});

test('a file of more rows than are allowed is refused', () => {
  const read = () => readText('DAYLIO', 'mood,date\nrad,2026-11-01\nrad,2026-11-02\n', { maxRows: 1 });
  expect(read).toThrow('The file has more than 1 rows or items.');
});

test.each([
  ['TODOIST', JSON.stringify([{ id: 1, content: 'x', due: { date: '2026-11-05T10:00:00+99:00' } }])],
  ['DAYLIO', 'mood,date,time\nrad,2026-11-05T10:00:00+99:00,\n'],
  [
    'SUPER_PRODUCTIVITY',
    JSON.stringify({ task: { entities: { a: { title: 'x', deadlineWithTime: 8_640_000_000_000_000 } } } }),
  ],
  ['THINGS', JSON.stringify([{ title: 'x', deadline: '9999-12-31T23:59:59-14:00' }])],
] as const)('a date of %s beyond all dates costs its row at most', (format, content) => {
  const { readCount, records, skipped } = readText(format, content);
  expect([readCount, records.length + skipped.length]).toEqual([1, 1]);
});
