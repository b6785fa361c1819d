import type { Edit } from '../../kit/outbox-state.ts';
import type { BatchOperation, BoardColumnQuery, TaskStatus } from './generated/graphql.ts';

/** A task as the lists have it. */
export type Task = Omit<BoardColumnQuery['tasks']['edges'][number]['node'], '__typename'>;

/** The columns of the board. */
export const statuses = ['TODO', 'IN_PROGRESS', 'DONE'] as const satisfies readonly TaskStatus[];

export type Status = (typeof statuses)[number];

export const statusNames: Readonly<Record<Status, string>> = {
  TODO: 'To do',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
};

/** What a person can change of a task. */
export type TaskChange = Partial<Pick<Task, 'title' | 'estimateMinutes' | 'status'>>;

/** An edit, with the task before it (null: it is new) and what it changes. */
export type TaskEdit = Edit<BatchOperation, { readonly task: Task | null; readonly change: TaskChange }>;

const newId = () => crypto.randomUUID();

export function createTask(change: TaskChange): TaskEdit {
  const id = newId();
  const { title = '', estimateMinutes } = change;
  return {
    id: newId(),
    nodeId: `Task:${id}`,
    creates: true,
    operation: { createTask: { id, title, estimateMinutes } },
    shown: { task: null, change: { status: 'TODO', ...change } },
  };
}

const ofTask = (task: Task) => ({
  id: newId(),
  nodeId: task.id,
  // A task that the server does not have yet has no version.
  ...(task.version > 0 && { ifVersion: task.version }),
});

/** Moves a task to another column. Of two moves, the last one counts. */
export const moveTask = (task: Task, status: Status): TaskEdit => ({
  ...ofTask(task),
  overwrites: true,
  operation: status === 'DONE' ? { completeTask: { id: task.id } } : { updateTask: { id: task.id, status } },
  shown: { task, change: { status } },
});

/** Changes the texts of a task, unless they were changed elsewhere meanwhile. */
export const changeTask = (task: Task, change: Omit<TaskChange, 'status'>): TaskEdit => ({
  ...ofTask(task),
  operation: { updateTask: { id: task.id, ...change } },
  shown: { task, change },
});

/** The same edit once more after it was refused, with other texts, and whatever the version is. */
export function changeEdit(edit: TaskEdit, change: TaskChange): TaskEdit {
  const { createTask: created, updateTask: updated } = edit.operation;
  let { operation } = edit;
  if (created) operation = { createTask: { ...created, ...change, title: change.title ?? created.title } };
  if (updated) operation = { updateTask: { ...updated, ...change } };
  const shown = { ...edit.shown, change: { ...edit.shown.change, ...change } };
  return { ...edit, id: newId(), ifVersion: undefined, operation, shown };
}
