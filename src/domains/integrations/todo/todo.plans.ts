import type { TodoFields } from '../../../integrations/graph/todo.ts';
import { agree, oursOf, type SyncedTask, theirsOf, todoFields } from '../../../integrations/graph/todo-fields.ts';
import type { RemoteTask } from '../todo-items/todo-items.rules.ts';

/* Which tasks of To Do are which tasks here. */

/** A task that is synced, as far as it takes to know it again. */
export interface KnownItem {
  readonly id: string;
  readonly itemId: string | null;
  readonly taskId: string | null;
}

/** What of a round is about which task. */
export interface Matches {
  /** What To Do has of known tasks, by the id of their records. */
  readonly remote: Map<string, RemoteTask>;
  /** Tasks of To Do that are linked to a task here that is not known to be synced, by the id of that. */
  readonly linked: Map<string, RemoteTask>;
  /** Tasks of To Do that are new. */
  readonly fresh: RemoteTask[];
}

/**
 * Matches what was read of To Do: by the ids of its tasks, and where these are not known, by the links that Waymark has set. A task has
 * another id once it has moved to another list, and after the response to its creation was lost.
 * @param gone the ids that To Do does not have any more
 * @param strangers the ids of tasks of To Do that are other ones than those that their links name
 */
export function matchTasks(
  known: readonly KnownItem[],
  remote: ReadonlyMap<string, RemoteTask>,
  gone: ReadonlySet<string>,
  strangers: ReadonlySet<string>,
): Matches {
  const byItem = new Map(known.map((one) => [one.itemId, one]));
  const byTask = new Map(known.map((one) => [one.taskId, one]));
  const matches: Matches = { remote: new Map(), linked: new Map(), fresh: [] };
  const linked: RemoteTask[] = [];
  for (const one of remote.values()) {
    const item = byItem.get(one.task.id);
    if (item) matches.remote.set(item.id, one);
    else linked.push(one);
  }
  for (const one of linked) {
    const taskId = one.task.linkedTo ?? null;
    const item = taskId === null ? undefined : byTask.get(taskId);
    const isFree = item && !matches.remote.has(item.id) && (item.itemId === null || gone.has(item.itemId));
    if (isFree && !strangers.has(one.task.id)) matches.remote.set(item.id, one);
    else if (taskId !== null && !item && !matches.linked.has(taskId)) matches.linked.set(taskId, one);
    else matches.fresh.push(one);
  }
  return matches;
}

/**
 * Whether both sides say the same. A task that both have deleted is known again by its link only then: what To Do makes of the occurrences
 * of a task may have the links of that, and would be written over one that is in the trash.
 */
export const isEqual = (task: SyncedTask, theirs: TodoFields, timeZone: string): boolean =>
  todoFields.every((field) => agree(field, oursOf(task, field), theirsOf(theirs, field), timeZone));
