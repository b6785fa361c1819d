import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { CursorExpiredError, InvalidInputError } from '../../../platform/errors.ts';
import { daysBefore } from '../../../platform/jobs/retention.ts';
import { type Page, type PageArguments, paginate } from '../../../platform/queries/keyset-pagination.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { transaction, unrecordedClient } from '../../../platform/transactions/transaction.ts';
import { changesVisibleTo, visibleTo } from './changes.access.ts';
import { type ChangeOfSet, changeSetsAt, withChangeSets } from './changes.loaders.ts';
import { type Change, maxChanges, type Position, readCursor, syncedTypes, writeCursor } from './changes.rules.ts';

/** Some of the viewer's changes, in the order in which they were made. */
export interface ChangePage {
  changes: ChangeOfSet[];
  /** Where to go on from. */
  cursor: string;
  hasMore: boolean;
}

export interface ChangesArguments {
  after?: string | null | undefined;
  first?: number | null | undefined;
  types?: readonly string[] | null | undefined;
}

/**
 * The viewer's changes after a cursor, each once, in the order of their change sets. Without a cursor there are none, only
 * the cursor of this moment, from which a client goes on that reads all rows next.
 * @throws CursorExpiredError when changes after the cursor were forgotten, or it is of another history; InvalidInputError
 *   when there was never such a cursor
 */
export async function listChanges(ctx: ViewerContext, { after, first, types }: ChangesArguments): Promise<ChangePage> {
  const size = first ?? maxChanges;
  if (size < 1 || size > maxChanges) {
    throw new InvalidInputError([{ path: ['first'], message: `must be from 1 to ${maxChanges}` }]);
  }
  // Read before the changes: whatever is committed in between is on this page or after its cursor.
  const now = await latestPosition(ctx);
  if (after === null || after === undefined) return { changes: [], cursor: writeCursor(now), hasMore: false };
  const from = readCursor(after);
  if (from.sequence > now.sequence) {
    throw new InvalidInputError([{ path: ['after'], message: 'must not be later than the last change' }]);
  }
  if (from.sequence === now.sequence && from.ordinal === null) {
    // What whoever looks again and again mostly finds.
    if (from.changeSetId !== now.changeSetId) throw new CursorExpiredError();
    return { changes: [], cursor: after, hasMore: false };
  }
  const found = await changesAfter(ctx, from, types ?? syncedTypes, size + 1);
  // Read after the changes. History is forgotten from its beginning on: where the change set of the cursor is still there, so
  // were all the changes after it.
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

/** The position after the latest of the viewer's change sets. */
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
    where: { ...changesVisibleTo(ctx.viewer), model: { in: [...types] }, ...place },
    orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }],
    take: max,
  });
}

/**
 * The viewer's changes as they are made: the first page at once, be it empty, and each further one when there is something on
 * it. All that is kept meanwhile is a cursor: a signal only says that it is worth a look, and the log is read when the next
 * page is asked for. Whoever is slow to ask so finds more on it, and misses nothing.
 * @throws as `listChanges` does, also later on: when the history after the cursor is forgotten before it was asked for
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
      // An account that is deleted in between has no history any more: that it is gone is what is told.
      await stream.renew();
      throw error;
    }
    if (page.changes.length > 0) yield page;
  }
}

/** One change, and where to go on from after it. */
export interface FollowedChange {
  change: ChangeOfSet;
  cursor: string;
}

/** The viewer's changes of one type as they are made, one by one. @throws as `followChanges` does */
export async function* followRows(
  ctx: ViewerContext,
  type: string,
  after: string | null | undefined,
): AsyncGenerator<FollowedChange, void> {
  for await (const page of followChanges(ctx, { after, first: 1, types: [type] })) {
    for (const change of page.changes) yield { change, cursor: page.cursor };
  }
}

/** The change sets after a sequence, each with all of its changes. */
export interface LogSection {
  changeSets: (Row<'changeSet'> & { changes: Change[] })[];
  /** The sequence of the last of them: where to go on from. */
  to: number;
  hasMore: boolean;
  /** Whether some after the sequence were forgotten already. */
  missed: boolean;
}

/** The viewer's change sets after a sequence, whole and in order, the oldest that are kept first: for what the server makes of them. */
export async function listChangeSetsAfter(ctx: ViewerContext, sequence: number, max: number): Promise<LogSection> {
  const found = await ctx.db.changeSet.findMany({
    where: { ...visibleTo(ctx.viewer), sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
    take: max,
    include: { changes: { orderBy: { ordinal: 'asc' } } },
  });
  // Read after them, so that it tells of all that was forgotten before they were read.
  const clock = await ctx.db.changeSequence.findUnique({ where: { ownerId: ctx.viewer.accountId } });
  const to = found.at(-1)?.sequence ?? sequence;
  return {
    changeSets: found,
    to,
    hasMore: to < (clock?.sequence ?? 0),
    missed: sequence + 1 < (clock?.oldestSequence ?? 1),
  };
}

/** The viewer's latest sequence: after it there is nothing yet. */
export async function latestSequence(ctx: ViewerContext): Promise<number> {
  return (await ctx.db.changeSequence.findUnique({ where: { ownerId: ctx.viewer.accountId } }))?.sequence ?? 0;
}

/** What the viewer did, the latest first. */
export async function listChangeSets(
  ctx: ViewerContext,
  args: PageArguments,
  selection: Selection<'changeSet'> = {},
): Promise<Page<Row<'changeSet'>>> {
  const where = visibleTo(ctx.viewer);
  return paginate(args, [{ field: 'sequence', direction: 'desc' }], {
    find: (page) => ctx.db.changeSet.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => ctx.db.changeSet.count({ where }),
  });
}

/** What became of one of the viewer's rows, the latest first; also of one that is gone. */
export async function listHistory(
  ctx: ViewerContext,
  { model, rowId, ...args }: PageArguments & { model: string; rowId: string },
): Promise<Page<ChangeOfSet>> {
  const where = { ...changesVisibleTo(ctx.viewer), model, rowId };
  const source = {
    async find(page: { where: object; orderBy: object[]; take: number }): Promise<ChangeOfSet[]> {
      const found = await ctx.db.change.findMany({ ...page, where: { AND: [where, page.where] } });
      return withChangeSets(
        found,
        await changeSetsAt(
          ctx,
          found.map(({ sequence }) => sequence),
        ),
      );
    },
    count: () => ctx.db.change.count({ where }),
  };
  return paginate<ChangeOfSet>(args, [{ field: 'sequence', direction: 'desc' }], source, 'ordinal');
}

/** As many change sets are forgotten in one transaction, which holds up their owner for a moment only. */
const prunedAtOnce = 500;

/**
 * Forgets, of everybody's change sets, those that were made before a moment, and answers how many these were. The last one of an
 * owner is kept whatever its age. To be called again and again, by the server itself.
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

/** Forgets the oldest change sets, up to the first that was made since, and answers how many. */
async function pruneSome(ctx: ViewerContext, before: Date): Promise<number> {
  const ownerId = ctx.viewer.accountId;
  return transaction(ctx, 'pruneHistory', async (tx) => {
    // The log is no part of anybody's history: it goes past the writer, in the transaction all the same.
    const client = unrecordedClient(tx);
    const clock = await client.changeSequence.findUniqueOrThrow({ where: { ownerId } });
    const oldest = await client.changeSet.findMany({
      where: { ownerId, sequence: { lt: clock.sequence } },
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
