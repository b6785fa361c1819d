import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { chunksOf } from '../../../platform/database/chunks.ts';
import { type AnyRecord, anyRecordsOf, countOwned } from '../../../platform/database/delegates.ts';
import { trashableModels } from '../../../platform/database/model-relations.ts';
import { isOwnedModel, modelKeyOf, type TrashableKey } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { daysBefore } from '../../../platform/jobs/retention.ts';
import { type Page, type PageArguments, paginate } from '../../../platform/queries/keyset-pagination.ts';
import { cascadeDelete } from '../../../platform/records/hard-delete.ts';
import {
  findOwned,
  orNotFound,
  requireVersion,
  restoreRecord,
  trashRecord,
} from '../../../platform/records/records.ts';
import { toSearchEntry } from '../../../platform/search/search-documents.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { byTrashing, conditionFor, emptyTrashInput, keptDays, maxAtOnce, trashInput } from './trash.rules.ts';

/** A node in the trash. */
export interface TrashedNode {
  id: string;
  type: string;
  trashedAt: Date;
  /** Its title or name, or the first line of its text. Empty if it has none. */
  title: string;
}

const inTrash = (ctx: ViewerContext, until?: Date) => ({
  ownerId: ctx.viewer.accountId,
  trashedAt: { not: null, ...(until && { lte: until }) },
});

/** The nodes in the viewer's trash, of all types or some, the last trashed first. */
export async function listTrash(
  ctx: ViewerContext,
  { types, ...args }: PageArguments & { types?: readonly string[] | null | undefined },
): Promise<Page<TrashedNode>> {
  const wanted = trashableModels.filter((type) => types?.includes(type) ?? true);
  const order = [
    { field: 'trashedAt', type: 'DateTime', direction: 'desc' as const },
    { field: 'type', type: 'String', direction: 'asc' as const },
  ];
  return paginate<TrashedNode>(args, order, {
    async find({ where, orderBy, take }) {
      const columns = orderBy.filter((term) => !('type' in term));
      const found = await Promise.all(
        wanted.map(async (type) => {
          const condition = conditionFor(type, where);
          if (condition === null) return [];
          const query = { where: { AND: [inTrash(ctx), condition] }, orderBy: columns, take };
          return (await anyRecordsOf(ctx.db, type).findMany(query)).map((row) => ({
            id: row.id,
            trashedAt: row.trashedAt as Date,
            type,
            title: titleOf(ctx, type, row),
          }));
        }),
      );
      const sorted = found.flat().sort(byTrashing);
      // A page from the end is read backward.
      return (columns.some((term) => term.trashedAt === 'asc') ? sorted.reverse() : sorted).slice(0, take);
    },
    async count() {
      const counts = await Promise.all(wanted.map((type) => countOwned(ctx, modelKeyOf(type), inTrash(ctx))));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  });
}

function titleOf(ctx: ViewerContext, type: string, row: AnyRecord): string {
  const spec = ctx.app.searchDocuments.get(modelKeyOf(type));
  // Labels and links have no search documents; a label has a name, and a link has notes.
  if (spec) return toSearchEntry(spec, row, ctx.calendar).title;
  const { name = '', notes = '' } = row as { name?: string; notes?: string };
  return name || notes;
}

/** Moves a record of any type to the trash, with everything that its feature moves along. */
export const trash = (ctx: ViewerContext, input: InputOf<typeof trashInput>): Promise<NodeRef> =>
  move(ctx, 'trash', input);

/** Takes a record of any type out of the trash, with everything that went there along with it. */
export const restore = (ctx: ViewerContext, input: InputOf<typeof trashInput>): Promise<NodeRef> =>
  move(ctx, 'restore', input);

async function move(
  ctx: ViewerContext,
  name: 'trash' | 'restore',
  input: InputOf<typeof trashInput>,
): Promise<NodeRef> {
  const { id: node, ifVersion } = parseInput(ctx, trashInput, input);
  const model = modelKeyOf(node.type) as TrashableKey;
  const handler = ctx.app.trashHandlers[model]?.[name];
  await transaction(ctx, name, async (tx) => {
    const target = { id: node.id, ifVersion };
    if (handler) return handler(tx, target);
    return name === 'trash' ? trashRecord(tx, model, target) : restoreRecord(tx, model, target);
  });
  return node;
}

/**
 * Permanently deletes a record that is in the trash, with everything that requires it and the links to it. Returns how many
 * records of each type were deleted.
 * @throws NotFoundError if there is no such record; ConflictError if it is not in the trash or not at the version asked for
 */
export async function deletePermanently(ctx: ViewerContext, input: InputOf<typeof trashInput>): Promise<DeletedCounts> {
  const { id: node, ifVersion } = parseInput(ctx, trashInput, input);
  return transaction(ctx, 'deletePermanently', async (tx) => {
    const record = orNotFound(await findOwned(tx, modelKeyOf(node.type) as TrashableKey, node.id), 'id');
    requireVersion(record, ifVersion);
    if (record.trashedAt === null) throw new ConflictError('Only nodes in the trash can be deleted. Trash it first.');
    return ownedOnly(await cascadeDelete(tx, node.type, [node.id]));
  });
}

/** The number of deleted nodes by type. */
export type DeletedCounts = ReadonlyMap<string, number>;

/**
 * Permanently deletes the nodes in the viewer's trash, with everything that requires them and the links to them, and returns
 * how many of each type. 500 nodes of the trash at a time, each step in a transaction, so that no other writer waits long.
 */
export async function emptyTrash(ctx: ViewerContext, input: InputOf<typeof emptyTrashInput>): Promise<DeletedCounts> {
  const { types, before } = parseInput(ctx, emptyTrashInput, input);
  return deleteTrashed(ctx, 'emptyTrash', types ?? null, before ?? undefined);
}

/**
 * Permanently deletes what has been in anybody's trash for more than 30 days, and returns how many nodes of each type. A
 * recurring job of the server.
 */
export async function purgeTrash(ctx: Context, before = daysBefore(ctx, keptDays)): Promise<DeletedCounts> {
  const deleted = new Map<string, number>();
  const accounts = await ctx.db.account.findMany({ select: { id: true } });
  for (const some of chunksOf(accounts.map(({ id }) => id))) {
    const owners = await ownersOfTrash(ctx, some, before);
    for (const account of await ctx.db.account.findMany({ where: { id: { in: owners } } })) {
      const owner = actFor(ctx, account);
      for (const [type, count] of await deleteTrashed(owner, 'purgeTrash', null, before)) {
        deleted.set(type, (deleted.get(type) ?? 0) + count);
      }
    }
  }
  return deleted;
}

/** Which of some accounts have something in their trash since a time. Named by its owner, an index finds it. */
async function ownersOfTrash(ctx: Context, accountIds: string[], before: Date): Promise<string[]> {
  const owners = new Set<string>();
  const ownerId = { in: accountIds };
  for (const type of trashableModels) {
    const where = { ownerId, trashedAt: { not: null, lte: before } };
    for (const group of await anyRecordsOf(ctx.db, type).groupBy({ by: ['ownerId'], where }))
      owners.add(String(group.ownerId));
  }
  return [...owners];
}

async function deleteTrashed(
  ctx: ViewerContext,
  name: string,
  types: readonly string[] | null,
  until: Date | undefined,
): Promise<DeletedCounts> {
  const deleted = new Map<string, number>();
  for (const type of trashableModels.filter((one) => types?.includes(one) ?? true)) {
    for (let more = true; more; ) {
      const gone = await transaction(ctx, name, async (tx) => {
        const rows = await anyRecordsOf(tx.db, type).findMany({
          where: inTrash(tx, until),
          orderBy: { id: 'asc' },
          take: maxAtOnce,
        });
        more = rows.length === maxAtOnce;
        return cascadeDelete(
          tx,
          type,
          rows.map(({ id }) => id),
        );
      });
      for (const [model, count] of ownedOnly(gone)) deleted.set(model, (deleted.get(model) ?? 0) + count);
    }
  }
  return deleted;
}

/** Without the parts of records, which are no nodes of their own. */
const ownedOnly = (counts: DeletedCounts): DeletedCounts =>
  new Map([...counts].filter(([model]) => isOwnedModel(model)));
