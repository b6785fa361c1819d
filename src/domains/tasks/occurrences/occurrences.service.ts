import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { derivedId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { cascadeDelete } from '../../../platform/records/hard-delete.ts';
import { levelsBelow, restoreSubtree } from '../../../platform/records/hierarchies.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Touched } from '../../../platform/transactions/model-writer.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { nextDay, scheduleOn } from '../recurrences/recurrences.rules.ts';
import { copyReminders } from '../reminders/reminders.service.ts';
import { openStatuses, positionStep, taskRelations } from '../tasks/tasks.rules.ts';
import { isOccurrence, type Occurrence, type OccurrenceScope, type TaskContent } from './occurrences.rules.ts';
import { copySubtasks, isTouched, relate, relationsOf } from './occurrences.writers.ts';

type Task = Row<'task'>;
type Recurrence = Row<'recurrence'>;
type Tx = Transaction<ViewerContext>;

const inOrder = [{ occurrenceNumber: 'asc' as const }, { id: 'asc' as const }];

const after = ({ viewer }: Tx, { recurrenceId, occurrenceNumber }: Occurrence) => ({
  AND: [ownedBy(viewer), active('task'), { recurrenceId, occurrenceNumber: { gt: occurrenceNumber } }],
});

/** The active occurrence after another one. Null if there is none. */
const laterThan = (tx: Tx, task: Occurrence) => tx.db.task.findFirst({ where: after(tx, task), orderBy: inOrder });

/** The days from one to another. Null if there is none. */
const daysTo = ({ calendar }: Tx, from: string, to: string | null) =>
  to === null ? null : calendar.daysBetween(from, to);

/** What of an occurrence its next one has too. */
async function contentOf(tx: Tx, task: Occurrence): Promise<TaskContent> {
  const { labels, skills } = await relationsOf(tx, [task.id]);
  const { title, description, priority, estimateMinutes, goalId } = task;
  return {
    ...{ title, description, priority, estimateMinutes, goalId, dueAfter: daysTo(tx, task.occursOn, task.dueOn) },
    labelIds: labels.map(({ labelId }) => labelId).sort(),
    skillIds: skills.map(({ skillId }) => skillId).sort(),
  };
}

/**
 * Makes the occurrence after one that was done or given up, unless there is a later one, or the recurrence has ended or is in the
 * trash. Its id follows from the recurrence and its day, so that there is one task for each day. A task of that id that is in the
 * trash comes back.
 */
export async function makeNext(tx: Tx, task: Occurrence): Promise<void> {
  const { calendar, viewer } = tx;
  const where = { AND: [ownedBy(viewer), active('recurrence'), { id: task.recurrenceId }] };
  const recurrence = await tx.db.recurrence.findFirst({ where });
  if (!recurrence || (await laterThan(tx, task))) return;
  const doneOn = task.completedAt ? calendar.dayOf(task.completedAt) : calendar.today;
  const occursOn = nextDay(recurrence, task, doneOn, calendar);
  if (occursOn === null) return;
  const id = derivedId(recurrence.id, occursOn);
  const known = await tx.db.task.findFirst({ where: { AND: [ownedBy(viewer), { id }] } });
  if (known) {
    if (known.trashedAt) await restoreSubtree(tx, 'task', { id });
    return;
  }
  await create(tx, recurrence, task, { id, occursOn });
}

async function create(tx: Tx, recurrence: Recurrence, task: Occurrence, next: Pick<Occurrence, 'id' | 'occursOn'>) {
  const { calendar, viewer } = tx;
  const template = recurrence.template as Partial<TaskContent>;
  const { labelIds, skillIds, dueAfter, ...content } = { ...(await contentOf(tx, task)), ...template };
  const goal = content.goalId && { AND: [ownedBy(viewer), active('goal'), { id: content.goalId }] };
  const parent = task.parentId && { AND: [ownedBy(viewer), active('task'), { id: task.parentId }] };
  const last = await tx.db.task.findFirst({ where: ownedBy(viewer), orderBy: { position: 'desc' } });
  const position = (last?.position ?? 0) + positionStep;
  const made = await tx.write.task.create({
    ...content,
    ...next,
    ...scheduleOn(next.occursOn, recurrence.timeOfDay, calendar),
    // What it refers to may have gone meanwhile.
    goalId: goal && (await tx.db.goal.findFirst({ where: goal })) ? content.goalId : null,
    parentId: parent && (await tx.db.task.findFirst({ where: parent })) ? task.parentId : null,
    dueOn: dueAfter === null ? null : calendar.addDays(next.occursOn, dueAfter),
    position,
    recurrenceId: recurrence.id,
    occurrenceNumber: task.occurrenceNumber + 1,
  });
  await relate(tx, next.id, { labelIds, skillIds });
  await copySubtasks(tx, task, next, position);
  await copyReminders(tx, task.id, made);
  if (Object.keys(template).length > 0) await tx.write.recurrence.update({ id: recurrence.id }, { template: {} });
}

/**
 * Takes the occurrence back that finishing another one has made, if nothing has been done with it: neither it nor its subtasks were
 * changed, and nothing refers to them.
 */
async function takeBack(tx: Tx, task: Occurrence): Promise<void> {
  const made = await laterThan(tx, task);
  if (!made || !isOccurrence(made) || made.id !== derivedId(made.recurrenceId, made.occursOn)) return;
  const ids = (await levelsBelow(tx, 'task', made.id, {})).flat();
  if (await isTouched(tx, ids, made.createdAt)) return;
  const content = await contentOf(tx, made);
  await cascadeDelete(tx, 'Task', ids);
  // It is made again like it was, also where this one is different.
  const differs = JSON.stringify(content) !== JSON.stringify(await contentOf(tx, task));
  if (differs) await tx.write.recurrence.update({ id: task.recurrenceId }, { template: content });
}

/**
 * Moves the occurrences after one that was the first of another recurrence meanwhile to that one, except for one that was only made.
 * @param task the occurrence as it was
 * @param first its place in the other recurrence
 */
export async function moveLater(tx: Tx, task: Occurrence, first: Occurrence): Promise<void> {
  await takeBack(tx, task);
  const { recurrenceId } = first;
  const known = await tx.db.recurrence.findFirst({ where: { AND: [ownedBy(tx.viewer), { id: task.recurrenceId }] } });
  const template = known?.template as Partial<TaskContent> | undefined;
  if (template && Object.keys(template).length > 0)
    await tx.write.recurrence.update({ id: recurrenceId }, { template });
  const later = await tx.db.task.findMany({ where: after(tx, task), orderBy: inOrder, select: { id: true } });
  for (const [index, { id }] of later.entries()) {
    await tx.write.task.update({ id }, { recurrenceId, occurrenceNumber: first.occurrenceNumber + 1 + index });
  }
}

/** Makes the next occurrences of those that a transaction has finished, and takes those back that were made by finishing others. */
export async function keepOccurrences(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const all = touched.map(({ before, after }) => [before, after] as [Task | null, Task | null]);
  const byId = Map.groupBy(all, ([before, after]) => (after ?? before)?.id);
  for (const changes of byId.values()) {
    const [before, after] = [changes[0]?.[0], changes.at(-1)?.[1]];
    if (!before || !after || !isOccurrence(after)) continue;
    const [wasOpen, isOpen] = [before, after].map(({ status }) => openStatuses.includes(status));
    if (wasOpen && !isOpen && !after.trashedAt) await makeNext(tx, after);
    if (!wasOpen && isOpen) await takeBack(tx, after);
  }
}

/** What an edit sets of a task, as far as other occurrences can have it too. */
type Edit = Partial<Omit<TaskContent, 'dueAfter'>> & { dueOn?: string | null | undefined };

/**
 * Notes what an edit of a task means for other occurrences of its recurrence, before it is made.
 *
 * - THIS: the next occurrence is like this one was before.
 * - FOLLOWING: later occurrences, and those to come, are edited alike.
 * - ALL: also earlier ones, whether done or not.
 * @param scope default: FOLLOWING for the last occurrence, THIS for one before it
 * @throws InvalidInputError if a scope is given for a task that does not repeat
 */
export async function editOccurrences(
  tx: Tx,
  task: Task,
  scope: OccurrenceScope | null | undefined,
  { dueOn, ...edit }: Edit,
): Promise<void> {
  if (!isOccurrence(task)) {
    if (!scope) return;
    throw new InvalidInputError([{ path: ['input', 'occurrences'], message: 'must not be given for a single task' }]);
  }
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0 && dueOn === undefined) return;
  const isLast = (await laterThan(tx, task)) === null;
  const where = { AND: [ownedBy(tx.viewer), { id: task.recurrenceId }] };
  const template = (await tx.db.recurrence.findFirst({ where }))?.template as Partial<TaskContent> | undefined;
  const isSet = template !== undefined && Object.keys(template).length > 0;
  if (scope === 'THIS' || (!scope && !isLast)) {
    if (!isLast || isSet) return;
    await tx.write.recurrence.update({ id: task.recurrenceId }, { template: await contentOf(tx, task) });
    return;
  }
  if (isSet) {
    const dueAfter = dueOn === undefined ? {} : { dueAfter: daysTo(tx, task.occursOn, dueOn) };
    const merged = { ...template, ...given, ...dueAfter };
    await tx.write.recurrence.update({ id: task.recurrenceId }, { template: merged });
  }
  const later = scope === 'ALL' ? {} : { occurrenceNumber: { gt: task.occurrenceNumber } };
  const others = await tx.db.task.findMany({
    where: {
      AND: [ownedBy(tx.viewer), active('task'), { recurrenceId: task.recurrenceId, NOT: { id: task.id } }, later],
    },
    select: { id: true },
  });
  const { labelIds, skillIds, ...fields } = given as Partial<TaskContent>;
  if (!labelIds && !skillIds) {
    const ids = others.map(({ id }) => id);
    await inChunks(ids, (some) => tx.write.task.update({ id: { in: some } }, fields));
    return;
  }
  for (const { id } of others) {
    const isRelated = await setManyToMany(tx, taskRelations, id, { labelIds, skillIds });
    await (isRelated ? tx.write.task.touch({ id }, fields) : tx.write.task.update({ id }, fields));
  }
}
