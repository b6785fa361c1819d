import type { GraphRecurrence, GraphTime } from './events.ts';

/* Lists and tasks of Microsoft To Do as Microsoft Graph writes them (the resources `todoTaskList` and `todoTask` of v1.0). */

/** The name under which Waymark links a task to one of its own (the resource `linkedResource`). */
export const applicationName = 'Waymark';

/** What of a task of To Do is synced. */
export interface TodoFields {
  title: string;
  body: { content: string; contentType: string };
  /** notStarted, inProgress, completed, waitingOnOthers, deferred, or one that is not known yet. */
  status: string;
  /** low, normal, high, or one that is not known yet. */
  importance: string;
  /** Midnight of the due date, in a zone that may not be told. Null if it has no due date. */
  dueDateTime: GraphTime | null;
}

/** A task of To Do. */
export interface TodoTask extends TodoFields {
  id: string;
  /** The version. Empty if it was not told. */
  etag: string;
  /** When it was completed: a day, without a time. Null if it is not. */
  completedDateTime: GraphTime | null;
  /** How it repeats. Null if it does not. */
  recurrence: GraphRecurrence | null;
  /** The id of the task of Waymark that it is linked to. Null if it is to none, undefined if its links were not told. */
  linkedTo: string | null | undefined;
}

/** A list of To Do. */
export interface TodoList {
  id: string;
  name: string;
  /** none, defaultList, or flaggedEmails, whose tasks are emails. */
  kind: string;
  isShared: boolean;
}

type Json = Record<string, unknown>;

const limits = { id: 500, title: 1_000, body: 100_000, word: 50 };

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const textOf = (value: unknown, max: number): string =>
  typeof value === 'string' ? value.slice(0, max).toWellFormed() : '';

function timeOf(value: unknown): GraphTime | null {
  const { dateTime, timeZone } = objectOf(value);
  const isTime = typeof dateTime === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(dateTime);
  return isTime && !Number.isNaN(Date.parse(`${dateTime.slice(0, 19)}Z`))
    ? { dateTime, timeZone: textOf(timeZone, 100) }
    : null;
}

function recurrenceOf(value: unknown): GraphRecurrence | null {
  if (value === undefined || value === null) return null;
  const { pattern, range } = objectOf(value);
  return { pattern: objectOf(pattern), range: objectOf(range) };
}

/** The id of the task of Waymark that the links of a task name. Null if none does. */
export function linkOf(links: unknown): string | null {
  if (!Array.isArray(links)) return null;
  // The last one, of several: the task may have been made anew.
  const ours = links.map(objectOf).findLast((link) => link.applicationName === applicationName);
  return textOf(ours?.externalId, limits.id) || null;
}

/** Reads a task. Null if it has no id. */
export function readTodoTask(value: unknown): TodoTask | null {
  const task = objectOf(value);
  const { id, body, linkedResources } = task;
  if (typeof id !== 'string' || id === '' || id.length > limits.id) return null;
  const { content, contentType } = objectOf(body);
  return {
    id,
    etag: textOf(task['@odata.etag'], limits.id),
    title: textOf(task.title, limits.title),
    body: { content: textOf(content, limits.body), contentType: textOf(contentType, limits.word) || 'text' },
    status: textOf(task.status, limits.word) || 'notStarted',
    importance: textOf(task.importance, limits.word) || 'normal',
    dueDateTime: timeOf(task.dueDateTime),
    completedDateTime: timeOf(task.completedDateTime),
    recurrence: recurrenceOf(task.recurrence),
    linkedTo: linkedResources === undefined ? undefined : linkOf(linkedResources),
  };
}

/** Reads a list. Null if it has no id. */
export function readTodoList(value: unknown): TodoList | null {
  const { id, displayName, wellknownListName, isShared } = objectOf(value);
  if (typeof id !== 'string' || id === '' || id.length > limits.id) return null;
  return {
    id,
    name: textOf(displayName, 300),
    kind: textOf(wellknownListName, limits.word) || 'none',
    isShared: isShared === true,
  };
}

/** What of a task of To Do is synced, without all else. */
export const fieldsOfTodo = ({ title, body, status, importance, dueDateTime }: TodoFields): TodoFields => ({
  title,
  body,
  status,
  importance,
  dueDateTime,
});
