import { unlessGone } from '../provider-error.ts';
import { GraphError } from './errors.ts';
import { type GetFromGraph, pagesFrom, valuesOf } from './pages.ts';
import { readSince } from './restarts.ts';
import { readTodoList, readTodoTask, type TodoList, type TodoTask } from './todo.ts';

/* Reading the lists and tasks of To Do. */

/** What a round of pages has told of a list. */
export interface TaskRound {
  /** The tasks that were created or changed, each as it was told last. */
  tasks: Map<string, TodoTask>;
  /** The ids of tasks that were removed, or moved to another list. */
  removed: Set<string>;
  /** Where the next round starts. */
  deltaLink: string;
  /** Whether all tasks were told, so that those that were not are gone. */
  isWhole: boolean;
}

const prefer = ['odata.maxpagesize=100'];
const pathOf = (listId: string, taskId?: string) =>
  `/v1.0/me/todo/lists/${encodeURIComponent(listId)}/tasks${taskId === undefined ? '' : `/${encodeURIComponent(taskId)}`}`;

/** The paths of what is written. */
export const todoPaths = {
  tasks: (listId: string) => pathOf(listId),
  task: (listId: string, taskId: string) => pathOf(listId, taskId),
  links: (listId: string, taskId: string) => `${pathOf(listId, taskId)}/linkedResources`,
};

/**
 * Reads the lists.
 * @param max the maximum number of lists
 * @throws GraphError if they cannot be read, or there are more
 */
export async function readTodoLists(get: GetFromGraph, max: number): Promise<TodoList[]> {
  const lists: TodoList[] = [];
  for await (const page of pagesFrom(get, '/v1.0/me/todo/lists', prefer)) {
    lists.push(...valuesOf(page).flatMap((value) => readTodoList(value) ?? []));
    if (lists.length > max) throw new GraphError(`To Do has more than ${max} lists.`);
  }
  return lists;
}

/**
 * Reads what has changed in a list since a link, or all of it without one, or if Graph has lost the state of the link.
 * @param max the maximum number of tasks
 * @throws GraphError if it cannot be read
 */
export const readTaskRound = (
  get: GetFromGraph,
  listId: string,
  link: string | null,
  max: number,
): Promise<TaskRound> => readSince(link, `${pathOf(listId)}/delta`, (start) => readTasks(get, start, max));

async function readTasks(get: GetFromGraph, start: string, max: number): Promise<Omit<TaskRound, 'isWhole'>> {
  const round = { tasks: new Map<string, TodoTask>(), removed: new Set<string>(), deltaLink: '' };
  for await (const page of pagesFrom(get, start, prefer)) {
    for (const value of valuesOf(page)) {
      const task = readTodoTask(value);
      if (!task) continue;
      const isRemoved = value['@removed'] !== undefined;
      round.tasks.delete(task.id);
      round.removed.delete(task.id);
      if (isRemoved) round.removed.add(task.id);
      else round.tasks.set(task.id, task);
    }
    if (round.tasks.size > max)
      throw new GraphError(`The list has more than ${max.toLocaleString('en')} tasks to be read at once.`);
    const link = page['@odata.deltaLink'];
    if (typeof link === 'string') round.deltaLink = link;
  }
  if (round.deltaLink === '') throw new GraphError('Microsoft Graph ended without a link for the next sync.');
  return round;
}

/** Reads one task with its links. Null if the list does not have it. @throws GraphError likewise */
export async function readOneTask(get: GetFromGraph, listId: string, taskId: string): Promise<TodoTask | null> {
  const found = await unlessGone(get(`${pathOf(listId, taskId)}?$expand=linkedResources`, []));
  return found && readTodoTask(found);
}

/** Reads which tasks of a list are linked to one of Waymark, and to which: by the id of each. @throws GraphError likewise */
export async function readLinks(get: GetFromGraph, listId: string): Promise<Map<string, string | null>> {
  const links = new Map<string, string | null>();
  for await (const page of pagesFrom(get, `${pathOf(listId)}?$expand=linkedResources`, prefer))
    for (const value of valuesOf(page)) {
      const task = readTodoTask(value);
      if (task) links.set(task.id, task.linkedTo ?? null);
    }
  return links;
}
