import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { visibleTo } from './sync-tasks.access.ts';
import { earliestSync, syncJobOf } from './sync-tasks.rules.ts';

type Task = Row<'syncTask'>;
type Tx = Transaction<ViewerContext>;
type Owned = Pick<Row<'integration'>, 'id' | 'accountId'>;

/** The tasks of each of the viewer's integrations. */
export async function syncTasksOfEach(ctx: ViewerContext, integrationIds: readonly string[]): Promise<Task[][]> {
  const where = { ...visibleTo(ctx.viewer), integrationId: { in: [...integrationIds] } };
  const tasks = await ctx.db.syncTask.findMany({ where, orderBy: [{ kind: 'asc' }] });
  const byIntegration = Map.groupBy(tasks, ({ integrationId }) => integrationId);
  return integrationIds.map((id) => byIntegration.get(id) ?? []);
}

/** Has the tasks of an integration done at a time at the latest, but not before the provider accepts requests. @returns them */
export async function hastenSyncTasks(tx: Tx, integrationId: string, latest: Date): Promise<Task[]> {
  const tasks = await tx.db.syncTask.findMany({ where: { integrationId } });
  const hastened: Task[] = [];
  for (const task of tasks) {
    const time = earliestSync(task, latest);
    // One that is due may be running: what it does not see any more is read right after.
    const isSooner = time < task.nextSyncAt || task.nextSyncAt < tx.calendar.now;
    hastened.push(...(isSooner ? await tx.write.syncTask.update({ id: task.id }, { nextSyncAt: time }) : [task]));
  }
  return hastened;
}

/** Ends the tasks of an integration of some kinds. */
export async function endSyncTasks(tx: Tx, integrationId: string, kinds: Task['kind'][]): Promise<void> {
  if (kinds.length > 0) await tx.write.syncTask.delete({ integrationId, kind: { in: kinds } });
}

/** Has the calendar of an integration read at a time that a rule says, but not before the provider accepts requests. */
export async function hastenCalendar(tx: Tx, integrationId: string, timeOf: (task: Task) => Date): Promise<void> {
  const task = await tx.db.syncTask.findFirst({ where: { integrationId, kind: 'CALENDAR' } });
  if (!task) return;
  const time = earliestSync(task, timeOf(task));
  if (time >= task.nextSyncAt && task.nextSyncAt >= tx.calendar.now) return;
  await tx.write.syncTask.update({ id: task.id }, { nextSyncAt: time });
  await enqueue(tx, [{ ...syncJobOf(task), at: time }]);
}

/**
 * Has all tasks of an integration done at once, or as soon as the provider accepts requests again, and forgets that they have
 * failed.
 * @param added kinds of tasks to add, unless the integration has them
 * @returns all tasks
 */
export async function startSyncTasks(
  tx: Tx,
  { id, accountId }: Owned,
  added: readonly Task['kind'][],
): Promise<Task[]> {
  const { now } = tx.calendar;
  const known = await tx.db.syncTask.findMany({ where: { integrationId: id } });
  const kinds = new Set(known.map(({ kind }) => kind));
  const fresh = added.filter((kind) => !kinds.has(kind));
  const created = await tx.write.syncTask.createMany(
    fresh.map((kind) => ({ accountId, integrationId: id, kind, nextSyncAt: now })),
  );
  const restarted: Task[] = [];
  for (const task of known) {
    const changes = { nextSyncAt: earliestSync(task, now), failureCount: 0, problem: null, problemKind: null };
    restarted.push(...(await tx.write.syncTask.update({ id: task.id }, changes)));
  }
  const tasks = [...restarted, ...created];
  await enqueue(tx, tasks.map(syncJobOf));
  return tasks;
}
