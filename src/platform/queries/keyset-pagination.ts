import { InvalidInputError } from '../errors.ts';

/** One way to sort: by a column, in a direction, with missing values before or after the others. */
export interface OrderTerm {
  field: string;
  direction: 'asc' | 'desc';
  /** Only for a column that can be null. */
  nulls?: 'first' | 'last';
}

/** The part of a list that a client asks for, as Relay's cursor connections define it. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** Page sizes: how many rows come when nobody says, and the most that can be asked for. */
export const pageSize = { default: 25, max: 100 };

/** So many rows are in one answer at most, whichever of its lists they are in, and as many are loaded for it: far more than anyone reads. */
export const maxResponseNodes = 20_000;

/** A page of a list; `totalCount` counts the whole list only when it is called. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}

type Condition = Record<string, unknown>;

/** How to get at the list: the rows that meet a condition, in an order; and how many there are. */
export interface Source<T extends object> {
  find(query: { where: Condition; orderBy: Condition[]; take: number }): Promise<T[]>;
  count(): Promise<number>;
}

/**
 * One page of a list, by keyset: the cursor holds the sort values of its row, so pages stay right while rows come and
 * go, and the last page costs what the first does.
 * @param key the column that makes the order total, because no two rows have the same in it
 * @throws InvalidInputError when the arguments contradict each other or a cursor is not one of this order
 */
export async function paginate<T extends object>(
  args: PageArguments,
  order: OrderTerm[],
  source: Source<T>,
  key = 'id',
): Promise<Page<T>> {
  const plan = planPage(args, order, key);
  const rows = await plan.load((query) => source.find({ ...query, take: plan.size + 1 }));
  return plan.toPage(rows, () => source.count());
}

/** What the arguments of a page come to: the query for its rows, and the page made of them. */
export function planPage(args: PageArguments, order: OrderTerm[], key: string) {
  const { size, backward } = readSize(args);
  const terms: OrderTerm[] = [...order.filter(({ field }) => field !== key), { field: key, direction: 'asc' }];
  const walk = backward ? terms.map(reverse) : terms;
  const where: Condition[] = [];
  if (args.after) where.push(beyond(terms, readCursor(args.after, terms, 'after')));
  if (args.before) where.push(beyond(terms.map(reverse), readCursor(args.before, terms, 'before')));

  return {
    size,
    async load<T>(find: (query: { where: Condition; orderBy: Condition[] }) => Promise<T[]>): Promise<T[]> {
      try {
        return await find({ where: { AND: where }, orderBy: walk.map(toOrderBy) });
      } catch (error) {
        if (where.length > 0 && isOfWrongType(error)) refuse(args.after ? 'after' : 'before', notOurCursor);
        throw error;
      }
    },
    /** The page made of the rows that follow, at least one more than it holds where there are more. */
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

const notOurCursor = 'must be a cursor that this list gave out, in this order';

/** Whether Prisma refused a query for the type of a value in it, which none of ours are but those of a made-up cursor. */
function isOfWrongType(error: unknown): boolean {
  return error instanceof Error && error.name === 'PrismaClientValidationError';
}

function refuse(argument: string, message: string): never {
  throw new InvalidInputError([{ path: [argument], message }]);
}

/** How many rows a page is to have, and whether it is asked for from the end of the list. */
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

/** The rows that come after the one with these values: after it by the first term, or level there and after it by the next. */
function beyond(terms: OrderTerm[], values: unknown[]): Condition {
  const alternatives = terms.flatMap((term, index) => {
    const after = following(term, values[index]);
    if (after === null) return [];
    return { AND: [...terms.slice(0, index).map((earlier, i) => ({ [earlier.field]: values[i] })), after] };
  });
  return { OR: alternatives };
}

/** What comes after a value by one term; null when nothing does. */
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
  const bad = () => refuse(argument, notOurCursor);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    bad();
  }
  if (!Array.isArray(parsed) || parsed.length !== terms.length + 1 || parsed[0] !== terms.map(shape).join()) bad();
  return (parsed as unknown[]).slice(1).map((value, index) => {
    if (value === null && !terms[index]?.nulls) bad();
    if (value === null || typeof value === 'string' || typeof value === 'number') return value;
    const date = typeof value === 'object' && new Date(String((value as { date: unknown }).date));
    return date && !Number.isNaN(date.getTime()) ? date : bad();
  });
}
