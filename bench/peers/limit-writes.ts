/* The write of the limit: the same rows that Waymark writes for a new task, in one transaction. */
import type BetterSqlite3 from 'better-sqlite3';
import { newId } from '../../src/platform/database/ids.ts';
import { caseFold } from '../../src/platform/search/case-folding.ts';
import { type Priority, priorityNames } from './limit-reads.ts';
import { searchDocumentOf } from './search-document.ts';

/** The input of W4. */
interface NewTask {
  title: string;
  description: string;
  priority: Priority;
  scheduledOn: string;
  estimateMinutes: number;
  goalId: string;
}

/** The columns of a new task, as they are stored and as the change log has them. */
function taskOf({ priority, goalId, ...input }: NewTask, ownerId: string, last: number, now: string) {
  return {
    ...{ id: newId(), ownerId, version: 1, createdAt: now, updatedAt: now, trashedAt: null },
    ...{ title: input.title, titleNormalized: caseFold(input.title), description: input.description },
    ...{ status: 'TODO' as const, priority: priorityNames.indexOf(priority), scheduledOn: input.scheduledOn },
    ...{ scheduledAt: null, dueOn: null, estimateMinutes: input.estimateMinutes, completedAt: null },
    ...{ carryOverCount: 0, position: last + 1024, parentId: null },
    ...{ goalId: goalId.slice('Goal:'.length), meetingId: null },
  };
}

/** The answer to the workload that creates tasks. */
export function createTaskWriter(db: BetterSqlite3.Database, ownerId: string) {
  const insert = (name: string, columns: string) =>
    db.prepare<unknown[]>(
      `INSERT INTO "${name}" (${columns.replaceAll(/\w+/g, '"$&"')}) VALUES (${columns.replaceAll(/\w+/g, '?')})`,
    );
  const lastPosition = db.prepare<unknown[], { last: number | null }>(
    'SELECT max("position") AS "last" FROM "Task" WHERE "ownerId" = ? AND "trashedAt" IS NULL',
  );
  const goal = db.prepare<unknown[]>('SELECT "id" FROM "Goal" WHERE "id" = ? AND "ownerId" = ?');
  const nextSequence = db.prepare<unknown[], { sequence: number }>(
    'UPDATE "ChangeSequence" SET "sequence" = "sequence" + 1 WHERE "ownerId" = ? RETURNING "sequence"',
  );
  const newTask = insert(
    'Task',
    'id, ownerId, version, createdAt, updatedAt, title, titleNormalized, description, status, priority, scheduledOn, estimateMinutes, carryOverCount, position, goalId',
  );
  const newDocument = insert(
    'SearchDocument',
    'ownerId, type, rowId, title, text, titleTokens, textTokens, at, isTrashed',
  );
  const newChangeSet = insert('ChangeSet', 'id, ownerId, sequence, name, requestId, actor, at');
  const newChange = insert('Change', 'ownerId, sequence, ordinal, model, rowId, action, after');

  const write = db.transaction((input: NewTask, now: string) => {
    const stored = now.replace('Z', '+00:00');
    const task = taskOf(input, ownerId, lastPosition.get(ownerId)?.last ?? 0, now);
    if (!goal.get(task.goalId, ownerId)) throw new Error('There is no such goal.');
    const { id, version, title, titleNormalized, description, status, priority, scheduledOn, estimateMinutes } = task;
    newTask.run(
      ...[id, ownerId, version, stored, stored, title, titleNormalized, description, status, priority],
      ...[scheduledOn, estimateMinutes, task.carryOverCount, task.position, task.goalId],
    );
    const document = searchDocumentOf(task);
    newDocument.run(
      ...[ownerId, document.type, document.rowId, document.title, document.text],
      ...[document.titleTokens, document.textTokens, null, 0],
    );
    const sequence = nextSequence.get(ownerId)?.sequence;
    newChangeSet.run(newId(), ownerId, sequence, 'createTask', newId(), 'server', stored);
    newChange.run(ownerId, sequence, 0, 'Task', id, 'CREATE', JSON.stringify(task));
    return task;
  });

  return ({ input }: { input: NewTask }) => {
    const { id, title, description, status, scheduledOn, estimateMinutes, position, version, createdAt, updatedAt } =
      write.immediate(input, new Date().toISOString());
    const task = { id: `Task:${id}`, title, description, status, priority: input.priority, scheduledOn };
    return { createTask: { task: { ...task, estimateMinutes, position, version, createdAt, updatedAt } } };
  };
}
