import { InvalidInputError } from '../errors.ts';
import { digest } from '../security/crypto.ts';
import { type Page, type PageArguments, readSize } from './keyset-pagination.ts';

/** How to get at a list whose rows have no values to page by: those from some position on, and how many there are. */
export interface RankedSource<T> {
  find(at: { skip: number; take: number }): Promise<T[]>;
  count(): Promise<number>;
}

/**
 * One page of a list that is ranked as a whole. The cursor holds what was asked and a position, so it is good for the same
 * question only; where rows change between two pages, one can show up twice or not at all.
 * @param question what was asked for, whatever the page
 * @param most how many rows can be reached at all: those at the top
 * @throws InvalidInputError when the arguments contradict each other or a cursor is of another question
 */
export async function paginateRanked<T>(
  args: PageArguments,
  question: unknown,
  max: number,
  source: RankedSource<T>,
): Promise<Page<T>> {
  const { size, backward } = readSize(args);
  const asked = digest(question);
  let counted: Promise<number> | undefined;
  const count = () => {
    counted ??= source.count();
    return counted;
  };
  const start = args.after ? readCursor(args.after, asked, 'after') + 1 : 0;
  const before = args.before ? readCursor(args.before, asked, 'before') : null;
  const end = Math.min(before ?? (backward ? await count() : max), max);
  const skip = backward ? Math.max(start, end - size) : start;
  // One more than the page holds tells whether there is a next one.
  const take = Math.max(0, Math.min(end - skip, backward ? size : size + 1));
  const rows = take > 0 ? await source.find({ skip, take }) : [];
  const edges = rows.slice(0, size).map((node, index) => ({ cursor: writeCursor(asked, skip + index), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? before !== null : rows.length > size,
      hasPreviousPage: backward ? skip > start : Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: count,
  };
}

const writeCursor = (asked: string, position: number) =>
  Buffer.from(JSON.stringify([asked, position])).toString('base64url');

function readCursor(cursor: string, asked: string, argument: string): number {
  try {
    const [question, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (question === asked && Number.isSafeInteger(position) && (position as number) >= 0) return position as number;
  } catch {
    // Refused below, as any other text that is no cursor.
  }
  throw new InvalidInputError([{ path: [argument], message: 'must be a cursor that this same list gave out' }]);
}
