import { fitsColumn } from '../database/column-values.ts';
import { InvalidInputError } from '../errors.ts';

/** One sort term: a column, a direction, and the place of nulls. */
export interface OrderTerm {
  field: string;
  /** The type of the column in the Prisma schema. */
  type: string;
  direction: 'asc' | 'desc';
  /** Required for a column that can be null. */
  nulls?: 'first' | 'last';
}

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

type Condition = Record<string, unknown>;

/** A unique column that breaks ties. */
export type Key = Pick<OrderTerm, 'field' | 'type'>;
export const idKey: Key = { field: 'id', type: 'String' };

/** Reads a list: the records that meet a condition, in an order, and their number. */
interface Source<T extends object> {
  find(query: { where: Condition; orderBy: Condition[]; take: number }): Promise<T[]>;
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
  const rows = await plan.load((query) => source.find({ ...query, take: plan.size + 1 }));
  return plan.toPage(rows, () => source.count());
}

/** Turns the arguments of a page into a query for its records and a function that makes the page of them. */
export function planPage(args: PageArguments, order: OrderTerm[], key: Key) {
  const { size, backward } = readSize(args);
  const terms: OrderTerm[] = [...order.filter(({ field }) => field !== key.field), { ...key, direction: 'asc' }];
  const walk = backward ? terms.map(reverse) : terms;
  const where: Condition[] = [];
  if (args.after) where.push(beyond(terms, readCursor(args.after, terms, 'after')));
  if (args.before) where.push(beyond(terms.map(reverse), readCursor(args.before, terms, 'before')));

  return {
    size,
    async load<T>(find: (query: { where: Condition; orderBy: Condition[] }) => Promise<T[]>): Promise<T[]> {
      return find({ where: { AND: where }, orderBy: walk.map(toOrderBy) });
    },
    /** Makes the page. @param rows the records that follow; one more than the page holds, if there are more */
    toPage<T extends object>(rows: T[], totalCount: () => Promise<number>): Page<T> {
      const more = rows.length > size;
      const page = rows.slice(0, size);
      if (backward) page.reverse();
      const edges = page.map((node) => ({ cursor: writeCursor(node, terms), node }));
      return {
        edges,
        pageInfo: {
          hasNextPage: backward ? Boolean(args.before) : more,
          hasPreviousPage: backward ? more : Boolean(args.after),
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
        totalCount,
      };
    },
  };
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

function toOrderBy({ field, direction, nulls }: OrderTerm): Condition {
  return { [field]: nulls ? { sort: direction, nulls } : direction };
}

/** The condition of the records after the one with these values: after it by the first term, or equal and after it by the next. */
function beyond(terms: OrderTerm[], values: unknown[]): Condition {
  const alternatives = terms.flatMap((term, index) => {
    const after = following(term, values[index]);
    if (after === null) return [];
    return { AND: [...terms.slice(0, index).map((earlier, i) => ({ [earlier.field]: values[i] })), after] };
  });
  return { OR: alternatives };
}

/** The condition of the values after another one by one term. Null if there are none. */
function following({ field, direction, nulls }: OrderTerm, value: unknown): Condition | null {
  if (value === null) return nulls === 'first' ? { NOT: { [field]: null } } : null;
  const later = { [field]: { [direction === 'asc' ? 'gt' : 'lt']: value } };
  return nulls === 'last' ? { OR: [later, { [field]: null }] } : later;
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
