import type { SendToGraph } from '../../../integrations/graph/client.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import { applicationName, readTodoTask, type TodoTask } from '../../../integrations/graph/todo.ts';
import { type SyncedTask, type TodoField, todoFrom } from '../../../integrations/graph/todo-fields.ts';
import { todoPaths } from '../../../integrations/graph/todo-tasks.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { agreed, baseOf, columnsOf, forgotten, merge, type Push, storedOf } from '../todo-items/todo-items.rules.ts';
import { afterRefusal, isAboutTheTask } from './todo-pushes.rules.ts';

type Item = Row<'todoItem'> & { task: Row<'task'> | null; todoList: Row<'todoList'> };

/**
 * What became of something that was sent. STALE: To Do has another version than the one that was read last. REFUSED: To Do does not
 * take it, and it is tried again later.
 */
export type Pushed = 'DONE' | 'STALE' | 'REFUSED';

/**
 * Sends to To Do what is to be sent of one task, and writes what came back, as a base for what follows.
 * @throws GraphError if To Do cannot be asked now, or asks to wait: then everything waits
 */
export async function push(ctx: ViewerContext, send: SendToGraph, { itemId, kind }: Push): Promise<Pushed> {
  const include = { task: true, todoList: true };
  const item = await ctx.db.todoItem.findUnique({ where: { id: itemId }, include });
  if (!item || (item.nextPushAt !== null && item.nextPushAt > ctx.app.clock.now())) return 'DONE';
  try {
    await pushes[kind](ctx, send, item);
    return 'DONE';
  } catch (error) {
    if (!(error instanceof GraphError) || !isAboutTheTask(error)) throw error;
    if (error.status === 412 || error.status === 404) return 'STALE';
    await save(ctx, item, afterRefusal(item, error.message, ctx.app.clock.now()));
    return 'REFUSED';
  }
}

/** Whether a task is there still: it may have been moved to the trash, or out of it, since it was decided what to send. */
const isActive = (task: Row<'task'> | null): task is Row<'task'> => task !== null && task.trashedAt === null;

type PushOne = (ctx: ViewerContext, send: SendToGraph, item: Item) => Promise<void>;

const pushes: Record<Push['kind'], PushOne> = {
  async CREATE(ctx, send, item) {
    const { task, todoList } = item;
    if (!isActive(task)) return;
    const values = todoFrom(task);
    // Should the response be lost, the task is known again by its link, and this is what both sides were.
    await save(ctx, item, { base: JSON.stringify(agreed({}, task, { ...values } as never)) });
    const json = { ...values, linkedResources: [linkTo(ctx, task)] };
    const created = await send({ method: 'POST', path: todoPaths.tasks(todoList.listId), json });
    const told = readTodoTask(created);
    if (!told) throw new GraphError('Microsoft Graph did not say what it has created.');
    await save(ctx, item, { ...known(ctx, told, task), itemId: told.id, isLinked: true });
  },
  async UPDATE(ctx, send, item) {
    const { task, todoList, itemId } = item;
    const theirs = storedOf(item);
    if (!isActive(task) || !theirs || itemId === null) return;
    const base = baseOf(item);
    const { push: fields } = merge(base, task, theirs, ctx.calendar.timeZone);
    if (fields.length === 0) return;
    const path = todoPaths.task(todoList.listId, itemId);
    const changed = await send({ method: 'PATCH', path, json: todoFrom(task, fields), ifMatch: item.etag });
    const told = readTodoTask(changed);
    if (!told) throw new GraphError('Microsoft Graph did not say what it has changed.');
    await save(ctx, item, known(ctx, told, task, { base, fields }));
  },
  async DELETE(ctx, send, item) {
    const { task, todoList, itemId } = item;
    if (isActive(task) || itemId === null) return;
    await send({ method: 'DELETE', path: todoPaths.task(todoList.listId, itemId), ifMatch: item.etag });
    await save(ctx, item, { ...forgotten, ...sent });
  },
  async LINK(ctx, send, item) {
    const { task, todoList, itemId } = item;
    if (!task || itemId === null) return;
    await send({ method: 'POST', path: todoPaths.links(todoList.listId, itemId), json: linkTo(ctx, task) });
    await save(ctx, item, { isLinked: true });
  },
};

/** What links a task of To Do to one of Waymark. */
const linkTo = ({ app }: ViewerContext, { id }: Row<'task'>) => ({
  applicationName,
  displayName: applicationName,
  externalId: id,
  webUrl: app.config.publicUrl,
});

const sent = { isPending: false, failureCount: 0, nextPushAt: null, problem: null };

/** The columns of a task after To Do has taken some fields of it. */
function known(
  ctx: ViewerContext,
  told: TodoTask,
  task: SyncedTask,
  { base, fields }: { base: ReturnType<typeof baseOf>; fields?: readonly TodoField[] } = { base: {} },
): UpdateData<'todoItem'> {
  const columns = columnsOf(told, ctx.calendar.timeZone);
  return { ...columns, ...sent, base: JSON.stringify(agreed(base, task, told, fields)) };
}

async function save(ctx: ViewerContext, { id }: Item, changes: UpdateData<'todoItem'>): Promise<void> {
  await transaction(ctx, 'pushTask', (tx) => tx.write.todoItem.update({ id }, changes));
}
