import type { Importance, TaskStatus } from '@microsoft/microsoft-graph-types';
import type { TodoFields } from './todo.ts';
import { dateOfMidnight, midnightOf } from './todo-dates.ts';
import { singleLine, textOfBody } from './todo-values.ts';

/* The fields of a task of To Do, as a task of Waymark says them, and the other way round. */

/** The part of a task of Waymark that To Do can say. */
export interface SyncedTask {
  title: string;
  description: string;
  status: 'TODO' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
  /** 0 none, 1 low, 2 medium, 3 high, 4 urgent. */
  priority: number;
  /** `YYYY-MM-DD`, or null. */
  dueOn: string | null;
}

/** The fields that are synced. */
export const todoFields = ['TITLE', 'DESCRIPTION', 'STATUS', 'PRIORITY', 'DUE_ON'] as const;
export type TodoField = (typeof todoFields)[number];

/** The longest title that To Do takes, and those of titles and descriptions here. */
const limits = { theirTitle: 255, title: 300, description: 20_000 };

/** How one field is said on either side. */
interface Lens<O, T> {
  readonly column: keyof SyncedTask;
  readonly property: keyof TodoFields;
  /** The value of To Do as Waymark says it. @param timeZone the person's */
  readonly fromTodo: (value: T, timeZone: string) => O;
  /** The value of Waymark as To Do says it. */
  readonly toTodo: (value: O) => T;
}

const lens = <C extends keyof SyncedTask, P extends keyof TodoFields>(
  column: C,
  property: P,
  maps: Pick<Lens<SyncedTask[C], TodoFields[P]>, 'fromTodo' | 'toTodo'>,
): Lens<unknown, unknown> => ({ column, property, ...maps }) as Lens<unknown, unknown>;

/** A status of To Do that is not in the table is a task to do. */
const statusFrom: Readonly<Record<TaskStatus, SyncedTask['status']>> = {
  notStarted: 'TODO',
  deferred: 'TODO',
  inProgress: 'IN_PROGRESS',
  waitingOnOthers: 'IN_PROGRESS',
  completed: 'DONE',
};
/** To Do knows no task that was given up: it is completed there, so that it leaves the list. */
const statusTo: Readonly<Record<SyncedTask['status'], TaskStatus>> = {
  TODO: 'notStarted',
  IN_PROGRESS: 'inProgress',
  DONE: 'completed',
  CANCELLED: 'completed',
};
/** The priorities from NONE to URGENT. */
const importanceTo: readonly Importance[] = ['normal', 'low', 'normal', 'high', 'high'];
const priorityFrom: Readonly<Record<Importance, number>> = { low: 1, normal: 0, high: 3 };

const lenses: Record<TodoField, Lens<unknown, unknown>> = {
  TITLE: lens('title', 'title', {
    fromTodo: (title) => singleLine(title).slice(0, limits.title).toWellFormed().trim() || 'Untitled',
    toTodo: (title) => title.slice(0, limits.theirTitle).toWellFormed().trim(),
  }),
  DESCRIPTION: lens('description', 'body', {
    fromTodo: (body) => textOfBody(body).slice(0, limits.description).toWellFormed(),
    toTodo: (content) => ({ content, contentType: 'text' }),
  }),
  STATUS: lens('status', 'status', {
    fromTodo: (status) => statusFrom[status as TaskStatus] ?? 'TODO',
    toTodo: (status) => statusTo[status],
  }),
  PRIORITY: lens('priority', 'importance', {
    fromTodo: (importance) => priorityFrom[importance as Importance] ?? 0,
    toTodo: (priority) => importanceTo[priority] ?? 'normal',
  }),
  DUE_ON: lens('dueOn', 'dueDateTime', {
    fromTodo: (due, timeZone) => (due === null ? null : dateOfMidnight(due, timeZone)),
    toTodo: (dueOn) => (dueOn === null ? null : midnightOf(dueOn)),
  }),
};

/** Whether two values of fields are the same. */
export const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The value of a field on each side. */
export const oursOf = (task: SyncedTask, field: TodoField): unknown => task[lenses[field].column];
export const theirsOf = (item: TodoFields, field: TodoField): unknown => item[lenses[field].property];

/** A value of To Do as Waymark says it. @param timeZone the person's */
export const asOurs = (field: TodoField, theirs: unknown, timeZone: string): unknown =>
  lenses[field].fromTodo(theirs, timeZone);

/** Whether both sides say the same, each as well as it can. */
export function agree(field: TodoField, ours: unknown, theirs: unknown, timeZone: string): boolean {
  const { fromTodo, toTodo } = lenses[field];
  return isSame(fromTodo(theirs, timeZone), ours) || isSame(toTodo(ours), theirs);
}

/** Fields of a task of To Do as Waymark says them. @param timeZone the person's */
export const taskWith = (item: TodoFields, fields: readonly TodoField[], timeZone: string): Partial<SyncedTask> =>
  Object.fromEntries(
    fields.map((field) => [lenses[field].column, asOurs(field, theirsOf(item, field), timeZone)]),
  ) as Partial<SyncedTask>;

/** A task of To Do as Waymark says it. @param timeZone the person's */
export const taskFrom = (item: TodoFields, timeZone: string) => taskWith(item, todoFields, timeZone) as SyncedTask;

/** Fields of a task as To Do says them. */
export const todoFrom = (task: SyncedTask, fields: readonly TodoField[] = todoFields): Partial<TodoFields> =>
  Object.fromEntries(fields.map((field) => [lenses[field].property, lenses[field].toTodo(oursOf(task, field))]));
