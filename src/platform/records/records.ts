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
import { ownedAmong } from './ownership.ts';
import { active } from './soft-delete.ts';

/* The steps of nearly every mutation of the viewer's records, so that a service contains only what is its own. */

type Viewing = TransactionalContext & { readonly viewer: { readonly accountId: string } };

/** A record, and the version that it must be at, if any. */
export interface Target {
  id: string;
  ifVersion?: number | null | undefined;
}

/** Returns a record that was looked up. @throws NotFoundError at `path` of the input if there is none */
export function orNotFound<T>(row: T | null | undefined, ...path: string[]): T {
  if (row === null || row === undefined) throw new NotFoundError(['input', ...path]);
  return row;
}

/** @throws ConflictError if a record is not at the version that the client has seen */
export function requireVersion(row: { version: number }, ifVersion: number | null | undefined): void {
  if (ifVersion === null || ifVersion === undefined || ifVersion === row.version) return;
  const message = `This has changed since: it is at version ${row.version}, not ${ifVersion}.`;
  throw new ConflictError(message, [], row.version);
}

/** One of the viewer's records by its id. Null if there is none, or it belongs to another account. */
export async function findOwned<K extends OwnedKey>(ctx: Viewing, key: K, id: string): Promise<Row<K> | null> {
  return recordsOf(ctx.db, key).findFirst({ where: { id, ownerId: ctx.viewer.accountId } });
}

/**
 * Creates a record. With an id that the client chose, the same input sent again returns the record that exists. So does any
 * input after the change log of the creation was pruned, when the first input is no longer known.
 * @param make creates the record; called only if it does not exist
 * @throws ConflictError if the id is in use by another record or was used with another input
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
  throw new ConflictError('The id is already in use, with another input.');
}

/**
 * Updates one of the viewer's records.
 * @param updateChildren updates the record's child records and returns whether any changed; the version of the record is then
 *   bumped once, whatever else changed
 * @throws NotFoundError if there is no such record; ConflictError if it is not at the version asked for
 */
export async function updateRecord<K extends OwnedKey>(
  tx: Transaction<Viewing>,
  key: K,
  { id, ifVersion }: Target,
  changesOf: (row: Row<K>) => UpdateData<K> | Promise<UpdateData<K>>,
  updateChildren: () => Promise<boolean> = async () => false,
): Promise<Row<K>> {
  const row = orNotFound(await findOwned(tx, key, id), 'id');
  requireVersion(row as { version: number }, ifVersion);
  const writer = writerOf(tx, key);
  const writtenBefore = tx.changes.length;
  const changes = await changesOf(row);
  const where = { id } as Where<K>;
  const areChildrenUpdated = await updateChildren();
  const known = tx.changes.length === writtenBefore ? row : undefined;
  const [changed] = areChildrenUpdated
    ? await writer.touch(where, changes, known)
    : await writer.update(where, changes, known);
  return changed as Row<K>;
}

/** Moves one of the viewer's records to the trash. A record that is already there stays as it is. */
export async function trashRecord<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  key: K,
  target: Target,
): Promise<Row<K>> {
  return updateRecord(tx, key, target, (row) =>
    move<K>((row as { trashedAt: Date | null }).trashedAt ?? tx.calendar.now),
  );
}

/** Takes one of the viewer's records out of the trash. */
export async function restoreRecord<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  key: K,
  target: Target,
): Promise<Row<K>> {
  return updateRecord(tx, key, target, () => move<K>(null));
}

const move = <K extends TrashableKey>(trashedAt: Date | null) => ({ trashedAt }) as UpdateData<K>;

/** The input fields that refer to a record of another model, each with that model. */
type References = Readonly<Record<string, OwnedKey>>;

/**
 * Requires that the references of an input that are new lead to active records of the viewer.
 * @param before the present references; these may stay, even if their record is in the trash
 * @throws NotFoundError at the field; InvalidInputError at the field if the record is in the trash
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
 * The viewer's records with these ids, in their order.
 * @param pathTo the path of an id in the input, by its index
 * @throws NotFoundError for the first that does not exist; InvalidInputError with all that are in the trash
 */
export async function requireRecords<K extends OwnedKey>(
  tx: Transaction<Viewing>,
  key: K,
  ids: readonly string[],
  pathTo: (index: number) => string[],
): Promise<Row<K>[]> {
  const { records, issues } = await lookUpRecords(tx, key, ids, pathTo);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return records;
}

/** Like `requireRecords`, but returns the issues, for callers that find more of them. @throws NotFoundError likewise */
export async function lookUpRecords<K extends OwnedKey>(
  tx: Viewing,
  key: K,
  ids: readonly string[],
  pathTo: (index: number) => string[],
): Promise<{ records: Row<K>[]; issues: InputIssue[] }> {
  if (ids.length === 0) return { records: [], issues: [] };
  const find = (condition: object) =>
    inChunks(ids, (some) =>
      recordsOf(tx.db, key).findMany({
        where: { AND: [ownedAmong(tx.viewer, some), condition] },
      }),
    );
  const byId = new Map<string, Row<K>>();
  for (const row of await find({})) byId.set(row.id, row);
  const records = ids.map((id, index) => orNotFound(byId.get(id) ?? null, ...pathTo(index)));
  // A record without a parent aggregate has all that decides whether it is active.
  const used = parentAggregateOf(modelNameOf(key)) ? await find(active(key)) : records.filter(isOutOfTrash);
  const usedIds = new Set(used.map(({ id }) => id));
  const issues = ids.flatMap((id, index) =>
    usedIds.has(id) ? [] : [{ path: ['input', ...pathTo(index)], message: 'must not be in the trash' }],
  );
  return { records, issues };
}

const isOutOfTrash = (row: object) => !('trashedAt' in row) || row.trashedAt === null;
