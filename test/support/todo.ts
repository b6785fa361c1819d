import type { FakeTodoAccount } from './fakes/graph/todo.ts';
import type { TodoValues } from './fakes/graph/todo-values.ts';
import { connectOutlook, type OutlookScene, outlookScene } from './integrations.ts';

/* Somebody whose To Do is synced, and the To Do of the fake. */

export interface TodoScene extends OutlookScene {
  todo: FakeTodoAccount;
  /** The integration. */
  id: string;
  /** The lists at To Do. */
  inbox: string;
  other: string;
  /** The label that the tasks of the inbox get. */
  labelId: string;
}

/** Ada's To Do: two lists, of which the first is synced with a label. The tasks of `fill` are there before the first sync. */
export async function todoScene(
  fill: (todo: FakeTodoAccount, lists: { inbox: string; other: string }) => void = () => {},
): Promise<TodoScene> {
  const scene = await outlookScene();
  const todo = scene.fake.todoOf('ada');
  const lists = { inbox: todo.addList('Tasks', 'defaultList'), other: todo.addList('Work') };
  todo.addList('Flagged Emails', 'flaggedEmails');
  fill(todo, lists);
  const { id } = await connectOutlook(scene, ['WRITE_TASKS']);
  await scene.app.worker.work();
  const { id: labelId } = await scene.owner.mutate('createLabel', { name: 'To Do' });
  const all = { ...scene, todo, id, labelId, ...lists };
  await choose(all, 'Tasks', { isSynced: true, labelId });
  await syncTodo(all);
  return all;
}

/** Chooses how a list is synced, by its name. */
export async function choose({ owner, id }: Pick<TodoScene, 'owner' | 'id'>, name: string, input: object) {
  const { todoLists } = (await owner.query(`{ integration(id: "${id}") { todoLists { id name } } }`)).integration;
  const list = todoLists.find((one: { name: string }) => one.name === name);
  return owner.mutate('updateTodoList', { id: list.id, ...input }, 'id isSynced');
}

/** Has To Do synced, some minutes later. @returns the sync */
export async function syncTodo({ app, owner, id }: Pick<TodoScene, 'app' | 'owner' | 'id'>, minutes = 1) {
  app.clock.advance(minutes * 60_000);
  await owner.mutate('syncIntegration', { id });
  await app.worker.work();
  return lastTodoSync({ owner, id });
}

/** The latest sync of To Do. */
export async function lastTodoSync({ owner, id }: Pick<TodoScene, 'owner' | 'id'>) {
  const fields = 'kind outcome problem createdCount updatedCount cancelledCount skippedCount warnings';
  const { syncRuns } = (await owner.query(`{ integration(id: "${id}") { syncRuns { nodes { ${fields} } } } }`))
    .integration;
  return syncRuns.nodes.find(({ kind }: { kind: string }) => kind === 'TODO');
}

export const taskFields =
  'id title description status priority dueOn trashedAt completedAt labels { name } goal { title }';

/** The tasks here, by title. */
export async function tasksHere({ owner }: Pick<TodoScene, 'owner'>, trashed = false) {
  const text = `{ tasks(first: 100, trashed: ${trashed}, orderBy: [{ field: TITLE }]) { nodes { ${taskFields} } } }`;
  return (await owner.query(text)).tasks.nodes;
}

/** The conflicts that are open. */
export async function conflictsOf({ owner }: Pick<TodoScene, 'owner'>) {
  const fields = 'id kind task { id title } fields { field base ours theirs } detectedAt resolution';
  const text = `{ syncConflicts(filter: { resolvedAt: { isNull: true } }) { nodes { ${fields} } } }`;
  return (await owner.query(text)).syncConflicts.nodes;
}

/** The titles of the tasks of a list at To Do, in order. */
export const titlesThere = ({ todo }: Pick<TodoScene, 'todo'>, listId: string): string[] =>
  todo
    .inList(listId)
    .map(({ title }) => title)
    .sort();

/** A due date as Outlook in Berlin writes it. */
export const dueInBerlin = (date: string): TodoValues['due'] => ({
  dateTime: `${new Date(Date.parse(`${date}T00:00:00Z`) - 3_600_000).toISOString().slice(0, 19)}.0000000`,
  timeZone: 'UTC',
});
