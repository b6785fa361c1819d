import type { GetFromGraph } from '../../../integrations/graph/pages.ts';
import type { TodoList } from '../../../integrations/graph/todo.ts';
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
import type { ToldTask } from '../todo-items/todo-items.rules.ts';
import { isReconcileDue, maxLists, maxTasks } from '../todo-lists/todo-lists.rules.ts';
import { manyLinks, maxText } from './todo.rules.ts';

type List = Row<'todoList'>;

/** What a sync has read of To Do. */
export interface TodoRound {
  /** All lists of the account. */
  lists: TodoList[];
  /** The tasks that were created or changed in the synced lists, by their ids. */
  told: Map<string, ToldTask>;
  /** The ids of tasks that To Do no longer has under them. */
  gone: Set<string>;
  /** Where the next round of each synced list starts, by the id of its record, and whether all of it was read. */
  links: Map<string, { deltaLink: string; isWhole: boolean }>;
  /** The number of tasks that cannot be read, by the name of their list. */
  unreadable: Map<string, number>;
}

/** A task that is known, as far as reading needs it. */
type Known = Pick<Row<'todoItem'>, 'itemId' | 'todoListId'>;

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
    told: new Map(),
    gone: new Set(),
    links: new Map(),
    unreadable: new Map(),
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
    for (const task of part.tasks.values()) round.told.set(task.id, { task, todoListId: list.id });
    for (const id of part.removed) removed.add(id);
    if (part.isWhole) for (const id of missing(list, part, known)) removed.add(id);
    round.links.set(list.id, { deltaLink: part.deltaLink, isWhole: part.isWhole });
  }
  const listOf = new Map(read.map((list) => [list.id, list]));
  for (const id of removed) {
    const list = listOf.get(byItem.get(id)?.todoListId ?? '');
    if (!list || round.told.has(id)) continue;
    const task = await readOneTask(get, list.listId, id);
    if (task) round.told.set(id, { task, todoListId: list.id });
    else round.gone.add(id);
  }
  return round;
}

/** All lists. Of those that are known, each that was not told is asked for. */
async function allLists(get: GetFromGraph, known: readonly List[]): Promise<TodoList[]> {
  const told = await readTodoLists(get, maxLists);
  const there = new Set(told.map(({ id }) => id));
  for (const { listId } of known) {
    const list = there.has(listId) ? null : await readOneList(get, listId);
    if (list && list.id === listId) told.push(list);
  }
  return told;
}

/** The known tasks of a list that was read as a whole and does not have them. */
const missing = ({ id }: List, { tasks }: TaskRound, known: readonly Known[]): string[] =>
  known.flatMap(({ itemId, todoListId }) =>
    itemId !== null && todoListId === id && !tasks.has(itemId) ? [itemId] : [],
  );

/** Adds to new tasks which task of Waymark they are linked to, where it was not told. */
async function addLinks(get: GetFromGraph, { listId }: List, { tasks }: TaskRound, isNew: (id: string) => boolean) {
  const untold = [...tasks.values()].filter(({ id, linkedTo }) => linkedTo === undefined && isNew(id));
  if (untold.length === 0) return;
  if (untold.length >= manyLinks) {
    const links = await readLinks(get, listId, new Set(untold.map(({ id }) => id)));
    for (const task of untold) task.linkedTo = links.get(task.id) ?? null;
    return;
  }
  for (const { id } of untold) {
    const task = await readOneTask(get, listId, id);
    if (task) tasks.set(id, { ...task, linkedTo: task.linkedTo ?? null });
    else tasks.delete(id);
  }
}
