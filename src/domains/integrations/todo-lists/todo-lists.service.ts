import type { TodoList } from '../../../integrations/graph/todo.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { orNotFound, requireReferences } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import type { Target } from '../todo-items/todo-items.rules.ts';
import { visibleTo } from './todo-lists.access.ts';
import { updateTodoListInput } from './todo-lists.rules.ts';

type List = Row<'todoList'>;
type Integration = Row<'integration'>;
type Tx = Transaction<ViewerContext>;

/** One of the viewer's lists. Null if there is none. */
export const getTodoList = getService({ model: 'todoList', visibleTo });

/** The lists of each of the viewer's integrations, the oldest first. */
export async function todoListsOf(ctx: ViewerContext, integrationIds: readonly string[]): Promise<List[][]> {
  const lists = await ctx.db.todoList.findMany({
    where: { ...visibleTo(ctx.viewer), integrationId: { in: [...integrationIds] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const byIntegration = Map.groupBy(lists, ({ integrationId }) => integrationId);
  return integrationIds.map((id) => byIntegration.get(id) ?? []);
}

const references = { labelId: 'label', goalId: 'goal' } as const;

/**
 * Chooses whether the tasks of a list are synced, and what its new tasks get. They are synced soon. A list that is synced no more
 * leaves all tasks where they are.
 * @throws NotFoundError if there is no such list, label or goal; InvalidInputError if one of these is in the trash
 */
export async function updateTodoList(ctx: ViewerContext, input: InputOf<typeof updateTodoListInput>): Promise<List> {
  const { id, isSynced, ...target } = parseInput(ctx, updateTodoListInput, input);
  return transaction(ctx, 'updateTodoList', async (tx) => {
    const before = orNotFound(await getTodoList(tx, id), 'id');
    await requireReferences(tx, references, target, before);
    const isStarted = isSynced === true && !before.isSynced;
    const isEnded = isSynced === false && before.isSynced;
    if (isEnded) await tx.write.todoItem.delete({ todoListId: id });
    const [list] = await tx.write.todoList.update(
      { id },
      {
        ...target,
        ...(isSynced !== undefined && { isSynced }),
        ...((isStarted || isEnded) && { deltaLink: null, reconciledAt: null }),
        ...(isStarted && { syncedSince: tx.calendar.today }),
      },
    );
    await tx.write.todoCursor.update({ integrationId: before.integrationId }, { isDue: true });
    return list as List;
  });
}

/** What was read of the lists of To Do, and how far the tasks of the synced ones were read, by the ids of their records. */
interface RemoteLists {
  lists: readonly TodoList[];
  links: ReadonlyMap<string, { deltaLink: string; isWhole: boolean }>;
}

/** Keeps the lists of an integration up to date, and how far they were read. @returns those that are synced */
export async function keepLists(
  tx: Tx,
  { id: integrationId, accountId }: Integration,
  remote: RemoteLists,
): Promise<List[]> {
  const stored = await tx.db.todoList.findMany({ where: { integrationId } });
  const byId = new Map(stored.map((list) => [list.listId, list]));
  // The tasks of this one are emails.
  const lists = remote.lists.filter(({ kind }) => kind !== 'flaggedEmails');
  const there = new Set(lists.map(({ id }) => id));
  for (const { id: listId, name, isShared } of lists) {
    const known = byId.get(listId);
    const link = known && remote.links.get(known.id);
    const read = link && { deltaLink: link.deltaLink, ...(link.isWhole && { reconciledAt: tx.calendar.now }) };
    if (known) await tx.write.todoList.update({ id: known.id }, { name, isShared, ...read });
    else await tx.write.todoList.create({ integrationId, accountId, listId, name, isShared });
  }
  // The tasks of a deleted list stay here, and are synced no more.
  for (const { id, listId } of stored) if (!there.has(listId)) await tx.write.todoList.delete({ id });
  const where = { integrationId, isSynced: true };
  return tx.db.todoList.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
}

/** The label and the goal that new tasks of each list get, unless they are in the trash. */
export async function targetsOf(tx: Tx, lists: readonly List[]): Promise<Map<string, Target>> {
  const idsOf = (key: 'labelId' | 'goalId') => lists.flatMap((list) => list[key] ?? []);
  const [labelIds, goalIds] = [idsOf('labelId'), idsOf('goalId')];
  const labels = await tx.db.label.findMany({ where: { AND: [ownedAmong(tx.viewer, labelIds), active('label')] } });
  const goals = await tx.db.goal.findMany({ where: { AND: [ownedAmong(tx.viewer, goalIds), active('goal')] } });
  const usable = new Set([...labels, ...goals].map(({ id }) => id));
  const ifUsable = (id: string | null) => (id !== null && usable.has(id) ? id : null);
  const targetOf = ({ labelId, goalId }: List) => ({ labelId: ifUsable(labelId), goalId: ifUsable(goalId) });
  return new Map(lists.map((list) => [list.id, targetOf(list)]));
}
