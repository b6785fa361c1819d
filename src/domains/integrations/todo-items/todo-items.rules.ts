import { ruleOf } from '../../../integrations/graph/recurrence.ts';
import { fieldsOfTodo, type TodoFields, type TodoTask } from '../../../integrations/graph/todo.ts';
import { dateOfMidnight } from '../../../integrations/graph/todo-dates.ts';
import {
  agree,
  isSame,
  oursOf,
  type SyncedTask,
  type TodoField,
  taskFrom,
  taskWith,
  theirsOf,
  todoFields,
} from '../../../integrations/graph/todo-fields.ts';
import type { Row } from '../../../platform/database/models.ts';

/*
 * How a task of Waymark and one of To Do are kept equal. Each side keeps values that the other one cannot say, so the two are never
 * compared with each other alone: each is compared with what it was when they last agreed, and a value is carried over only if
 * its own side has changed.
 */

type Item = Row<'todoItem'>;

/** What both sides were when they last agreed, by field. Empty if they never did, or if both were deleted. */
export type Base = { readonly [F in TodoField]?: { readonly ours: unknown; readonly theirs: unknown } };

/** A base after both sides agree on some fields, each with its own value. */
export const agreed = (
  base: Base,
  task: SyncedTask,
  item: TodoFields,
  fields: readonly TodoField[] = todoFields,
): Base => ({
  ...base,
  ...Object.fromEntries(fields.map((field) => [field, { ours: oursOf(task, field), theirs: theirsOf(item, field) }])),
});

/** A base after what To Do has of some fields was seen and not wanted: what is here counts as changed since. */
export const withKept = (base: Base, item: TodoFields, fields: readonly TodoField[]): Base => ({
  ...base,
  ...Object.fromEntries(fields.map((field) => [field, { ours: unwanted, theirs: theirsOf(item, field) }])),
});

/** A value that no field has. */
const unwanted = { isUnwanted: true };

/** The fields that a side has changed since both agreed. All of them, if they never did. */
const changedHere = (base: Base, task: SyncedTask) =>
  todoFields.filter((field) => !base[field] || !isSame(base[field].ours, oursOf(task, field)));
const changedThere = (base: Base, item: TodoFields) =>
  todoFields.filter((field) => !base[field] || !isSame(base[field].theirs, theirsOf(item, field)));

/** What follows from the changes of both sides of a task that is there on both. */
export interface Merge {
  /** What to set here. */
  readonly pull: Partial<SyncedTask>;
  /** The fields to send to To Do. */
  readonly push: readonly TodoField[];
  /** The fields that both sides have changed, each to something else. Both stay as they are. */
  readonly conflicts: readonly TodoField[];
  /** The base once `pull` is done. */
  readonly base: Base;
}

/** What To Do alone sets of a task that repeats there: it takes another due date for that of another task. */
const theirsAlone: readonly TodoField[] = ['DUE_ON'];

/**
 * Carries over what one side alone has changed.
 * @param timeZone the person's
 * @param repeats whether the task repeats at To Do, which sets its due date then
 */
export function merge(base: Base, task: SyncedTask, item: TodoFields, timeZone: string, repeats = false): Merge {
  const there = changedThere(base, item);
  const isOurs = (field: TodoField) => !(repeats && theirsAlone.includes(field));
  const changed = changedHere(base, task);
  const here = changed.filter(isOurs);
  const settled = todoFields.filter(
    (field) =>
      (changed.includes(field) || there.includes(field)) &&
      (agree(field, oursOf(task, field), theirsOf(item, field), timeZone) || !(isOurs(field) || there.includes(field))),
  );
  const open = (fields: readonly TodoField[]) => fields.filter((field) => !settled.includes(field));
  const pulled = open(there).filter((field) => !here.includes(field));
  const pull = taskWith(item, pulled, timeZone);
  return {
    pull,
    push: open(here).filter((field) => !there.includes(field)),
    conflicts: open(here).filter((field) => there.includes(field)),
    base: agreed(base, { ...task, ...pull }, item, [...settled, ...pulled]),
  };
}

/** The side of Waymark: the task, and whether it is out of the trash. Null if it was deleted permanently. */
export type OurSide = { readonly task: SyncedTask; readonly isActive: boolean; readonly hasSubtasks: boolean } | null;

/** What is to be done about a task. */
export type Decision =
  | { kind: 'MERGE'; merge: Merge }
  /** To create it at To Do, or once more, if the response to the first time was lost. */
  | { kind: 'CREATE_THERE' }
  | { kind: 'DELETE_THERE' }
  | { kind: 'TRASH_HERE' }
  /** To restore it here, as To Do has it again. */
  | { kind: 'RESTORE_HERE' }
  /** To make a new task here: the one that it was is gone for good. */
  | { kind: 'CREATE_HERE' }
  /** One side has deleted it, and the other one has changed it. */
  | { kind: 'CONFLICT'; conflict: 'DELETED_HERE' | 'DELETED_THERE'; fields: readonly TodoField[] }
  /** Both have deleted it. It stays known as long as it can be restored here. */
  | { kind: 'REST' }
  | { kind: 'FORGET' };

/**
 * Decides what is to be done about a task.
 * @param base what both sides were when they last agreed
 * @param theirs the task at To Do. Null if it has none
 * @param isKnownThere whether To Do is known to have had it: if not, it is to be created there
 * @param timeZone the person's
 * @param repeats whether the task repeats at To Do
 */
export function decide(
  base: Base,
  ours: OurSide,
  theirs: TodoFields | null,
  isKnownThere: boolean,
  timeZone: string,
  repeats = false,
): Decision {
  const existed = Object.keys(base).length > 0;
  if (ours?.isActive) {
    if (theirs) return { kind: 'MERGE', merge: merge(base, ours.task, theirs, timeZone, repeats) };
    if (!existed || !isKnownThere) return { kind: 'CREATE_THERE' };
    const fields = changedHere(base, ours.task);
    // What is below it is in no task of To Do, and would go to the trash with it.
    if (fields.length > 0 || ours.hasSubtasks) return { kind: 'CONFLICT', conflict: 'DELETED_THERE', fields };
    return { kind: 'TRASH_HERE' };
  }
  if (!theirs) return { kind: ours ? 'REST' : 'FORGET' };
  if (!existed) return { kind: ours ? 'RESTORE_HERE' : 'CREATE_HERE' };
  // What is left of it there is the series, which goes on.
  if (repeats && !ours) return { kind: 'CREATE_HERE' };
  const fields = changedThere(base, theirs);
  if (fields.length === 0) return { kind: 'DELETE_THERE' };
  return ours ? { kind: 'CONFLICT', conflict: 'DELETED_HERE', fields } : { kind: 'CREATE_HERE' };
}

/** What of a task of To Do is stored. */
export interface StoredTask extends TodoFields {
  completedOn: string | null;
}

/** The columns of what To Do has. @param task null if it does not have it */
export function columnsOf(task: TodoTask | null, timeZone: string) {
  if (!task) return { theirs: null, etag: '', repeats: false, recurrenceRule: '', recurrenceProblem: null };
  const { completedDateTime, recurrence } = task;
  const completedOn = completedDateTime && dateOfMidnight(completedDateTime, timeZone);
  const recurrenceRule = recurrence ? ruleOf(recurrence) : '';
  const isUnsaid = recurrence !== null && recurrenceRule === '';
  return {
    theirs: JSON.stringify({ ...fieldsOfTodo(task), completedOn } satisfies StoredTask),
    etag: task.etag,
    repeats: recurrence !== null,
    recurrenceRule,
    recurrenceProblem: isUnsaid ? 'How it repeats in To Do cannot be said here. Change it there.' : null,
  };
}

export const baseOf = ({ base }: Pick<Item, 'base'>): Base => JSON.parse(base) as Base;
export const storedOf = ({ theirs }: Pick<Item, 'theirs'>): StoredTask | null =>
  theirs === null ? null : (JSON.parse(theirs) as StoredTask);

/** What is to be sent to To Do. */
export interface Push {
  itemId: string;
  kind: 'CREATE' | 'UPDATE' | 'FINISH' | 'REPEAT' | 'DELETE' | 'LINK';
}

/** The columns of a task that neither side has. */
export const forgotten = { base: '{}', itemId: null, ...columnsOf(null, 'UTC') };

export const baseFor = (theirs: TodoFields, timeZone: string): string =>
  JSON.stringify(agreed({}, taskFrom(theirs, timeZone), theirs));

/** What a sync has done here. */
export interface Counts {
  createdCount: number;
  updatedCount: number;
  trashedCount: number;
}

export const noCounts = (): Counts => ({ createdCount: 0, updatedCount: 0, trashedCount: 0 });

/** The label and the goal that new tasks of a list get. */
export type Target = Pick<Row<'todoList'>, 'labelId' | 'goalId'>;

/** A task of To Do that was read, and the list that it is in. */
export interface RemoteTask {
  task: TodoTask;
  todoListId: string;
}

/** The columns of a task that To Do has. */
export const itemColumns = (
  { id: integrationId, accountId }: Row<'integration'>,
  { task, todoListId }: RemoteTask,
  timeZone: string,
) => ({
  integrationId,
  accountId,
  todoListId,
  itemId: task.id,
  isLinked: Boolean(task.linkedTo),
  isPending: true,
  ...columnsOf(task, timeZone),
});
