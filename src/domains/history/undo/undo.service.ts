import { setImmediate } from 'node:timers/promises';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks, inChunksYielding } from '../../../platform/database/chunks.ts';
import { anyRecordsOf } from '../../../platform/database/delegates.ts';
import { isChildModel, referencesOf } from '../../../platform/database/model-relations.ts';
import { modelKeyOf, type Row } from '../../../platform/database/models.ts';
import { type NodeRef, nodeKeyOf } from '../../../platform/database/node-refs.ts';
import { ConflictError, type ConflictingNode, InvalidInputError, NotFoundError } from '../../../platform/errors.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { revertChanges } from '../../../platform/records/revert-changes.ts';
import { inTurns } from '../../../platform/runtime/turns.ts';
import { grouped } from '../../../platform/text/english.ts';
import { type NetChange, netChangesOf } from '../../../platform/transactions/net-changes.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { isReferenceViolation, isUniqueViolation } from '../../../platform/transactions/write-conflicts.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { visibleTo } from '../changes/changes.access.ts';
import type { Change } from '../changes/changes.rules.ts';
import {
  canUndo,
  conflictingFields,
  keptRecords,
  maxUndoneChanges,
  maxUndoTime,
  undoChangeSetInput,
} from './undo.rules.ts';

type Tx = Transaction<ViewerContext>;

/**
 * Reverses a change set: trashes or deletes the records that it created, re-inserts those that it deleted, and restores the values
 * of those that it updated. The result is a change set itself and can be undone.
 * @throws ConflictError if a record has changed since, or cannot be as it was because of other records
 */
export async function undoChangeSet(
  ctx: ViewerContext,
  input: InputOf<typeof undoChangeSetInput>,
): Promise<Row<'changeSet'>> {
  const { changeSetId } = parseInput(ctx, undoChangeSetInput, input);
  const where = { AND: [{ id: changeSetId }, visibleTo(ctx.viewer)] };
  const { sequence } = orNotFound(await ctx.db.changeSet.findFirst({ where }), 'changeSetId');
  const count = await ctx.db.change.count({ where: { ownerId: ctx.viewer.accountId, sequence } });
  const undo = async (tx: Tx) => {
    const netChanges = await netChangesOfSet(tx, sequence);
    await requireUnchanged(tx, sequence, netChanges);
    try {
      await revertChanges(tx, netChanges);
      await afterUndo(tx, netChanges);
    } catch (error) {
      throw asConflict(error);
    }
    if (tx.changes.length === 0) throw new ConflictError('Everything is as it was before the change set already.');
    return tx.changeSetId;
  };
  const undone = await transaction(ctx, 'undoChangeSet', undo, writingTime(count, maxUndoTime)).catch(
    (error: unknown) => {
      throw asConflict(error, changeSetId);
    },
  );
  return ctx.db.changeSet.findUniqueOrThrow({ where: { id: undone } });
}

/** The number of changes that are read at a time. */
const changesOfPage = 500;

/** The net changes of the change set. @throws ConflictError if it cannot be undone */
async function netChangesOfSet(tx: Tx, sequence: number): Promise<NetChange[]> {
  const changes: Change[] = [];
  for (let page: Change[] | null = null; page === null || page.length === changesOfPage; ) {
    if (page !== null) await setImmediate();
    page = await tx.db.change.findMany({
      where: { ownerId: tx.viewer.accountId, sequence, ordinal: { gt: changes.at(-1)?.ordinal ?? -1 } },
      orderBy: { ordinal: 'asc' },
      take: changesOfPage,
    });
    changes.push(...page);
    if (changes.length > maxUndoneChanges)
      throw new ConflictError(`A change set with more than ${grouped(maxUndoneChanges)} changes cannot be undone.`);
  }
  if (![...new Set(changes.map(({ model }) => model))].every(canUndo)) {
    throw new ConflictError('Changes to your account, sessions and tokens cannot be undone.');
  }
  const netChanges = await inTurns(netChangesOf(changes));
  if (netChanges.length > 0) return netChanges;
  throw new ConflictError('The change set has no net changes to undo.');
}

/** @throws ConflictError unless all records and their child records are as the change set left them */
async function requireUnchanged(tx: Tx, sequence: number, netChanges: readonly NetChange[]): Promise<void> {
  const later: Change[] = [];
  for (const [model, ofModel] of Map.groupBy(netChanges, (netChange) => netChange.model)) {
    const rowIds = ofModel.map(({ rowId }) => rowId);
    const changes = await inChunksYielding(rowIds, (some) => {
      const where = { ownerId: tx.viewer.accountId, model, rowId: { in: some }, sequence: { gt: sequence } };
      return tx.db.change.findMany({ where, orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }] });
    });
    for (const change of changes) later.push(change);
  }
  const net = await inTurns(netChangesOf(later));
  const laterChanges = new Map(net.map((netChange) => [nodeKeyOf(nodeOf(netChange)), netChange]));
  const records = netChanges.flatMap((netChange): ConflictingNode[] => {
    const node = nodeOf(netChange);
    const fields = conflictingFields(netChange, laterChanges.get(nodeKeyOf(node)));
    return fields ? [{ ...node, fields }] : [];
  });
  const conflicts = await withHolders(tx, [...records, ...(await conflictingChildren(tx, netChanges, later))]);
  if (conflicts.length > 0) throw conflictOf(conflicts);
}

/**
 * The nodes whose child records were changed by the change set and again since. All child records of one model count as one field,
 * such as the labels of a task. A change of child records bumps the version of their node, so only the change sets of `later`
 * can have any.
 */
async function conflictingChildren(
  tx: Tx,
  netChanges: readonly NetChange[],
  later: readonly Change[],
): Promise<ConflictingNode[]> {
  const children = netChanges.filter(({ model }) => isChildModel(model) || model === 'RoleRequirement');
  const models = [...new Set(children.map(({ model }) => model))];
  const sequences = [...new Set(later.map(({ sequence }) => sequence))];
  if (models.length === 0 || sequences.length === 0) return [];
  const inOrder = sequences.toSorted((a, b) => a - b);
  const changes = await inChunks(inOrder, (some) =>
    tx.db.change.findMany({
      where: { ownerId: tx.viewer.accountId, sequence: { in: some }, model: { in: models } },
      orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }],
    }),
  );
  const touched = new Set(netChanges.map((netChange) => nodeKeyOf(nodeOf(netChange))));
  const keyOf = ({ node, model }: Parent) => `${model} of ${nodeKeyOf(node)}`;
  const wanted = new Set(children.flatMap(parentsOf).map(keyOf));
  const found = (await inTurns(netChangesOf(changes))).flatMap((netChange) =>
    parentsOf(netChange).filter((parent) => touched.has(nodeKeyOf(parent.node)) && wanted.has(keyOf(parent))),
  );
  return found.map(({ node, model }) => ({ ...node, fields: [modelKeyOf(model)] }));
}

/** The conflicts with those of kept records named by the records that they are kept for, once each. */
async function withHolders(tx: Tx, conflicts: readonly ConflictingNode[]): Promise<ConflictingNode[]> {
  const named = new Set(conflicts.map(nodeKeyOf));
  const result: ConflictingNode[] = [];
  for (const [model, ofModel] of Map.groupBy(conflicts, ({ type }) => type)) {
    const kept = keptRecords[model];
    if (!kept) {
      result.push(...ofModel);
      continue;
    }
    const ids = ofModel.map(({ id }) => id);
    const rows = await inChunks(ids, (some) =>
      anyRecordsOf(tx.db, model).findMany({ where: ownedAmong(tx.viewer, some) }),
    );
    const holders = rows.map((row) => ({ type: kept.type, id: String(row[kept.column]) }));
    // One that is in conflict itself says what has changed.
    result.push(
      ...holders.filter((node) => !named.has(nodeKeyOf(node))).map((node) => ({ ...node, fields: [kept.field] })),
    );
  }
  return result.length > 0 ? result : [...conflicts];
}

const nodeOf = ({ model, rowId }: NetChange): NodeRef => ({ type: model, id: rowId });

/** A node, and the model of a child record of it. */
interface Parent {
  readonly node: NodeRef;
  readonly model: string;
}

/** The nodes that a record is a child of. */
function parentsOf({ model, before, after }: NetChange): Parent[] {
  const row = { ...before, ...after };
  return referencesOf(model)
    .filter(({ required, column }) => required && row[column] !== undefined)
    .map(({ target, column }) => ({ node: { type: target, id: String(row[column]) }, model }));
}

/** Runs the hooks of the features whose records have changed. */
async function afterUndo(tx: Tx, netChanges: readonly NetChange[]): Promise<void> {
  for (const hook of tx.app.afterUndoHooks) {
    const ids = netChanges.filter(({ model }) => hook.models.includes(modelKeyOf(model))).map(({ rowId }) => rowId);
    if (ids.length > 0) await hook.afterUndo(tx, ids);
  }
}

function conflictOf(conflicts: readonly ConflictingNode[]): ConflictError {
  const nodes = [...Map.groupBy(conflicts, nodeKeyOf).values()].map((same) => ({
    ...(same[0] as ConflictingNode),
    fields: [...new Set(same.flatMap(({ fields }) => fields))],
  }));
  const listed = nodes.slice(0, 5).map((node) => {
    return node.fields.length > 0 ? `${nodeKeyOf(node)} (${node.fields.join(', ')})` : nodeKeyOf(node);
  });
  const more = nodes.length > 5 ? `, and ${nodes.length - 5} more` : '';
  return new ConflictError(`Changed since: ${listed.join('; ')}${more}.`, nodes.slice(0, 100));
}

/** Turns errors of reverting into conflicts, because the client's input is not the reason for them. */
function asConflict(error: unknown, changeSetId?: string): unknown {
  // A unique value is in use, or a referenced record is missing, which no check has found before.
  if (isUniqueViolation(error) || isReferenceViolation(error))
    return new ConflictError('The records cannot be as they were.');
  if (changeSetId === undefined && (error instanceof InvalidInputError || error instanceof NotFoundError)) {
    return new ConflictError(`The records cannot be as they were: ${error.message}`);
  }
  return error;
}
