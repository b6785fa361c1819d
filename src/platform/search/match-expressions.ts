import { Prisma } from '../../generated/sqlite/client.ts';
import type { Database } from '../database/database.ts';
import { ownerToken } from './search-documents.ts';
import type { Term } from './terms.ts';

/* Terms in the languages of the engines. Tokens consist of letters and digits, which mean nothing else to an engine. */

type Engine = Database['engine'];

interface Terms {
  readonly ownerId: string;
  readonly terms: readonly Term[];
}

/** The operators of FTS5, and of a tsquery. */
const operators = {
  sqlite: { and: ' AND ', or: ' OR ', start: '*', without: (all: string, some: string) => `(${all}) NOT (${some})` },
  postgresql: { and: ' & ', or: ' | ', start: ':*', without: (all: string, some: string) => `(${all}) & !(${some})` },
};

/**
 * The query for the documents of an owner that have all terms.
 * @param how `TITLE`: as words of their titles, on SQLite only. `without`: not those that have all of these terms
 */
export function matchOf(
  engine: Engine,
  { ownerId, terms }: Terms,
  how: 'ANYWHERE' | 'TITLE' | { readonly without: Terms } = 'ANYWHERE',
): string {
  const { and, or, without } = operators[engine];
  const owner = ownerToken(ownerId);
  const both = (token: string) => (token.includes(' ') ? `(${token.split(' ').join(and)})` : token);
  if (how === 'TITLE')
    return [owner, ...terms.map(({ words }) => `titleTokens : (${words.map(both).join(or)})`)].join(and);
  const all = (some: readonly Term[]) =>
    some.map((term) => `(${tokensOfTerm(engine, term).map(both).join(or)})`).join(and);
  const query = `${owner}${and}${all(terms)}`;
  return how === 'ANYWHERE' ? query : without(query, all(how.without.terms));
}

function tokensOfTerm(engine: Engine, { words, stems, prefix, corrections }: Term): string[] {
  const { start } = operators[engine];
  // The start of a word that is not one token is none.
  const spelled = words.map((word) => (prefix && !word.includes(' ') ? `${word}${start}` : word));
  return [...new Set([...spelled, ...stems, ...corrections])];
}

/** The points of a term, by where it matches: a word of the title, another form of it, or the same in the text. */
export const points = { titleWord: 4, titleForm: 3, textWord: 2, textForm: 1 };

/** The points of a document for a term that it has. */
export function pointsOf(engine: Engine, { words, stems, prefix, corrections }: Term): Prisma.Sql {
  const whole = words.map((word) => ` ${word} `);
  const forms = [
    ...(prefix ? words.map((word) => ` ${word}`) : []),
    ...[...stems, ...corrections].map((token) => ` ${token} `),
  ];
  const [title, text] = [Prisma.sql`d."titleTokens"`, Prisma.sql`d."textTokens"`];
  const otherwise = points.textForm;
  return Prisma.sql`CASE
    WHEN ${hasAny(engine, title, whole)} THEN ${number(points.titleWord)}
    ${forms.length > 0 ? Prisma.sql`WHEN ${hasAny(engine, title, forms)} THEN ${number(points.titleForm)}` : Prisma.empty}
    WHEN ${hasAny(engine, text, whole)} THEN ${number(points.textWord)}
    ELSE ${number(otherwise)} END`;
}

const number = (value: number) => Prisma.raw(String(value));

/** Whether the tokens in a column have one of some parts. */
function hasAny(engine: Engine, column: Prisma.Sql, parts: readonly string[]): Prisma.Sql {
  const position = Prisma.raw(engine === 'sqlite' ? 'instr' : 'strpos');
  const conditions = parts.map((part) => Prisma.sql`${position}(' ' || ${column} || ' ', ${part}) > 0`);
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
}
