import { grouped } from '../../platform/text/english.ts';
import { unlessGone } from '../provider-error.ts';
import { GraphError } from './errors.ts';
import { type GetFromGraph, pagesFrom, valuesOf, withoutEnd } from './pages.ts';
import { readSince } from './restarts.ts';
import { readTodoList, readTodoTask, type TodoList, type TodoTask } from './todo.ts';

/* Reading the lists and tasks of To Do. */

/** What a round of pages has of a list. */
export interface TaskRound {
  /** The tasks that were created or changed, each as it was last received. */
  tasks: Map<string, TodoTask>;
  /** The ids of known tasks that were removed, or moved to another list. */
  removed: Set<string>;
  /** The number of values that are no tasks. */
  unreadable: number;
  /** Where the next round starts. */
  deltaLink: string;
  /** Whether all tasks were received, so that those that were not are gone. */
  isWhole: boolean;
}

const prefer = ['odata.maxpagesize=100'];
const listPath = (listId: string) => `/v1.0/me/todo/lists/${encodeURIComponent(listId)}`;
const pathOf = (listId: string, taskId?: string) =>
  `${listPath(listId)}/tasks${taskId === undefined ? '' : `/${encodeURIComponent(taskId)}`}`;

/** The paths of what is written. */
export const todoPaths = {
  tasks: (listId: string) => pathOf(listId),
  task: (listId: string, taskId: string) => pathOf(listId, taskId),
  links: (listId: string, taskId: string) => `${pathOf(listId, taskId)}/linkedResources`,
};

/**
 * Reads the lists. One that is received twice is one, as it was last received.
 * @param max the maximum number of lists
 * @throws GraphError if they cannot be read, or there are more
 */
export async function readTodoLists(get: GetFromGraph, max: number): Promise<TodoList[]> {
  const lists = new Map<string, TodoList>();
  for await (const page of pagesFrom(get, '/v1.0/me/todo/lists', prefer))
    for (const value of valuesOf(page)) {
      const list = readTodoList(value);
      if (list) lists.set(list.id, list);
      if (lists.size > max) throw new GraphError(`To Do has more than ${max} lists.`);
    }
  return [...lists.values()];
}

/** Reads one list. Null if it is gone. @throws GraphError likewise */
export async function readOneList(get: GetFromGraph, listId: string): Promise<TodoList | null> {
  const found = await unlessGone(get(listPath(listId), []));
  return found && readTodoList(found);
}

/** What one sync may read of tasks, in characters of JSON. It becomes less with each. */
export interface TaskRoom {
  size: number;
}

/** How the tasks of a list are read. */
interface TaskReading {
  /** The maximum number of tasks. */
  max: number;
  room: TaskRoom;
  /** Whether a task is known by its id. The removals of others are ignored. */
  isKnown: (id: string) => boolean;
}

/**
 * Reads what has changed in a list since a link, or all of it without one, or if the link cannot be followed to its end.
 * @throws GraphError if it cannot be read, or if there is no room
 */
export const readTaskRound = (
  get: GetFromGraph,
  listId: string,
  link: string | null,
  reading: TaskReading,
): Promise<TaskRound> => readSince(link, `${pathOf(listId)}/delta`, (start) => readTasks(get, start, reading));

async function readTasks(
  get: GetFromGraph,
  start: string,
  { max, room, isKnown }: TaskReading,
): Promise<Omit<TaskRound, 'isWhole'>> {
  const round = { tasks: new Map<string, TodoTask>(), removed: new Set<string>(), deltaLink: '', unreadable: 0 };
  for await (const page of pagesFrom(get, start, prefer)) {
    for (const value of valuesOf(page)) {
      const task = readTodoTask(value);
      if (!task) {
        round.unreadable += 1;
        continue;
      }
      const isRemoved = value['@removed'] !== undefined;
      round.tasks.delete(task.id);
      round.removed.delete(task.id);
      if (isRemoved && isKnown(task.id)) round.removed.add(task.id);
      if (isRemoved) continue;
      round.tasks.set(task.id, task);
      room.size -= JSON.stringify(task).length;
      if (round.tasks.size > max)
        throw new GraphError(`The list has more than ${grouped(max)} tasks to be read at once.`);
      if (room.size < 0) throw new GraphError('The lists have more text than is read at once.');
    }
    const link = page['@odata.deltaLink'];
    if (typeof link === 'string') round.deltaLink = link;
  }
  if (round.deltaLink === '') throw withoutEnd();
  return round;
}

/** Reads one task with its links. Null if the list does not have it. @throws GraphError likewise */
export async function readOneTask(get: GetFromGraph, listId: string, taskId: string): Promise<TodoTask | null> {
  const found = await unlessGone(get(`${pathOf(listId, taskId)}?$expand=linkedResources`, []));
  return found && readTodoTask(found);
}

/** Reads which of some tasks of a list are linked to one of Waymark, and to which: by the id of each. @throws GraphError likewise */
export async function readLinks(
  get: GetFromGraph,
  listId: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, string | null>> {
  const links = new Map<string, string | null>();
  for await (const page of pagesFrom(get, `${pathOf(listId)}?$expand=linkedResources`, prefer))
    for (const value of valuesOf(page)) {
      const task = readTodoTask(value);
      if (task && ids.has(task.id)) links.set(task.id, task.linkedTo ?? null);
    }
  return links;
}
