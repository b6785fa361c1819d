import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { trashableModels } from '../../../platform/database/model-relations.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { daysBefore } from '../../../platform/jobs/retention.ts';
import { type Page, type PageArguments, paginate } from '../../../platform/queries/keyset-pagination.ts';
import { cascadeDelete } from '../../../platform/records/hard-delete.ts';
import {
  findOwned,
  orNotFound,
  requireVersion,
  restoreRecord,
  type TrashableKey,
  trashRecord,
} from '../../../platform/records/records.ts';
import { toSearchEntry } from '../../../platform/search/search-documents.ts';
import { modelKeyOf, ownedModels } from '../../../platform/transactions/model-writer.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, type NodeRef, parseInput } from '../../../platform/validation/input-rules.ts';
import { byTrashing, conditionFor, emptyTrashInput, keptDays, maxAtOnce, trashInput } from './trash.rules.ts';

/** A row in the trash. */
export interface TrashedNode {
  id: string;
  type: string;
  trashedAt: Date;
  /** What it is called, as far as it is called anything. */
  title: string;
}

type Stored = Record<string, unknown> & { id: string; trashedAt: Date };
interface Table {
  findMany(query: object): Promise<Stored[]>;
  count(query: object): Promise<number>;
}

const tableOf = (ctx: ViewerContext, type: string) => ctx.db[modelKeyOf(type)] as unknown as Table;
const inTrash = (ctx: ViewerContext, until?: Date) => ({
  ownerId: ctx.viewer.accountId,
  trashedAt: { not: null, ...(until && { lte: until }) },
});

/** What is in the viewer's trash, of all types or some, what went there last coming first. */
export async function listTrash(
  ctx: ViewerContext,
  { types, ...args }: PageArguments & { types?: readonly string[] | null | undefined },
): Promise<Page<TrashedNode>> {
  const wanted = trashableModels.filter((type) => types?.includes(type) ?? true);
  const order = [
    { field: 'trashedAt', direction: 'desc' as const },
    { field: 'type', direction: 'asc' as const },
  ];
  return paginate<TrashedNode>(args, order, {
    async find({ where, orderBy, take }) {
      const columns = orderBy.filter((term) => !('type' in term));
      const found = await Promise.all(
        wanted.map(async (type) => {
          const condition = conditionFor(type, where);
          if (condition === null) return [];
          const query = { where: { AND: [inTrash(ctx), condition] }, orderBy: columns, take };
          return (await tableOf(ctx, type).findMany(query)).map((row) => ({
            ...row,
            type,
            title: titleOf(ctx, type, row),
          }));
        }),
      );
      const sorted = found.flat().sort(byTrashing);
      // From the end of the list, its last ones are asked for first.
      return (columns.some((term) => term.trashedAt === 'asc') ? sorted.reverse() : sorted).slice(0, take);
    },
    async count() {
      const counts = await Promise.all(wanted.map((type) => tableOf(ctx, type).count({ where: inTrash(ctx) })));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  });
}

function titleOf(ctx: ViewerContext, type: string, row: Stored): string {
  const spec = ctx.app.documents.get(modelKeyOf(type));
  // Labels and links have no documents; a label has a name, and a link has notes.
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
  const { id: node, ifVersion } = parseInput(trashInput, input);
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
export async function deletePermanently(ctx: ViewerContext, input: InputOf<typeof trashInput>): Promise<Removed> {
  const { id: node, ifVersion } = parseInput(trashInput, input);
  return transaction(ctx, 'deletePermanently', async (tx) => {
    const record = orNotFound(await findOwned(tx, modelKeyOf(node.type) as TrashableKey, node.id), 'id');
    requireVersion(record, ifVersion);
    if (record.trashedAt === null) throw new ConflictError('Only nodes in the trash can be deleted. Trash it first.');
    return ownedOnly(await cascadeDelete(tx, node.type, [node.id]));
  });
}

/** How many rows of each type were removed. */
export type Removed = ReadonlyMap<string, number>;

/**
 * Removes what is in the viewer's trash for good, with what hangs under it and the links to it, and answers how many rows of each
 * type that were. Done 500 rows of the trash at a time, so that no one has to wait long; each such step happens as a whole.
 */
export async function emptyTrash(
  ctx: ViewerContext,
  input: InputOf<ReturnType<typeof emptyTrashInput>>,
): Promise<Removed> {
  const { types, before } = parseInput(emptyTrashInput(ctx.calendar), input);
  return removeTrashed(ctx, 'emptyTrash', types ?? null, before ?? undefined);
}

/**
 * Removes for good what has been in anybody's trash for longer than 30 days, and answers how many rows of each type that
 * were. To be called again and again, by the server itself.
 */
export async function purgeTrash(ctx: Context, before = daysBefore(ctx, keptDays)): Promise<Removed> {
  const removed = new Map<string, number>();
  const owners = new Set<string>();
  for (const type of trashableModels) {
    const table = ctx.db[modelKeyOf(type)] as unknown as { groupBy(query: object): Promise<{ ownerId: string }[]> };
    const groups = await table.groupBy({ by: ['ownerId'], where: { trashedAt: { not: null, lte: before } } });
    for (const { ownerId } of groups) owners.add(ownerId);
  }
  for (const account of await ctx.db.account.findMany({ where: { id: { in: [...owners] } } })) {
    const owner = actFor(ctx, account);
    for (const [type, count] of await removeTrashed(owner, 'purgeTrash', null, before)) {
      removed.set(type, (removed.get(type) ?? 0) + count);
    }
  }
  return removed;
}

async function removeTrashed(
  ctx: ViewerContext,
  name: string,
  types: readonly string[] | null,
  until: Date | undefined,
): Promise<Removed> {
  const removed = new Map<string, number>();
  for (const type of trashableModels.filter((one) => types?.includes(one) ?? true)) {
    for (let more = true; more; ) {
      const gone = await transaction(ctx, name, async (tx) => {
        const rows = await tableOf(tx, type).findMany({
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
      for (const [model, count] of ownedOnly(gone)) removed.set(model, (removed.get(model) ?? 0) + count);
    }
  }
  return removed;
}

/** Without the parts of records, which are no nodes of their own. */
const ownedOnly = (counts: Removed): Removed =>
  new Map([...counts].filter(([model]) => (ownedModels as readonly string[]).includes(model)));
