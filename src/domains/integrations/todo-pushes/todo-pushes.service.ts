import type { LinkedResource } from '@microsoft/microsoft-graph-types';
import type { SendToGraph } from '../../../integrations/graph/client.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import { applicationName, readTodoTask, type TodoTask } from '../../../integrations/graph/todo.ts';
import { midnightOf } from '../../../integrations/graph/todo-dates.ts';
import { type SyncedTask, type TodoField, todoFrom } from '../../../integrations/graph/todo-fields.ts';
import { todoPaths } from '../../../integrations/graph/todo-tasks.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { afterRefusal, isWaiting, nothingToPush } from '../syncs/syncs.rules.ts';
import { agreed, baseOf, columnsOf, forgotten, merge, type Push, storedOf } from '../todo-items/todo-items.rules.ts';
import { firstDay, wantedRecurrence } from '../todo-recurrences/todo-recurrences.rules.ts';
import { withFinished } from '../todo-series/todo-series.rules.ts';
import { isAboutTheTask } from './todo-pushes.rules.ts';

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
  if (!item || isWaiting(item, ctx.app.clock.now())) return 'DONE';
  try {
    await pushes[kind](ctx, send, item);
    // What To Do goes on to has to be read.
    return kind === 'FINISH' ? 'STALE' : 'DONE';
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
    const remote = readTodoTask(created);
    if (!remote) throw new GraphError('Microsoft Graph did not say what it has created.');
    await save(ctx, item, { ...known(ctx, remote, task), itemId: remote.id, isLinked: true });
  },
  async UPDATE(ctx, send, item) {
    const { task, todoList, itemId } = item;
    const theirs = storedOf(item);
    if (!isActive(task) || !theirs || itemId === null) return;
    const base = baseOf(item);
    const { push: fields } = merge(base, task, theirs, ctx.calendar.timeZone, item.repeats);
    const { wantedRule } = item;
    if (fields.length === 0 && wantedRule === null) return;
    const path = todoPaths.task(todoList.listId, itemId);
    const json = { ...todoFrom(task, fields), ...recurrenceOf(ctx, item, task) };
    const changed = await send({ method: 'PATCH', path, json, ifMatch: item.etag });
    const remote = readTodoTask(changed);
    if (!remote) throw new GraphError('Microsoft Graph did not say what it has changed.');
    await save(ctx, item, known(ctx, remote, task, { base, fields }));
    // Its owner may want another one meanwhile, which is sent next.
    await transaction(ctx, 'pushTask', (tx) =>
      tx.write.todoItem.update({ id: item.id, wantedRule }, { wantedRule: null }),
    );
  },
  REPEAT: (ctx, send, item) => pushes.UPDATE(ctx, send, item),
  /** Completes an occurrence. To Do makes a task of it, and the one that it was goes on to the next. */
  async FINISH(ctx, send, item) {
    const { task, todoList, itemId } = item;
    const theirs = storedOf(item);
    if (!isActive(task) || !theirs || itemId === null) return;
    const { push: fields } = merge(baseOf(item), task, theirs, ctx.calendar.timeZone, item.repeats);
    if (!fields.includes('STATUS')) return;
    // Should the response be lost, this tells that To Do has gone on.
    await save(ctx, item, { finished: withFinished(item, task, theirs) });
    const path = todoPaths.task(todoList.listId, itemId);
    await send({ method: 'PATCH', path, json: todoFrom(task, fields), ifMatch: item.etag });
  },
  async DELETE(ctx, send, item) {
    const { task, todoList, itemId } = item;
    if (isActive(task) || itemId === null) return;
    await send({ method: 'DELETE', path: todoPaths.task(todoList.listId, itemId), ifMatch: item.etag });
    await save(ctx, item, { ...forgotten, ...nothingToPush });
  },
  async LINK(ctx, send, item) {
    const { task, todoList, itemId } = item;
    if (!task || itemId === null) return;
    await send({ method: 'POST', path: todoPaths.links(todoList.listId, itemId), json: linkTo(ctx, task) });
    await save(ctx, item, { isLinked: true });
  },
};

/** What links a task of To Do to one of Waymark. */
const linkTo = ({ app }: ViewerContext, { id }: Row<'task'>): LinkedResource => ({
  applicationName,
  displayName: applicationName,
  externalId: id,
  webUrl: app.config.publicUrl,
});

/** How a task is to repeat at To Do, as far as that is to be sent: with its due date, which the recurrence goes by. */
function recurrenceOf({ calendar }: ViewerContext, { wantedRule }: Item, task: Row<'task'>) {
  if (wantedRule === null) return {};
  if (wantedRule === '') return { recurrence: null };
  const day = firstDay(wantedRule, task, calendar.today);
  return { recurrence: wantedRecurrence(wantedRule, day), dueDateTime: midnightOf(day) };
}

/** The columns of a task after To Do has taken some fields of it. */
function known(
  ctx: ViewerContext,
  remote: TodoTask,
  task: SyncedTask,
  { base, fields }: { base: ReturnType<typeof baseOf>; fields?: readonly TodoField[] } = { base: {} },
): UpdateData<'todoItem'> {
  const columns = columnsOf(remote, ctx.calendar.timeZone);
  return { ...columns, ...nothingToPush, base: JSON.stringify(agreed(base, task, remote, fields)) };
}

async function save(ctx: ViewerContext, { id }: Item, changes: UpdateData<'todoItem'>): Promise<void> {
  await transaction(ctx, 'pushTask', (tx) => tx.write.todoItem.update({ id }, changes));
}
