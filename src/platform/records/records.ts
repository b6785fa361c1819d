import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import { parentAggregateOf } from '../database/model-relations.ts';
import {
  type CreateData,
  modelNameOf,
  type OwnedKey,
  type Row,
  type TrashableKey,
  type UpdateData,
  type Where,
} from '../database/models.ts';
import { ConflictError, type InputIssue, InvalidInputError, NotFoundError } from '../errors.ts';
import { digest } from '../security/crypto.ts';
import { writerOf } from '../transactions/model-writer.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';
import { active } from './soft-delete.ts';

/** What nearly every mutation does with the viewer's rows, so that a service says only what is its own. */

type Viewing = TransactionalContext & { readonly viewer: { readonly accountId: string } };

/** Which row is meant, and at which version it must be, if at any. */
export interface Target {
  id: string;
  ifVersion?: number | null | undefined;
}

/** The row that was looked for, or NotFoundError naming where in the input its id was given. */
export function orNotFound<T>(row: T | null | undefined, ...path: string[]): T {
  if (row === null || row === undefined) throw new NotFoundError(['input', ...path]);
  return row;
}

/** Throws ConflictError when a row is no longer at the version that the client last saw. */
export function requireVersion(row: { version: number }, ifVersion: number | null | undefined): void {
  if (ifVersion === null || ifVersion === undefined || ifVersion === row.version) return;
  throw new ConflictError(`This has changed since: it is at version ${row.version}, not ${ifVersion}.`);
}

/** The viewer's own row with an id; null when there is none, or it is somebody else's. */
export async function findOwned<K extends OwnedKey>(ctx: Viewing, key: K, id: string): Promise<Row<K> | null> {
  return recordsOf(ctx.db, key).findFirst({ where: { id, ownerId: ctx.viewer.accountId } });
}

/**
 * Makes a row. Where the client chose its id, the same input sent again answers the row that is already there; so does any
 * input once the log no longer reaches back to when it was made, for then nobody knows what that was.
 * @param make makes it, once it is clear that it is not there yet
 * @throws ConflictError when the id was used for anything else
 */
export async function createRecord<K extends OwnedKey>(
  tx: Transaction<Viewing>,
  key: K,
  input: { id?: string | null | undefined },
  id: string | null | undefined,
  make: (create: (data: CreateData<K>) => Promise<Row<K>>) => Promise<Row<K>>,
): Promise<Row<K>> {
  const writer = writerOf(tx, key);
  if (!id) return make((data) => writer.create(data));
  const inputDigest = digest({ ...input, id });
  const taken = await recordsOf(tx.db, key).findUnique({ where: { id } });
  if (!taken) return make((data) => writer.create({ ...data, id }, inputDigest));
  const { accountId } = tx.viewer;
  const creation = { model: modelNameOf(key), rowId: id, action: 'CREATE' as const };
  const created = [
    ...tx.changes.filter(({ model, rowId, action }) => model === creation.model && rowId === id && action === 'CREATE'),
    ...(await tx.db.change.findMany({ where: { ownerId: accountId, ...creation } })),
  ];
  const isForgotten = created.length === 0 && (taken as { ownerId: string }).ownerId === accountId;
  if (isForgotten || created.some((change) => change.digest === inputDigest)) return taken;
  throw new ConflictError('The id is already taken, and not by this same input.');
}

/**
 * Changes one of the viewer's rows.
 * @param changeBelongings changes the rows that belong to it, such as its labels, and answers whether it did: its version
 *   is then raised, by one and once, whatever else changed
 * @throws NotFoundError when there is no such row, ConflictError when it is not at the version asked for
 */
export async function updateRecord<K extends OwnedKey>(
  tx: Transaction<Viewing>,
  key: K,
  { id, ifVersion }: Target,
  changesOf: (row: Row<K>) => UpdateData<K> | Promise<UpdateData<K>>,
  changeBelongings: () => Promise<boolean> = async () => false,
): Promise<Row<K>> {
  const row = orNotFound(await findOwned(tx, key, id), 'id');
  requireVersion(row as { version: number }, ifVersion);
  const writer = writerOf(tx, key);
  const changes = await changesOf(row);
  const where = { id } as Where<K>;
  const [changed] = (await changeBelongings())
    ? await writer.touch(where, changes)
    : await writer.update(where, changes);
  return changed as Row<K>;
}

/** Puts one of the viewer's rows in the trash; one that is there already stays as it is. */
export async function trashRecord<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  key: K,
  target: Target,
): Promise<Row<K>> {
  return updateRecord(tx, key, target, (row) =>
    move<K>((row as { trashedAt: Date | null }).trashedAt ?? tx.calendar.now),
  );
}

/** Takes one of the viewer's rows out of the trash. */
export async function restoreRecord<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  key: K,
  target: Target,
): Promise<Row<K>> {
  return updateRecord(tx, key, target, () => move<K>(null));
}

const move = <K extends TrashableKey>(trashedAt: Date | null) => ({ trashedAt }) as UpdateData<K>;

/** The fields of an input that name a row of another model, each with that model. */
export type References = Readonly<Record<string, OwnedKey>>;

/**
 * Requires of every reference that is given, and is not what it was before, that it is to a row of the viewer's in use.
 * @throws NotFoundError, or InvalidInputError when the row is in the trash, naming the field
 */
export async function requireReferences<R extends References>(
  tx: Transaction<Viewing>,
  references: R,
  given: { [F in keyof R]?: string | null | undefined },
  before: { [F in keyof R]?: string | null } = {},
): Promise<void> {
  for (const [field, key] of Object.entries(references)) {
    const id = given[field];
    if (id && id !== before[field]) await requireRecords(tx, key, [id], () => [field]);
  }
}

/**
 * The viewer's rows with some ids, in their order.
 * @param pathTo where in the input each of them is named, by its index
 * @throws NotFoundError for the first that is not there, InvalidInputError naming all that are in the trash
 */
export async function requireRecords<K extends OwnedKey>(
  tx: Transaction<Viewing>,
  key: K,
  ids: readonly string[],
  pathTo: (index: number) => string[],
): Promise<Row<K>[]> {
  const { rows, issues } = await lookUpRecords(tx, key, ids, pathTo);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return rows;
}

/** The same, for who has more to say of the input: what is wrong with it so far is answered, and not thrown. */
export async function lookUpRecords<K extends OwnedKey>(
  tx: Transaction<Viewing>,
  key: K,
  ids: readonly string[],
  pathTo: (index: number) => string[],
): Promise<{ rows: Row<K>[]; issues: InputIssue[] }> {
  if (ids.length === 0) return { rows: [], issues: [] };
  const find = (condition: object) =>
    inChunks(ids, (some) =>
      recordsOf(tx.db, key).findMany({
        where: { AND: [{ id: { in: some } }, { ownerId: tx.viewer.accountId }, condition] },
      }),
    );
  const byId = new Map<string, Row<K>>();
  for (const row of await find({})) byId.set(row.id, row);
  const rows = ids.map((id, index) => orNotFound(byId.get(id) ?? null, ...pathTo(index)));
  // A row that is a part of nothing says itself whether it is in use.
  const used = parentAggregateOf(modelNameOf(key)) ? await find(active(key)) : rows.filter(isOutOfTrash);
  const usedIds = new Set(used.map(({ id }) => id));
  const issues = ids.flatMap((id, index) =>
    usedIds.has(id) ? [] : [{ path: ['input', ...pathTo(index)], message: 'must not be in the trash' }],
  );
  return { rows, issues };
}

const isOutOfTrash = (row: object) => !('trashedAt' in row) || row.trashedAt === null;
