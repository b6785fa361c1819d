import { jsonId, jsonObject, jsonText } from '../json-values.ts';
import { type GraphRecurrence, type GraphTime, readRecurrence, readTime } from './times.ts';

/* Lists and tasks of Microsoft To Do as Microsoft Graph writes them (the resources `todoTaskList` and `todoTask` of v1.0). */

/** The name under which Waymark links a task to one of its own (the resource `linkedResource`). */
export const applicationName = 'Waymark';

/** What of a task of To Do is synced. */
export interface TodoFields {
  title: string;
  body: { content: string; contentType: string };
  /** notStarted, inProgress, completed, waitingOnOthers or deferred. One that is not known yet counts as notStarted. */
  status: string;
  /** low, normal or high. One that is not known yet counts as normal. */
  importance: string;
  /** Midnight of the due date, in a zone that may not be given. Null if it has no due date. */
  dueDateTime: GraphTime | null;
}

/** A task of To Do. */
export interface TodoTask extends TodoFields {
  id: string;
  /** The version. Empty if it was not given. */
  etag: string;
  /** When it was completed: a day, without a time. Null if it is not. */
  completedDateTime: GraphTime | null;
  /** How it repeats. Null if it does not. */
  recurrence: GraphRecurrence | null;
  /** The id of the task of Waymark that it is linked to. Null if it is to none, undefined if its links were not given. */
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

const limits = { id: 500, title: 1_000, body: 100_000 };

const statuses = ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'] as const;
const importances = ['low', 'normal', 'high'] as const;

/** A version, if it can be sent back in a header. Empty if not. */
const etagOf = (value: unknown): string =>
  typeof value === 'string' && value.length <= limits.id && /^[\x21-\x7e]*$/.test(value) ? value : '';

/** The id of the task of Waymark that the links of a task name. Null if none does. */
export function linkOf(links: unknown): string | null {
  if (!Array.isArray(links)) return null;
  // The last one, of several: the task may have been made anew.
  const ours = links.map(jsonObject).findLast((link) => link.applicationName === applicationName);
  return jsonText(ours?.externalId, limits.id) || null;
}

/** Reads a task. Null if it has no id. */
export function readTodoTask(value: unknown): TodoTask | null {
  const task = jsonObject(value);
  const { body, linkedResources } = task;
  const id = jsonId(task.id, limits.id);
  if (id === null) return null;
  const { content, contentType } = jsonObject(body);
  return {
    id,
    etag: etagOf(task['@odata.etag']),
    title: jsonText(task.title, limits.title),
    body: { content: jsonText(content, limits.body), contentType: jsonText(contentType, 50) || 'text' },
    status: statuses.find((one) => one === task.status) ?? 'notStarted',
    importance: importances.find((one) => one === task.importance) ?? 'normal',
    dueDateTime: readTime(task.dueDateTime),
    completedDateTime: readTime(task.completedDateTime),
    recurrence: readRecurrence(task.recurrence),
    linkedTo: linkedResources === undefined ? undefined : linkOf(linkedResources),
  };
}

/** Reads a list. Null if it has no id. */
export function readTodoList(value: unknown): TodoList | null {
  const { id: givenId, displayName, wellknownListName, isShared } = jsonObject(value);
  const id = jsonId(givenId, limits.id);
  if (id === null) return null;
  return {
    id,
    name: jsonText(displayName, 300),
    kind: jsonText(wellknownListName, 50) || 'none',
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
