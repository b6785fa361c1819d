import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { requireRecords } from '../../../platform/records/records.ts';
import type { Touched } from '../../../platform/transactions/model-writer.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { releaseOf } from './task-blockers.rules.ts';

type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

const path = ['input', 'blockedByIds'];

/**
 * Makes a task wait for exactly some others. The transactions of one owner run one after another, so that two of them cannot make a
 * circle together.
 * @returns whether anything changed
 * @throws NotFoundError at an id that is no task of the viewer; InvalidInputError if one is in the trash, or waits for the task itself
 */
export async function setBlockers(tx: Tx, taskId: string, ids: readonly string[] | undefined): Promise<boolean> {
  if (!ids) return false;
  const own = ownedBy(tx.viewer);
  const present = await tx.db.taskBlocker.findMany({ where: { AND: [own, { taskId }] } });
  const known = new Set(present.map(({ blockerId }) => blockerId));
  const added = ids.filter((id) => !known.has(id));
  await requireRecords(tx, 'task', added, (index) => ['blockedByIds', String(ids.indexOf(added[index] ?? ''))]);
  const waiting = added.length > 0 ? await waitingFor(tx, taskId) : new Set<string>();
  const issues = ids.flatMap((id, index) =>
    id === taskId || waiting.has(id)
      ? [{ path: [...path, String(index)], message: 'must not wait for the task itself' }]
      : [],
  );
  if (issues.length > 0) throw new InvalidInputError(issues);
  // Those that are gone stay noted until they are left out.
  const removed = present.filter(({ blockerId }) => !ids.includes(blockerId)).map(({ id }) => id);
  if (removed.length > 0) await tx.write.taskBlocker.delete({ id: { in: removed } });
  if (added.length > 0) await tx.write.taskBlocker.createMany(added.map((blockerId) => ({ taskId, blockerId })));
  return removed.length > 0 || added.length > 0;
}

/** The ids of all tasks that wait for a task, directly or through others. Takes a statement for each step of the longest chain. */
async function waitingFor(tx: Tx, taskId: string): Promise<Set<string>> {
  const waiting = new Set<string>();
  for (let step = [taskId]; step.length > 0; ) {
    const found = await inChunks(step, (some) =>
      tx.db.taskBlocker.findMany({ where: { AND: [ownedBy(tx.viewer), { blockerId: { in: some } }] } }),
    );
    step = [...new Set(found.map((one) => one.taskId))].filter((id) => !waiting.has(id));
    for (const id of step) waiting.add(id);
  }
  return waiting;
}

/**
 * Notes on tasks that wait for others when those are cancelled or trashed, and so no longer hold them up; takes the note away when they
 * come back. The tasks count as changed, so that clients and the history see it.
 */
export async function noteReleases(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const changed = new Map<string, Task>();
  for (const { before, after } of touched) {
    const [was, is] = [before, after] as [Task | null, Task | null];
    if (was && is && (changed.has(is.id) || releaseOf(was) !== releaseOf(is))) changed.set(is.id, is);
  }
  if (changed.size === 0) return;
  const rows = await inChunks([...changed.keys()], (some) =>
    tx.db.taskBlocker.findMany({ where: { AND: [ownedBy(tx.viewer), { blockerId: { in: some } }] } }),
  );
  const wanted = rows.map((row) => ({ row, release: releaseOf(changed.get(row.blockerId) as Task) }));
  const stale = wanted.filter(({ row, release }) => row.release !== release);
  for (const [release, some] of Map.groupBy(stale, (one) => one.release)) {
    const releasedAt = release === null ? null : tx.calendar.now;
    const ids = some.map(({ row }) => row.id);
    await inChunks(ids, (chunk) => tx.write.taskBlocker.update({ id: { in: chunk } }, { release, releasedAt }));
  }
  const held = [...new Set(stale.map(({ row }) => row.taskId))];
  await inChunks(held, (some) => tx.write.task.touch({ id: { in: some } }));
}

/** @throws ConflictError if an undo would make tasks wait for themselves */
export async function requireNoCircle(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await inChunks(ids, (some) =>
    tx.db.taskBlocker.findMany({ where: { AND: [ownedBy(tx.viewer), { id: { in: some } }] } }),
  );
  for (const { taskId, blockerId } of rows) {
    if (!(await waitingFor(tx, taskId)).has(blockerId)) continue;
    throw new ConflictError('The tasks would wait for each other.', [
      { type: 'Task', id: taskId, fields: ['blockedBy'] },
    ]);
  }
}
