import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { type Page, type PageArguments, paginate } from '../../../platform/queries/keyset-pagination.ts';
import { paginateRanked } from '../../../platform/queries/ranked-pagination.ts';
import { countDocuments, findDocuments } from '../../../platform/search/full-text-query.ts';
import { nodeOfDocument } from '../../../platform/search/search-documents.ts';
import { instant, parseInput } from '../../../platform/validation/input-rules.ts';
import { type MarkedText, mark, maxHits, searchInput, snippetOf } from './search.rules.ts';

/** A record that was found, and where in it. */
export interface SearchHit extends NodeRef {
  title: MarkedText;
  snippet: MarkedText;
  score: number;
}

/** A record where it stands in the timeline. */
export interface TimelineEntry extends NodeRef {
  title: string;
  at: Date;
}

interface OfTypes extends PageArguments {
  types?: readonly string[] | null | undefined;
}

/**
 * The viewer's rows that say all of some words, the best first. Those in the trash are left out.
 * @throws InvalidInputError when there is no word to look for, or too many
 */
export async function search(ctx: ViewerContext, args: OfTypes & { text: string }): Promise<Page<SearchHit>> {
  const { text: terms } = parseInput(searchInput, { text: args.text }, []);
  const wanted = { ownerId: ctx.viewer.accountId, terms, types: args.types ?? null };
  const page = await paginateRanked(args, wanted, maxHits, {
    find: (at) => findDocuments(ctx, wanted, at),
    count: () => countDocuments(ctx, wanted),
  });
  const edges = page.edges.map(({ cursor, node: { type, id, title, text, score } }) => ({
    cursor,
    node: {
      type,
      id,
      title: mark(title, terms),
      snippet: snippetOf(text, terms),
      score,
    },
  }));
  return { ...page, edges };
}

type Dated = Row<'searchDocument'> & { at: Date };

/**
 * The viewer's rows by when they happened, the latest first. Those in the trash are left out.
 * @param to the last moment: now when it is left out, and none when it is null
 */
export async function timeline(
  ctx: ViewerContext,
  { from, to = 'NOW', types, ...args }: OfTypes & { from?: string | null | undefined; to?: string | null | undefined },
): Promise<Page<TimelineEntry>> {
  const moment = (name: string, text: string | null | undefined) =>
    text ? parseInput(instant(ctx.calendar), text, [name]) : undefined;
  const at = { not: null, gte: moment('from', from), lte: moment('to', to) };
  const ofTypes = types ? { type: { in: [...types] } } : {};
  const where = { AND: [{ ownerId: ctx.viewer.accountId, isTrashed: false, at }, ofTypes] };
  const table = ctx.db.searchDocument;
  const select = { type: true, rowId: true, title: true, at: true } as const;
  const page = await paginate<Pick<Dated, keyof typeof select>>(
    args,
    [{ field: 'at', direction: 'desc' }],
    {
      find: (query) =>
        table.findMany({ ...query, select, where: { AND: [where, query.where] } }) as unknown as Promise<Dated[]>,
      count: () => table.count({ where }),
    },
    'rowId',
  );
  const edges = page.edges.map(({ cursor, node: { title, at: moment, ...document } }) => ({
    cursor,
    node: { ...nodeOfDocument(document), title, at: moment },
  }));
  return { ...page, edges };
}
