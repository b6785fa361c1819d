import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { type Filter, toWhere } from '../../../platform/queries/filters.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { asWritten } from '../../../platform/queries/saved-lists.ts';
import type { Order } from '../../../platform/queries/sort-order.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, restoreRecord, type Target, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { taskFilter } from '../tasks/tasks.rules.ts';
import { named, savedFilterList } from './saved-filters.access.ts';
import { createSavedFilterInput, updateSavedFilterInput } from './saved-filters.rules.ts';

type SavedFilter = Row<'savedFilter'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's saved filters, by default by name. */
export const listSavedFilters = listService(savedFilterList);

/** One of the viewer's saved filters, active or in the trash. Null if there is none. */
export const getSavedFilter = getService(savedFilterList);

/**
 * The columns of a filter and an order: as JSON in the form that clients write, with relative dates as they are.
 * @throws InvalidInputError at a part of the filter that no list could take
 */
function stored({ calendar }: ViewerContext, { filter, orderBy }: { filter?: Filter; orderBy?: Order[] }) {
  try {
    toWhere(taskFilter, filter, calendar);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError(error.issues.map((issue) => ({ ...issue, path: ['input', ...issue.path] })));
  }
  return {
    ...(filter && { filter: asWritten(taskFilter, filter) as object }),
    ...(orderBy && { orderBy: orderBy.map((term) => ({ ...term })) }),
  };
}

/** Saves a filter and an order of tasks under a name. @throws InvalidInputError, ConflictError */
export async function createSavedFilter(
  ctx: ViewerContext,
  input: InputOf<typeof createSavedFilterInput>,
): Promise<SavedFilter> {
  const { id, name, ...rest } = parseInput(ctx, createSavedFilterInput, input);
  const data = { name, ...stored(ctx, rest) };
  return transaction(ctx, 'createSavedFilter', (tx) =>
    createRecord(tx, 'savedFilter', input, id, async (create) => {
      await requireFreeName(tx, name);
      return create(data);
    }),
  );
}

/** Changes the given fields of a saved filter. @throws InvalidInputError, NotFoundError, ConflictError */
export async function updateSavedFilter(
  ctx: ViewerContext,
  input: InputOf<typeof updateSavedFilterInput>,
): Promise<SavedFilter> {
  const { id, ifVersion, name, ...rest } = parseInput(ctx, updateSavedFilterInput, input);
  const data = { ...(name !== undefined && { name }), ...stored(ctx, rest) };
  return transaction(ctx, 'updateSavedFilter', (tx) =>
    updateRecord(tx, 'savedFilter', { id, ifVersion }, async ({ trashedAt }) => {
      if (name !== undefined && trashedAt === null) await requireFreeName(tx, name, id);
      return data;
    }),
  );
}

/** The other active saved filter of a name. Null if the name is free. */
const holderOf = (tx: Tx, name: string, exceptId: string) =>
  tx.db.savedFilter.findFirst({ where: { AND: [ownedBy(tx.viewer), named(name), { NOT: { id: exceptId } }] } });

/** The transactions of one owner run one after another, so that two of them cannot take a name together. */
async function requireFreeName(tx: Tx, name: string, exceptId = ''): Promise<void> {
  if (await holderOf(tx, name, exceptId)) {
    throw new InvalidInputError([{ path: ['input', 'name'], message: 'is the name of another saved filter' }]);
  }
}

/** @throws ConflictError if another active saved filter has the name of one of these */
export async function requireFreeNames(tx: Tx, ids: readonly string[]): Promise<void> {
  const own = await inChunks(ids, (some) =>
    tx.db.savedFilter.findMany({
      where: { AND: [ownedBy(tx.viewer), active('savedFilter'), { id: { in: some } }] },
    }),
  );
  for (const { id, name } of own) {
    const holder = await holderOf(tx, name, id);
    if (!holder) continue;
    const node = { type: 'SavedFilter', id: holder.id, fields: ['name'] } as const;
    throw new ConflictError(`Another saved filter has the name “${name}” now.`, [node]);
  }
}

/** Takes a saved filter out of the trash. @throws ConflictError if another one has its name now */
export async function restoreSavedFilter(tx: Tx, target: Target): Promise<SavedFilter> {
  const restored = await restoreRecord(tx, 'savedFilter', target);
  await requireFreeNames(tx, [restored.id]);
  return restored;
}
