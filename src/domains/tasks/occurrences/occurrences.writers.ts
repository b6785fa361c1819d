import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { derivedId } from '../../../platform/database/ids.ts';
import type { CreateData } from '../../../platform/database/models.ts';
import { levelsBelow } from '../../../platform/records/hierarchies.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { isLinked } from '../../across/links/links.service.ts';
import { isRemindedOf } from '../reminders/reminders.service.ts';
import type { Occurrence, TaskContent } from './occurrences.rules.ts';

type Tx = Transaction<ViewerContext>;

/** The labels and skills of some tasks. */
export async function relationsOf(tx: Tx, ids: readonly string[]) {
  const owner = ownedBy(tx.viewer);
  const labels = await inChunks(ids, (some) =>
    tx.db.taskLabel.findMany({ where: { AND: [{ taskId: { in: some }, label: active('label') }, owner] } }),
  );
  const skills = await inChunks(ids, (some) =>
    tx.db.taskSkill.findMany({ where: { AND: [{ taskId: { in: some }, skill: active('skill') }, owner] } }),
  );
  return { labels, skills };
}

/** Relates a new task to labels and skills, as far as they are active. */
export async function relate(
  tx: Tx,
  taskId: string,
  { labelIds, skillIds }: Pick<TaskContent, 'labelIds' | 'skillIds'>,
) {
  const there = (ids: string[]) => ({ AND: [ownedBy(tx.viewer), { id: { in: ids }, trashedAt: null }] });
  const labels = labelIds.length > 0 ? await tx.db.label.findMany({ where: there(labelIds) }) : [];
  const skills = skillIds.length > 0 ? await tx.db.skill.findMany({ where: there(skillIds) }) : [];
  await tx.write.taskLabel.createMany(labels.map(({ id: labelId }) => ({ taskId, labelId })));
  await tx.write.taskSkill.createMany(skills.map(({ id: skillId }) => ({ taskId, skillId })));
}

/**
 * Gives the next occurrence the subtasks of another one, all of them open again, and as many days later as it is itself. Those that
 * were given up are left out, and those that repeat by themselves.
 */
export async function copySubtasks(
  tx: Tx,
  task: Occurrence,
  next: Pick<Occurrence, 'id' | 'occursOn'>,
  position: number,
) {
  const { calendar } = tx;
  const below = (await levelsBelow(tx, 'task', task.id, { trashedAt: null, recurrenceId: null })).slice(1).flat();
  if (below.length === 0) return;
  const rows = await inChunks(below, (some) =>
    tx.db.task.findMany({ where: { AND: [ownedBy(tx.viewer), { id: { in: some } }] } }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = new Map([[task.id, next.id]]);
  const days = calendar.daysBetween(task.occursOn, next.occursOn);
  const later = (day: string | null) => day && calendar.addDays(day, days);
  const copies: CreateData<'task'>[] = [];
  // Parents come before their subtasks.
  for (const id of below) {
    const row = byId.get(id);
    const parentId = row?.parentId && ids.get(row.parentId);
    if (!row || !parentId || row.status === 'CANCELLED') continue;
    ids.set(id, derivedId(next.id, id));
    const { title, description, priority, estimateMinutes, goalId, scheduledAt } = row;
    copies.push({
      ...{ title, description, priority, estimateMinutes, goalId, parentId },
      id: ids.get(id) as string,
      scheduledOn: later(row.scheduledOn),
      scheduledAt: scheduledAt && calendar.moveTo(scheduledAt, calendar.addDays(calendar.dayOf(scheduledAt), days)),
      dueOn: later(row.dueOn),
      position: position + copies.length + 1,
    });
  }
  await inChunks(copies, (some) => tx.write.task.createMany(some));
  const { labels, skills } = await relationsOf(tx, [...ids.keys()].slice(1));
  const copied = (taskId: string) => ids.get(taskId) as string;
  await tx.write.taskLabel.createMany(labels.map(({ taskId, labelId }) => ({ taskId: copied(taskId), labelId })));
  await tx.write.taskSkill.createMany(skills.map(({ taskId, skillId }) => ({ taskId: copied(taskId), skillId })));
}

/** Whether somebody has worked with some tasks that were made together. */
export async function isTouched(tx: Tx, ids: readonly string[], madeAt: Date): Promise<boolean> {
  const own = ownedBy(tx.viewer);
  const unused = {
    AND: [own, { id: { in: [...ids] }, createdAt: madeAt, status: 'TODO' as const }],
    ...{ focusTasks: { none: {} }, energyEntries: { none: {} }, feedback: { none: {} }, applications: { none: {} } },
  };
  if ((await tx.db.task.count({ where: unused })) < ids.length) return true;
  const nodes = ids.map((id) => ({ type: 'Task', id }));
  if ((await isLinked(tx, nodes)) || (await isRemindedOf(tx, ids, madeAt))) return true;
  // An undo moves them to the trash and back, which is no change of what they are.
  const changes = await tx.db.change.findMany({
    where: { ownerId: tx.viewer.accountId, model: 'Task', rowId: { in: [...ids] }, action: 'UPDATE' },
    select: { after: true },
  });
  const inTransaction = tx.changes.filter(({ rowId, action }) => ids.includes(rowId) && action === 'UPDATE');
  return [...changes, ...inTransaction].some(({ after }) => !Object.hasOwn(Object(after), 'trashedAt'));
}
