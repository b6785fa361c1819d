import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { countOwned } from '../../../platform/database/delegates.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { CursorExpiredError, InvalidInputError } from '../../../platform/errors.ts';
import { daysBefore } from '../../../platform/jobs/retention.ts';
import { type Page, type PageArguments, paginate } from '../../../platform/queries/keyset-pagination.ts';
import { getService, oneOf, type Selection } from '../../../platform/queries/lists.ts';
import { transaction, unrecorded } from '../../../platform/transactions/transaction.ts';
import { visibleTo } from './changes.access.ts';
import { type ChangeInSet, changeSetsAt, withChangeSets } from './changes.loaders.ts';
import { type Change, maxChanges, type Position, readCursor, syncedTypes, writeCursor } from './changes.rules.ts';

/** A page of the viewer's changes, in the order in which they were made. */
export interface ChangePage {
  changes: ChangeInSet[];
  /** The position after the page. */
  cursor: string;
  hasMore: boolean;
}

interface ChangesArguments {
  after?: string | null | undefined;
  first?: number | null | undefined;
  types?: readonly string[] | null | undefined;
}

/**
 * The viewer's changes after a cursor, each once, in the order of their change sets. Without a cursor the page is empty and
 * has the cursor of this moment.
 * @throws CursorExpiredError if changes after the cursor were pruned, or it is of another history; InvalidInputError if it
 *   is not a cursor of ours
 */
export async function listChanges(ctx: ViewerContext, { after, first, types }: ChangesArguments): Promise<ChangePage> {
  const size = first ?? maxChanges;
  if (size < 1 || size > maxChanges) {
    throw new InvalidInputError([{ path: ['first'], message: `must be from 1 to ${maxChanges}` }]);
  }
  // Read before the changes: what is committed in between is on this page or after its cursor.
  const now = await latestPosition(ctx);
  if (after === null || after === undefined) return { changes: [], cursor: writeCursor(now), hasMore: false };
  const from = readCursor(after);
  if (from.sequence > now.sequence) {
    throw new InvalidInputError([{ path: ['after'], message: 'must not be later than the last change' }]);
  }
  if (from.sequence === now.sequence && from.ordinal === null) {
    // The usual result of polling.
    if (from.changeSetId !== now.changeSetId) throw new CursorExpiredError();
    return { changes: [], cursor: after, hasMore: false };
  }
  const found = await changesAfter(ctx, from, types ?? syncedTypes, size + 1);
  // Read after the changes. History is pruned from its beginning: if the cursor's change set is still there, so were all
  // changes after it.
  const changeSets = await changeSetsAt(ctx, [from.sequence || 1, ...found.map(({ sequence }) => sequence)]);
  const isKept = from.sequence === 0 ? changeSets.has(1) : changeSets.get(from.sequence)?.id === from.changeSetId;
  if (!isKept) throw new CursorExpiredError();
  const page = withChangeSets(found.slice(0, size), changeSets);
  const hasMore = found.length > size;
  const last = page.at(-1);
  const to = last && {
    sequence: last.sequence,
    ordinal: hasMore ? last.ordinal : null,
    changeSetId: last.changeSet.id,
  };
  return { changes: page, cursor: writeCursor(to && (hasMore || to.sequence >= now.sequence) ? to : now), hasMore };
}

/** The position after the viewer's latest change set. */
async function latestPosition(ctx: ViewerContext): Promise<Position> {
  const latest = await ctx.db.changeSet.findFirst({ where: visibleTo(ctx.viewer), orderBy: { sequence: 'desc' } });
  return { sequence: latest?.sequence ?? 0, ordinal: null, changeSetId: latest?.id ?? '' };
}

/** The first of the viewer's changes of some types after a position. */
function changesAfter(
  ctx: ViewerContext,
  { sequence, ordinal }: Position,
  types: readonly string[],
  max: number,
): Promise<Change[]> {
  const later = { sequence: { gt: sequence } };
  const place = ordinal === null ? later : { OR: [later, { sequence, ordinal: { gt: ordinal } }] };
  return ctx.db.change.findMany({
    where: { ...visibleTo(ctx.viewer), model: oneOf(types), ...place },
    orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }],
    take: max,
  });
}

/**
 * The viewer's changes as they are made: the first page at once, even if it is empty, then a page whenever there are changes.
 * Only a cursor is kept in between: a notification says that it is worth a look, and the log is read when the next page is
 * requested. A slow client gets longer pages and misses nothing.
 * @throws as `listChanges` does, also later on: if the history after the cursor is pruned before it was requested
 */
export async function* followChanges(ctx: ViewerContext, args: ChangesArguments): AsyncGenerator<ChangePage, void> {
  const { stream } = ctx;
  if (!stream) throw new Error('Changes are followed in a stream.');
  let page = await listChanges(ctx, args);
  yield page;
  while (!stream.ended) {
    if (!page.hasMore) await stream.pause();
    if (stream.ended) return;
    try {
      page = await listChanges(await stream.renew(), { ...args, after: page.cursor });
    } catch (error) {
      // A deleted account has no history anymore: renewing fails with the reason.
      await stream.renew();
      throw error;
    }
    if (page.changes.length > 0) yield page;
  }
}

/** Change sets, each with all of its changes. */
interface LogSection {
  changeSets: (Row<'changeSet'> & { changes: Change[] })[];
  /** The sequence number of the last of them. */
  to: number;
  hasMore: boolean;
  /** Whether some were pruned before they were read. */
  missed: boolean;
}

/** The viewer's change sets after a sequence number, whole and in order: what webhooks are made from. */
export async function listChangeSetsAfter(ctx: ViewerContext, sequence: number, max: number): Promise<LogSection> {
  const found = await ctx.db.changeSet.findMany({
    where: { ...visibleTo(ctx.viewer), sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
    take: max,
    include: { changes: { orderBy: { ordinal: 'asc' } } },
  });
  // Read after them, so that it knows of everything that was pruned before they were read.
  const latest = await ctx.db.changeSequence.findUnique({ where: { ownerId: ctx.viewer.accountId } });
  const to = found.at(-1)?.sequence ?? sequence;
  return {
    changeSets: found,
    to,
    hasMore: to < (latest?.sequence ?? 0),
    missed: sequence + 1 < (latest?.oldestSequence ?? 1),
  };
}

/** The sequence number of the viewer's latest change set; 0 if there is none. */
export async function latestSequence(ctx: ViewerContext): Promise<number> {
  return (await ctx.db.changeSequence.findUnique({ where: { ownerId: ctx.viewer.accountId } }))?.sequence ?? 0;
}

/** One of the viewer's change sets. */
export const getChangeSet = getService({ model: 'changeSet', visibleTo });

/** The viewer's change sets, the latest first. */
export async function listChangeSets(
  ctx: ViewerContext,
  args: PageArguments,
  selection: Selection<'changeSet'> = {},
): Promise<Page<Row<'changeSet'>>> {
  const where = visibleTo(ctx.viewer);
  return paginate(args, [{ field: 'sequence', type: 'Int', direction: 'desc' }], {
    find: (page) => ctx.db.changeSet.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => countOwned(ctx, 'changeSet', where),
  });
}

/** The changes of one of the viewer's nodes, the latest first; also of one that was deleted. */
export async function listHistory(
  ctx: ViewerContext,
  { node, ...args }: PageArguments & { node: NodeRef },
): Promise<Page<ChangeInSet>> {
  const where = { ...visibleTo(ctx.viewer), model: node.type, rowId: node.id };
  const source = {
    async find(page: { where: object; orderBy: object[]; take: number }): Promise<ChangeInSet[]> {
      const found = await ctx.db.change.findMany({ ...page, where: { AND: [where, page.where] } });
      return withChangeSets(
        found,
        await changeSetsAt(
          ctx,
          found.map(({ sequence }) => sequence),
        ),
      );
    },
    count: () => countOwned(ctx, 'change', where),
  };
  return paginate<ChangeInSet>(args, [{ field: 'sequence', type: 'Int', direction: 'desc' }], source, {
    field: 'ordinal',
    type: 'Int',
  });
}

/** The number of change sets pruned in one transaction, so that their owner waits for a moment only. */
const prunedAtOnce = 500;

/**
 * Deletes every owner's change sets from before a moment, and returns how many. The last one of an owner is kept whatever its
 * age. A recurring job of the server.
 */
export async function pruneHistory(
  ctx: Context,
  before = daysBefore(ctx, ctx.app.config.historyDays),
): Promise<number> {
  let pruned = 0;
  const owners = await ctx.db.account.findMany({ where: { changeSets: { some: { at: { lt: before } } } } });
  for (const account of owners) {
    const owner = actFor(ctx, account);
    for (let count = prunedAtOnce; count === prunedAtOnce; pruned += count) count = await pruneSome(owner, before);
  }
  return pruned;
}

/** Deletes the oldest change sets, up to the first from after the moment, and returns how many. */
async function pruneSome(ctx: ViewerContext, before: Date): Promise<number> {
  const ownerId = ctx.viewer.accountId;
  return transaction(ctx, 'pruneHistory', async (tx) => {
    const { client } = unrecorded(tx);
    const latest = await client.changeSequence.findUniqueOrThrow({ where: { ownerId } });
    const oldest = await client.changeSet.findMany({
      where: { ownerId, sequence: { lt: latest.sequence } },
      orderBy: { sequence: 'asc' },
      take: prunedAtOnce,
      select: { sequence: true, at: true },
    });
    const firstKept = oldest.findIndex(({ at }) => at >= before);
    const old = firstKept < 0 ? oldest : oldest.slice(0, firstKept);
    const last = old.at(-1);
    if (!last) return 0;
    await client.changeSet.deleteMany({ where: { ownerId, sequence: { lte: last.sequence } } });
    await client.changeSequence.update({ where: { ownerId }, data: { oldestSequence: last.sequence + 1 } });
    return old.length;
  });
}
