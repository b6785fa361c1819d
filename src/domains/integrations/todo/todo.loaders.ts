import type { GetFromGraph } from '../../../integrations/graph/pages.ts';
import { fieldsOfTodo, type TodoList, type TodoTask } from '../../../integrations/graph/todo.ts';
import { isSame } from '../../../integrations/graph/todo-fields.ts';
import {
  readLinks,
  readOneList,
  readOneTask,
  readTaskRound,
  readTodoLists,
  type TaskRoom,
  type TaskRound,
} from '../../../integrations/graph/todo-tasks.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { RemoteTask } from '../todo-items/todo-items.rules.ts';
import { isReconcileDue, maxLists, maxTasks } from '../todo-lists/todo-lists.rules.ts';
import { manyLinks, maxText } from './todo.rules.ts';

type List = Row<'todoList'>;

/** What a sync has read of To Do. */
export interface TodoRound {
  /** All lists of the account. */
  lists: TodoList[];
  /** The tasks that were created or changed in the synced lists, by their ids. */
  remote: Map<string, RemoteTask>;
  /** The ids of tasks that To Do no longer has under them. */
  gone: Set<string>;
  /** Where the next round of each synced list starts, by the id of its record, and whether all of it was read. */
  links: Map<string, { deltaLink: string; isWhole: boolean }>;
  /** The number of tasks that cannot be read, by the name of their list. */
  unreadable: Map<string, number>;
  /** The titles of tasks that are left out, as each is the same as another one with the same link. */
  copies: string[];
}

/** A task that is known, as far as reading needs it. */
type Known = Pick<Row<'todoItem'>, 'itemId' | 'taskId' | 'todoListId'>;

/**
 * Reads what has changed in the synced lists. Nothing counts as gone until To Do says so of itself, not even a list.
 * @throws GraphError if it cannot be read
 */
export async function readTodo(
  get: GetFromGraph,
  now: Date,
  { lists, known }: { lists: readonly List[]; known: readonly Known[] },
): Promise<TodoRound> {
  const round: TodoRound = {
    lists: await allLists(get, lists),
    remote: new Map(),
    gone: new Set(),
    links: new Map(),
    unreadable: new Map(),
    copies: [],
  };
  const room: TaskRoom = { size: maxText };
  const there = new Set(round.lists.map(({ id }) => id));
  const read = lists.filter(({ isSynced, listId }) => isSynced && there.has(listId));
  const byItem = new Map(known.map((one) => [one.itemId, one]));
  const removed = new Set<string>();
  for (const list of read) {
    const { deltaLink } = list;
    const reading = { max: maxTasks, room, isKnown: (id: string) => byItem.has(id) };
    const part = await readTaskRound(get, list.listId, isReconcileDue(list, now) ? null : deltaLink, reading);
    if (part.unreadable > 0) round.unreadable.set(list.name, part.unreadable);
    await addLinks(get, list, part, (id) => !byItem.has(id));
    for (const task of part.tasks.values()) round.remote.set(task.id, { task, todoListId: list.id });
    for (const id of part.removed) removed.add(id);
    if (part.isWhole) for (const id of missing(list, part, known)) removed.add(id);
    round.links.set(list.id, { deltaLink: part.deltaLink, isWhole: part.isWhole });
  }
  const listOf = new Map(read.map((list) => [list.id, list]));
  for (const id of removed) {
    const list = listOf.get(byItem.get(id)?.todoListId ?? '');
    if (!list || round.remote.has(id)) continue;
    const task = await readOneTask(get, list.listId, id);
    if (task) round.remote.set(id, { task, todoListId: list.id });
    else round.gone.add(id);
  }
  await leaveOutCopies(get, round, known, listOf);
  return round;
}

/**
 * Leaves out open tasks that are linked to the same task here as another one, and are the same as that one: Waymark was asked to create
 * it twice, as by a server that went on after its time, or somebody has copied it. The one that is known counts, or else the first. Once
 * it differs, such a task is one of its own.
 */
async function leaveOutCopies(
  get: GetFromGraph,
  { remote, gone, copies }: TodoRound,
  known: readonly Known[],
  listOf: ReadonlyMap<string, List>,
): Promise<void> {
  const byTask = new Map(known.map((one) => [one.taskId, one]));
  const firsts = new Map<string, TodoTask>();
  for (const { task } of [...remote.values()]) {
    const { id, linkedTo } = task;
    if (!linkedTo || task.status === 'completed') continue;
    const { itemId = null, todoListId = '' } = byTask.get(linkedTo) ?? {};
    const list = listOf.get(todoListId);
    if (!firsts.has(linkedTo) && itemId !== null && list && !gone.has(itemId)) {
      const first = remote.get(itemId)?.task ?? (await readOneTask(get, list.listId, itemId));
      if (first) firsts.set(linkedTo, first);
      // It was moved, which is not known yet.
      else gone.add(itemId);
    }
    const first = firsts.get(linkedTo) ?? task;
    firsts.set(linkedTo, first);
    if (first.id === id || !isSame(fieldsOfTodo(first), fieldsOfTodo(task))) continue;
    remote.delete(id);
    copies.push(task.title);
  }
}

/** All lists. Of those that are known, each that is missing is asked for. */
async function allLists(get: GetFromGraph, known: readonly List[]): Promise<TodoList[]> {
  const remote = await readTodoLists(get, maxLists);
  const there = new Set(remote.map(({ id }) => id));
  for (const { listId } of known) {
    const list = there.has(listId) ? null : await readOneList(get, listId);
    if (list && list.id === listId) remote.push(list);
  }
  return remote;
}

/** The known tasks of a list that was read as a whole and does not have them. */
const missing = ({ id }: List, { tasks }: TaskRound, known: readonly Known[]): string[] =>
  known.flatMap(({ itemId, todoListId }) =>
    itemId !== null && todoListId === id && !tasks.has(itemId) ? [itemId] : [],
  );

/** Adds to new tasks which task of Waymark they are linked to, where the response did not say so. */
async function addLinks(get: GetFromGraph, { listId }: List, { tasks }: TaskRound, isNew: (id: string) => boolean) {
  const withUnknownLink = [...tasks.values()].filter(({ id, linkedTo }) => linkedTo === undefined && isNew(id));
  if (withUnknownLink.length === 0) return;
  if (withUnknownLink.length >= manyLinks) {
    const links = await readLinks(get, listId, new Set(withUnknownLink.map(({ id }) => id)));
    for (const task of withUnknownLink) task.linkedTo = links.get(task.id) ?? null;
    return;
  }
  for (const { id } of withUnknownLink) {
    const task = await readOneTask(get, listId, id);
    if (task) tasks.set(id, { ...task, linkedTo: task.linkedTo ?? null });
    else tasks.delete(id);
  }
}
