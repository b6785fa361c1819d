import { fitsColumn } from '../database/column-values.ts';
import { InvalidInputError } from '../errors.ts';
import { type Condition, type Cursor, type OrderTerm, type PageQuery, queriesOf } from './keyset-queries.ts';

/** The page that a client asks for, as Relay's cursor connections define it. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** The default and the maximum number of records of a page. */
export const pageSize = { default: 25, max: 100 };

/** The maximum number of objects in one response, and of records loaded for its nested lists. */
export const maxResponseNodes = 20_000;

/** A page of a list. `totalCount` counts the whole list when it is called. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}

/** A unique column that breaks ties. */
export type Key = Pick<OrderTerm, 'field' | 'type'>;
export const idKey: Key = { field: 'id', type: 'String' };

/** Reads a list: the records that meet a condition, in an order, and their number. */
interface Source<T extends object> {
  find(query: PageQuery & { take: number }): Promise<T[]>;
  count(): Promise<number>;
}

/**
 * One page of a list, by keyset pagination: a cursor holds the sort values of its record. So pages stay correct while records
 * are added and removed, and the last page costs as much as the first.
 * @param key a unique column, which makes the order total
 * @throws InvalidInputError if the arguments contradict each other, or a cursor is not of this list and order
 */
export async function paginate<T extends object>(
  args: PageArguments,
  order: OrderTerm[],
  source: Source<T>,
  key: Key = idKey,
): Promise<Page<T>> {
  const plan = planPage(args, order, key);
  const rows = await plan.load(plan.size + 1, (query, take) => source.find({ ...query, take }));
  return plan.toPage(rows, () => source.count());
}

/** Turns the arguments of a page into a query for its records and a function that makes the page of them. */
export function planPage(args: PageArguments, order: OrderTerm[], key: Key) {
  const { size, backward } = readSize(args);
  const terms: OrderTerm[] = [...order.filter(({ field }) => field !== key.field), { ...key, direction: 'asc' }];
  const walk = backward ? terms.map(reverse) : terms;
  const cursors: Cursor[] = [];
  if (args.after) cursors.push({ terms, values: readCursor(args.after, terms, 'after') });
  if (args.before) cursors.push({ terms: terms.map(reverse), values: readCursor(args.before, terms, 'before') });

  return {
    size,
    /** Reads up to so many records, or all, in one query or two. */
    async load<Take extends number | undefined, T>(
      take: Take,
      find: (query: PageQuery, take: Take) => Promise<T[]>,
    ): Promise<T[]> {
      const rows: T[] = [];
      for (const query of queriesOf(walk, cursors)) {
        if (take === undefined) rows.push(...(await find(query, take)));
        else if (rows.length < take) rows.push(...(await find(query, (take - rows.length) as Take)));
      }
      return rows;
    },
    /** Makes the page. @param rows the records that follow; one more than the page holds, if there are more */
    toPage<T extends object>(rows: T[], totalCount: () => Promise<number>): Page<T> {
      const more = rows.length > size;
      const page = rows.slice(0, size);
      if (backward) page.reverse();
      const edges = page.map((node) => new Edge(node, terms));
      return {
        edges,
        pageInfo: new PageInfo(edges, backward ? Boolean(args.before) : more, backward ? more : Boolean(args.after)),
        totalCount,
      };
    },
  };
}

/** A record of a page. Few clients page from each record, so its cursor is written when it is read. */
class Edge<T extends object> {
  readonly node: T;
  readonly #terms: OrderTerm[];
  constructor(node: T, terms: OrderTerm[]) {
    this.node = node;
    this.#terms = terms;
  }

  get cursor(): string {
    return writeCursor(this.node, this.#terms);
  }
}

/** The place of a page in its list. */
class PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: readonly { readonly cursor: string }[];

  constructor(edges: readonly { readonly cursor: string }[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
    this.#edges = edges;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

function refuse(argument: string, message: string): never {
  throw new InvalidInputError([{ path: [argument], message }]);
}

/** The size of a page, and whether it is counted from the end. @throws InvalidInputError if the arguments are invalid */
export function readSize({ first, last }: PageArguments): { size: number; backward: boolean } {
  if (first != null && last != null) refuse('last', 'must not be given together with first');
  const backward = last != null;
  const size = (backward ? last : first) ?? pageSize.default;
  if (size < 1 || size > pageSize.max) refuse(backward ? 'last' : 'first', `must be from 1 to ${pageSize.max}`);
  return { size, backward };
}

function reverse(term: OrderTerm): OrderTerm {
  const direction = term.direction === 'asc' ? 'desc' : 'asc';
  return { ...term, direction, ...(term.nulls && { nulls: term.nulls === 'first' ? 'last' : 'first' }) };
}

function writeCursor(row: object, terms: OrderTerm[]): string {
  const values = terms.map(({ field }) => {
    const value = (row as Condition)[field];
    return value instanceof Date ? { date: value.toISOString() } : (value ?? null);
  });
  return Buffer.from(JSON.stringify([terms.map(shape).join(), ...values])).toString('base64url');
}

const shape = ({ field, direction, nulls }: OrderTerm) => `${field} ${direction}${nulls ? ` ${nulls}` : ''}`;

function readCursor(cursor: string, terms: OrderTerm[], argument: string): unknown[] {
  const bad = () => refuse(argument, 'must be a cursor of this list in this order');
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    bad();
  }
  if (!Array.isArray(parsed) || parsed.length !== terms.length + 1 || parsed[0] !== terms.map(shape).join()) bad();
  return (parsed as unknown[]).slice(1).map((value, index) => {
    const { type, nulls } = terms[index] as OrderTerm;
    if (value === null) return nulls ? null : bad();
    const given = type === 'DateTime' && typeof value === 'object' ? (value as { date: unknown }).date : value;
    // Anything else was not in a record of the list, and cannot be compared with what is.
    if (!fitsColumn(type, given)) bad();
    return type === 'DateTime' ? new Date(given as string) : given;
  });
}
