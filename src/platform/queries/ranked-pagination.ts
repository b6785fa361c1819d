import { InvalidInputError } from '../errors.ts';
import { digest } from '../security/crypto.ts';
import { type Page, type PageArguments, readSize } from './keyset-pagination.ts';

/** Reads a list without sort values to page by: the records from a position on, and their number. */
interface RankedSource<T> {
  find(at: { skip: number; take: number }): Promise<T[]>;
  count(): Promise<number>;
}

/**
 * One page of a list that is ranked as a whole. A cursor holds a hash of the question and a position, so it is valid for the
 * same question only. If records change between two pages, one can appear twice or not at all.
 * @param question the arguments of the list, without those of the page
 * @param max the number of records, from the top, that can be paged through
 * @throws InvalidInputError if the arguments contradict each other, or a cursor is of another question
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
  // One record more tells whether there is a next page.
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
    // Not a cursor: refused below.
  }
  throw new InvalidInputError([{ path: [argument], message: 'must be a cursor of this list' }]);
}
