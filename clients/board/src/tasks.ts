import type { Edit } from '../../kit/outbox-state.ts';
import type { BatchOperation, BoardColumnQuery, TaskStatus } from './generated/graphql.ts';

/** A task as the lists have it. */
export type Task = Omit<BoardColumnQuery['tasks']['edges'][number]['node'], '__typename'>;

/** A task as a person sees it: as the lists have it, or with edits on top. */
export interface SeenTask extends Task {
  /** The last of the edits on top, by its id. */
  readonly lastEdit?: string;
}

/** The columns of the board. */
export const statuses = ['TODO', 'IN_PROGRESS', 'DONE'] as const satisfies readonly TaskStatus[];

export type Status = (typeof statuses)[number];

export const statusNames: Readonly<Record<Status, string>> = {
  TODO: 'To do',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
};

/** What a person can change of a task. */
export type TaskChange = Partial<Pick<Task, 'title' | 'estimateMinutes' | 'status'>> & {
  /** True: it is moved to the trash. False: it is restored from there. */
  readonly isTrashed?: boolean;
};

/** What a form has of a task. */
export type TaskTexts = Pick<Task, 'title' | 'estimateMinutes'>;

/** An edit, with the task before it (null: it is new) and what it changes. */
export type TaskEdit = Edit<BatchOperation, { readonly task: SeenTask | null; readonly change: TaskChange }>;

/** The minutes that were typed: null if none were. Undefined: they are no number that the API takes for one. */
export function parseMinutes(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const minutes = Number(text);
  return Number.isInteger(minutes) && Math.abs(minutes) < 2 ** 31 ? minutes : undefined;
}

const newId = () => crypto.randomUUID();

export function createTask(change: TaskTexts): TaskEdit {
  const id = newId();
  const { title, estimateMinutes } = change;
  return {
    id: newId(),
    nodeId: `Task:${id}`,
    creates: true,
    operation: { createTask: { id, title, estimateMinutes } },
    shown: { task: null, change: { status: 'TODO', ...change } },
  };
}

const ofTask = ({ id, version, lastEdit }: SeenTask) => ({
  id: newId(),
  nodeId: id,
  ifVersion: version,
  follows: lastEdit,
});

/** Moves a task to another column. Of two moves, the last one counts. */
export const moveTask = (task: SeenTask, status: Status): TaskEdit => ({
  ...ofTask(task),
  overwrites: true,
  operation: status === 'DONE' ? { completeTask: { id: task.id } } : { updateTask: { id: task.id, status } },
  shown: { task, change: { status } },
});

/**
 * Changes the texts of a task, unless it was changed elsewhere meanwhile, or in another tab.
 * @param opened the task as it was when the form was opened
 */
export const changeTask = (opened: SeenTask, change: Partial<TaskTexts>): TaskEdit => ({
  ...ofTask(opened),
  operation: { updateTask: { id: opened.id, ...change } },
  shown: { task: opened, change },
});

/** Moves a task to the trash, whatever was changed elsewhere: it can be restored. */
export const trashTask = (task: SeenTask): TaskEdit => ({
  ...ofTask(task),
  overwrites: true,
  operation: { trash: { id: task.id } },
  shown: { task, change: { isTrashed: true } },
});

/** Takes a task out of the trash. */
export const restoreTask = (task: SeenTask): TaskEdit => ({
  ...ofTask(task),
  overwrites: true,
  operation: { restore: { id: task.id } },
  shown: { task, change: { isTrashed: false } },
});

/**
 * The same edit once more after it was refused, with other texts.
 * @param seen the task as the person sees it now, which the edit depends on from now on. Undefined: on what it did before
 */
export function changeEdit(edit: TaskEdit, change: Partial<TaskTexts>, seen?: SeenTask): TaskEdit {
  const { createTask: created, updateTask: updated } = edit.operation;
  let { operation } = edit;
  if (created) operation = { createTask: { ...created, ...change, title: change.title ?? created.title } };
  if (updated) operation = { updateTask: { ...updated, ...change } };
  const shown = { task: seen ?? edit.shown.task, change: { ...edit.shown.change, ...change } };
  const dependent = seen && { ifVersion: seen.version, follows: seen.lastEdit };
  return { ...edit, ...dependent, id: newId(), operation, shown };
}
