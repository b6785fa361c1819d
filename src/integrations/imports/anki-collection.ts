import Database from 'better-sqlite3';
import { ImportFileError } from './imported.ts';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import { fieldsOfMessage } from './protocol-buffers.ts';
import { hasSoundPages } from './sqlite-pages.ts';

/*
 * The collection of Anki: a SQLite database. Up to version 11 of its schema, kinds of notes and decks are JSON in the table `col`; since
 * version 15 they are tables, with what is said of them as Protocol Buffers.
 */

/** A row of the tables that all versions have. Numbers are whole, and may be larger than JavaScript's. */
type SqlRow = Readonly<Record<string, unknown>>;

/** A template of the cards of a kind of note. */
interface CardTemplate {
  readonly question: string;
  readonly answer: string;
}

export interface NoteKind {
  readonly name: string;
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly CardTemplate[];
}

export interface AnkiNote {
  readonly id: string;
  readonly guid: string;
  readonly kindId: string;
  readonly fields: readonly string[];
}

export interface AnkiCard {
  readonly id: string;
  readonly noteId: string;
  readonly deckId: string;
  /** The number of its template or cloze, from 0. */
  readonly ordinal: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** -1 suspended, -2 and -3 buried. */
  readonly queue: number;
  /** The day of the review since the collection was made; a time in seconds while it is learned. */
  readonly due: number;
  /** That of its own deck, while it is in a filtered one. 0 if it is not. */
  readonly ownDue: number;
  readonly ownDeckId: string;
  /** The interval in days; in seconds if it is negative. */
  readonly interval: number;
  /** The ease in permille; 0 if it has none. */
  readonly factor: number;
}

export interface AnkiReview {
  /** When it was, in milliseconds. */
  readonly at: number;
  readonly cardId: string;
  /** 1 again to 4 easy; 0 if it was set by hand. */
  readonly ease: number;
  readonly milliseconds: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 and 5 set by hand. */
  readonly type: number;
  readonly factor: number;
}

export interface AnkiCollection {
  /** When the collection was made, in seconds: its days are counted from there. */
  readonly madeAt: number;
  readonly kinds: ReadonlyMap<string, NoteKind>;
  readonly decks: ReadonlyMap<string, string>;
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  readonly reviews: readonly AnkiReview[];
}

const number = (value: unknown): number => {
  const found = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : 0;
  return Number.isFinite(found) ? found : 0;
};
const text = (value: unknown): string =>
  typeof value === 'bigint' ? String(value) : typeof value === 'string' ? value : '';

/**
 * The database with the collation NOCASE in place of Anki's own, which no other program has, and without which SQLite does not read its
 * tables. What is read is in the order of numbers.
 */
function withKnownCollation(bytes: Uint8Array): Buffer {
  const database = Buffer.from(bytes);
  for (let at = database.indexOf('unicase'); at >= 0; at = database.indexOf('unicase', at + 1)) {
    const before = database.toString('latin1', Math.max(0, at - 8), at);
    if (/^collate\s$/i.test(before)) database.write('NOCASE ', at, 'latin1');
  }
  return database;
}

/** Reads a collection. @throws ImportFileError if the bytes are no database, or none of Anki */
export function readCollection(bytes: Uint8Array): AnkiCollection {
  let database: Database.Database | undefined;
  try {
    if (!hasSoundPages(bytes)) throw new ImportFileError('The collection of Anki is damaged.');
    database = new Database(withKnownCollation(bytes), { readonly: true });
    database.pragma('trusted_schema = OFF');
    database.defaultSafeIntegers(true);
    return collectionOf(database, bytes.length);
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    throw new ImportFileError('The collection of Anki is damaged, or of a version that is not known.');
  } finally {
    database?.close();
  }
}

function collectionOf(database: Database.Database, size: number): AnkiCollection {
  const all = createReader(database, size);
  const tables = new Set(
    all("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").map(({ name }) => text(name)),
  );
  for (const table of ['col', 'notes', 'cards', 'revlog']) {
    if (!tables.has(table)) throw new ImportFileError('The file has no collection of Anki.');
  }
  for (const table of read) if (tables.has(table)) requirePlainColumns(database, table);
  const [col = {}] = all('SELECT crt, models, decks FROM col LIMIT 1');
  const isNew = tables.has('notetypes') && tables.has('fields') && tables.has('templates') && tables.has('decks');
  return {
    madeAt: number(col.crt),
    kinds: isNew ? kindsOfTables(all) : kindsOfJson(text(col.models)),
    decks: isNew ? decksOfTable(all) : decksOfJson(text(col.decks)),
    notes: inOrder(all('SELECT id, guid, mid, flds FROM notes NOT INDEXED'), ['id']).map((row) => ({
      ...{ id: text(row.id), guid: text(row.guid), kindId: text(row.mid), fields: text(row.flds).split('\u001f') },
    })),
    cards: inOrder(all('SELECT id, nid, did, ord, type, queue, due, odue, odid, ivl, factor FROM cards NOT INDEXED'), [
      'nid',
      'ord',
      'id',
    ]).map((row) => ({
      ...{ id: text(row.id), noteId: text(row.nid), deckId: text(row.did), ordinal: number(row.ord) },
      ...{ type: number(row.type), queue: number(row.queue), due: number(row.due), ownDue: number(row.odue) },
      ...{ ownDeckId: text(row.odid), interval: number(row.ivl), factor: number(row.factor) },
    })),
    reviews: inOrder(all('SELECT id, cid, ease, time, type, factor FROM revlog NOT INDEXED'), ['id']).map((row) => ({
      ...{ at: number(row.id), cardId: text(row.cid), ease: number(row.ease), milliseconds: number(row.time) },
      ...{ type: number(row.type), factor: number(row.factor) },
    })),
  };
}

/** The tables that are read. */
const read = ['col', 'notes', 'cards', 'revlog', 'notetypes', 'fields', 'templates', 'decks'];

/**
 * Reads all rows of tables. They have no more text than the file has, unless it says more by default values.
 * @throws ImportFileError if they have
 */
function createReader(database: Database.Database, size: number) {
  return (sql: string): SqlRow[] => {
    const rows: SqlRow[] = [];
    let left = size;
    for (const row of database.prepare(sql).iterate() as Iterable<SqlRow>) {
      for (const value of Object.values(row))
        left -= typeof value === 'string' || value instanceof Uint8Array ? value.length : 0;
      if (left < 0) throw new ImportFileError('The collection of Anki is damaged: it has more text than fits in it.');
      rows.push(row);
    }
    return rows;
  };
}

/** @throws ImportFileError if the values of a table are computed: that could take as long as it likes, as that of a view could */
function requirePlainColumns(database: Database.Database, table: string): void {
  const columns = database.pragma(`table_xinfo(${table})`) as SqlRow[];
  if (columns.some(({ hidden }) => number(hidden) !== 0))
    throw new ImportFileError('The collection of Anki has computed columns, which Anki does not make.');
}

/** Rows in the order of columns of whole numbers. SQLite would hold all of their content while it sorts them. */
const inOrder = (rows: readonly SqlRow[], columns: readonly string[]): readonly SqlRow[] =>
  rows.toSorted((a, b) => {
    const column = columns.find((name) => a[name] !== b[name]) ?? '';
    return (a[column] as bigint) < (b[column] as bigint) ? -1 : 1;
  });

function jsonOf(source: string): JsonObject {
  try {
    return objectOf(JSON.parse(source || '{}'));
  } catch {
    throw new ImportFileError('The collection of Anki is damaged: its kinds of notes cannot be read.');
  }
}

function kindsOfJson(models: string): Map<string, NoteKind> {
  const byOrder = (a: JsonObject, b: JsonObject) => (numberOf(a.ord) ?? 0) - (numberOf(b.ord) ?? 0);
  return new Map(
    Object.entries(jsonOf(models)).map(([id, given]) => {
      const model = objectOf(given);
      const templates = listOf(model.tmpls).map(objectOf).sort(byOrder);
      return [
        id,
        {
          ...{ name: textOf(model.name), isCloze: numberOf(model.type) === 1 },
          fields: listOf(model.flds)
            .map(objectOf)
            .sort(byOrder)
            .map((field) => textOf(field.name)),
          templates: templates.map((one) => ({ question: textOf(one.qfmt), answer: textOf(one.afmt) })),
        },
      ];
    }),
  );
}

const decksOfJson = (decks: string) =>
  new Map(Object.entries(jsonOf(decks)).map(([id, deck]) => [id, textOf(objectOf(deck).name)]));

/** In the table, the parts of a name are apart by a separator. */
const decksOfTable = (all: (sql: string) => SqlRow[]) =>
  new Map(
    all('SELECT id, name FROM decks NOT INDEXED').map(({ id, name }) => [
      text(id),
      text(name).replaceAll('\u001f', '::'),
    ]),
  );

function kindsOfTables(all: (sql: string) => SqlRow[]): Map<string, NoteKind> {
  const byKind = (sql: string) => Map.groupBy(all(sql), ({ ntid }) => text(ntid));
  const fields = byKind('SELECT ntid, ord, name FROM fields NOT INDEXED');
  const templates = byKind('SELECT ntid, ord, config FROM templates NOT INDEXED');
  return new Map(
    all('SELECT id, name, config FROM notetypes NOT INDEXED').map(({ id, name, config }) => [
      text(id),
      {
        ...{ name: text(name), isCloze: fieldsOfMessage(config).get(1) === 1 },
        fields: inOrder(fields.get(text(id)) ?? [], ['ord']).map((field) => text(field.name)),
        templates: inOrder(templates.get(text(id)) ?? [], ['ord']).map((template) => {
          const message = fieldsOfMessage(template.config);
          return { question: String(message.get(1) ?? ''), answer: String(message.get(2) ?? '') };
        }),
      },
    ]),
  );
}
