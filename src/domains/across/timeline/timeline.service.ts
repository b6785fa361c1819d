import type { ViewerContext } from '../../../platform/context.ts';
import { countOwned } from '../../../platform/database/delegates.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { type Page, type PageArguments, paginate } from '../../../platform/queries/keyset-pagination.ts';
import { oneOf } from '../../../platform/queries/lists.ts';
import { nodeOfDocument } from '../../../platform/search/search-documents.ts';
import { parseInput } from '../../../platform/validation/input-rules.ts';
import { timelineInput } from './timeline.rules.ts';

/** A node at its place in the timeline. */
export interface TimelineEntry extends NodeRef {
  title: string;
  at: Date;
}

/** Which part of the timeline. */
interface TimelineArguments extends PageArguments {
  from?: string | null | undefined;
  /** Default: now. Null: no end. */
  to?: string | null | undefined;
  /** Only nodes of these types. Default: all. */
  types?: readonly string[] | null | undefined;
}

const columns = { type: true, rowId: true, title: true, at: true } as const;

/** The viewer's nodes by when they happened, the latest first. Those in the trash are left out. */
export async function timeline(
  ctx: ViewerContext,
  { from, to, types, ...page }: TimelineArguments,
): Promise<Page<TimelineEntry>> {
  const range = parseInput(ctx, timelineInput, { from, to }, []);
  const at = { not: null, gte: range.from, lte: range.to };
  const ofTypes = types ? { type: oneOf(types) } : {};
  const where = { AND: [{ ownerId: ctx.viewer.accountId, isTrashed: false, at }, ofTypes] };
  const table = ctx.db.searchDocument;
  const { edges, ...rest } = await paginate(
    page,
    [{ field: 'at', type: 'DateTime', direction: 'desc' }],
    {
      find: (query) => table.findMany({ ...query, select: columns, where: { AND: [where, query.where] } }),
      count: () => countOwned(ctx, 'searchDocument', where),
    },
    { field: 'rowId', type: 'String' },
  );
  return {
    ...rest,
    edges: edges.flatMap(({ cursor, node: { title, at: moment, ...document } }) =>
      moment ? [{ cursor, node: { ...nodeOfDocument(document), title, at: moment } }] : [],
    ),
  };
}
