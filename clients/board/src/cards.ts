import type { MadeVersions } from '../../kit/outbox-versions.ts';
import { type SeenTask, type Status, statuses, type Task, type TaskEdit } from './tasks.ts';

/** A task as the board shows it. */
export interface Card extends SeenTask {
  /** Whether it has edits that the server does not have yet. */
  readonly isPending: boolean;
}

/** The tasks of a column, as far as they are loaded, and how many there are. */
export interface Tasks {
  readonly tasks: readonly Task[];
  readonly totalCount: number;
}

export interface Cards {
  cards: Card[];
  totalCount: number;
}

/**
 * Without the texts that are done, and that the lists have: they must not hide what was changed elsewhere since. Moves stay until all lists
 * have come: a cache may know a version of a task before its lists know where it belongs.
 */
function withoutSettledTexts(
  lists: Record<Status, Tasks>,
  edits: readonly TaskEdit[],
  waiting: readonly TaskEdit[],
  made: MadeVersions,
): readonly TaskEdit[] {
  const covered = new Set<string>();
  const isSettled = (edit: TaskEdit) => {
    if (waiting.includes(edit)) return false;
    const own = made[edit.id];
    const versions = statuses.flatMap((status) =>
      lists[status].tasks.filter(({ id }) => id === edit.nodeId).map(({ version }) => version),
    );
    // Those before it were done before it.
    if (own && 'to' in own && versions.length > 0 && Math.min(...versions) >= own.to) covered.add(edit.nodeId);
    const { status, isTrashed } = edit.shown.change;
    return covered.has(edit.nodeId) && status === undefined && isTrashed === undefined;
  };
  return edits
    .toReversed()
    .filter((edit) => !isSettled(edit))
    .toReversed();
}

/**
 * What the board shows: the lists of the server with the edits on top, in the order in which they were made. An edit that is done or
 * refused is no longer among them, and its effect goes with it. A task that was edited goes first in its column, as in the lists.
 * @param waiting those that the server does not have yet. Default: all
 * @param made what has come of the others
 */
export function applyEdits(
  lists: Record<Status, Tasks>,
  edits: readonly TaskEdit[],
  waiting: readonly TaskEdit[] = edits,
  made: MadeVersions = {},
): Record<Status, Cards> {
  const columns = Object.fromEntries(
    statuses.map((status) => {
      const { tasks, totalCount } = lists[status];
      return [status, { cards: tasks.map((task) => ({ ...task, isPending: false })), totalCount }];
    }),
  ) as Record<Status, Cards>;
  const columnOf = (status: Task['status']) => (status === 'CANCELLED' ? undefined : columns[status]);

  for (const edit of withoutSettledTexts(lists, edits, waiting, made)) {
    const { nodeId, shown } = edit;
    // While the lists are asked for again, one may have the task already and another one still.
    const holders = Object.values(columns).filter(({ cards }) => cards.some(({ id }) => id === nodeId));
    const found = holders.flatMap(({ cards }) => cards.filter(({ id }) => id === nodeId));
    const before = found.toSorted((one, other) => other.version - one.version)[0] ?? shown.task;
    const created = { id: nodeId, title: '', status: 'TODO', estimateMinutes: null, version: 0 } as const;
    const { isTrashed = false, ...change } = shown.change;
    const card: Card = { ...(before ?? created), ...change, isPending: waiting.includes(edit), lastEdit: edit.id };
    // A task that goes to the trash or comes from there is in no list, unless one has it.
    const from = before && shown.change.isTrashed === undefined && columnOf(before.status);
    for (const holder of holders) holder.cards = holder.cards.filter(({ id }) => id !== nodeId);
    for (const left of holders.length === 0 && from ? [from] : holders) left.totalCount -= 1;
    const to = isTrashed ? undefined : columnOf(card.status);
    if (to) to.totalCount += 1;
    to?.cards.unshift(card);
  }
  return columns;
}

/** The card of a task, if the board shows it. */
export const findCard = (columns: Record<Status, Cards>, id: string): Card | undefined =>
  statuses.flatMap((status) => columns[status].cards).find((card) => card.id === id);

/** The tasks in the trash, with the edits on top. */
export function applyToTrash(trashed: readonly Task[], edits: readonly TaskEdit[]): readonly SeenTask[] {
  let tasks: readonly SeenTask[] = trashed;
  for (const { id: lastEdit, nodeId, shown } of edits) {
    const { task, change } = shown;
    if (change.isTrashed === undefined || !task) continue;
    const others = tasks.filter(({ id }) => id !== nodeId);
    tasks = change.isTrashed ? [{ ...(tasks.find(({ id }) => id === nodeId) ?? task), lastEdit }, ...others] : others;
  }
  return tasks;
}
