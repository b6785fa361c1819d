import Database from 'better-sqlite3';

/* Collections as Anki makes them: with JSON in a table up to version 11, and with tables and messages since. */

const made = Date.parse('2026-01-01T03:00:00Z') / 1_000;
export const reviewed = Date.parse('2026-11-02T08:00:00Z');

const tables = `
  CREATE TABLE col (id INTEGER PRIMARY KEY, crt INTEGER, models TEXT, decks TEXT);
  CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, flds TEXT);
  CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER, ord INTEGER, type INTEGER, queue INTEGER, due INTEGER,
    odue INTEGER, odid INTEGER, ivl INTEGER, factor INTEGER);
  CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INTEGER, usn INTEGER, ease INTEGER, ivl INTEGER, lastIvl INTEGER, factor INTEGER,
    time INTEGER, type INTEGER);`;

/** Beyond 2^53, as ids of notes can be. */
const bigId = 9_007_199_254_740_993n;

/** A note with a reverse, one with clozes, and one without a kind. */
const content = `
  INSERT INTO notes VALUES (${bigId}, 'g1', 10, 'Hund<br>(m)' || char(31) || 'dog &amp; hound'),
    (2, 'g2', 11, '{{c1::Paris}} is in {{c2::France::where}}' || char(31) || 'Europe'), (3, 'g3', 99, 'x'), (4, 'g4', 10, 'only [sound:a.mp3]');
  INSERT INTO cards VALUES (100, ${bigId}, 1, 0, 2, 2, 330, 0, 0, 40, 2300), (101, ${bigId}, 1, 1, 0, 0, 5, 0, 0, 0, 0),
    (200, 2, 2, 0, 2, -1, 5, 310, 1, 12, 2500), (201, 2, 1, 1, 1, 1, 1795000000, 0, 0, -600, 0), (300, 3, 1, 0, 0, 0, 1, 0, 0, 0, 0),
    (400, 4, 1, 0, 0, 0, 1, 0, 0, 0, 0);
  INSERT INTO revlog VALUES (${reviewed}, 100, 0, 3, -600, -60, 0, 4000, 0), (${reviewed + 86_400_000}, 100, 0, 1, 40, 4, 2300, 9000, 1),
    (${reviewed + 90_000_000}, 100, 0, 3, 40, 40, 0, 1000, 3), (${reviewed + 95_000_000}, 100, 0, 0, 40, 40, 2300, 0, 4),
    (${reviewed + 1}, 555, 0, 3, 1, 1, 2300, 1000, 1);`;

const basic = { question: '{{Front}}', answer: '{{FrontSide}}<hr id=answer>{{Back}}' };
const reversed = { question: '{{#Back}}{{Back}}{{/Back}}', answer: '{{FrontSide}}<hr>{{Front}}' };
const cloze = { question: '{{cloze:Text}}', answer: '{{cloze:Text}}<br>{{Extra}}' };

/** A collection of version 11. @param more SQL of further rows */
export function oldCollection(more = ''): Buffer {
  const database = new Database(':memory:');
  const model = (type: number, fields: string[], templates: (typeof basic)[]) => ({
    ...{ name: 'n', type, flds: fields.map((name, ord) => ({ name, ord })) },
    tmpls: templates.map(({ question, answer }, ord) => ({ ord, qfmt: question, afmt: answer })),
  });
  const models = { 10: model(0, ['Front', 'Back'], [basic, reversed]), 11: model(1, ['Text', 'Extra'], [cloze]) };
  database.exec(tables);
  database
    .prepare('INSERT INTO col VALUES (1, ?, ?, ?)')
    .run(made, JSON.stringify(models), JSON.stringify({ 1: { name: 'German::Words' }, 2: { name: 'Filtered' } }));
  database.exec(content + more);
  return database.serialize();
}

/** A message of Protocol Buffers with texts, or with one number. */
const message = (...texts: string[]) =>
  Buffer.concat(
    texts.map((text, index) => Buffer.concat([Buffer.from([8 * (index + 1) + 2, text.length]), Buffer.from(text)])),
  );

/** A collection of today. */
export function presentCollection(): Buffer {
  const database = new Database(':memory:');
  database.exec(`${tables}
    CREATE TABLE notetypes (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, config BLOB);
    CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT COLLATE NOCASE, config BLOB, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
    CREATE TABLE templates (ntid INTEGER, ord INTEGER, name TEXT COLLATE NOCASE, config BLOB, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE decks (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE);
    CREATE UNIQUE INDEX idx_decks_name ON decks (name);
    INSERT INTO col VALUES (1, ${made}, '', '');
    INSERT INTO fields VALUES (10, 0, 'Front', ''), (10, 1, 'Back', ''), (11, 0, 'Text', ''), (11, 1, 'Extra', '');
    INSERT INTO decks VALUES (1, 'German' || char(31) || 'Words'), (2, 'Filtered');`);
  const kind = database.prepare('INSERT INTO notetypes VALUES (?, ?, ?)');
  kind.run(10, 'Basic', Buffer.alloc(0));
  kind.run(11, 'Cloze', Buffer.from([8, 1]));
  const template = database.prepare("INSERT INTO templates VALUES (?, ?, 'Card', ?)");
  template.run(10, 0, message(basic.question, basic.answer));
  template.run(10, 1, message(reversed.question, reversed.answer));
  template.run(11, 0, message(cloze.question, cloze.answer));
  database.exec(content);
  // Anki compares names by a collation of its own.
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
  database.exec("UPDATE sqlite_master SET sql = replace(sql, 'NOCASE', 'unicase')");
  return database.serialize();
}
