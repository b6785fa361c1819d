import type { Row } from '../../../platform/database/models.ts';
import type { DayToBlock, Wanted } from './time-blocks.rules.ts';

/* Which time blocks the plan of a day has. */

type Block = Pick<Row<'timeBlock'>, 'id' | 'title' | 'startsAt' | 'endsAt' | 'taskId'>;

/** What to do to the blocks of a plan. */
export interface BlockChanges {
  readonly created: Wanted[];
  readonly changed: { block: Block; wanted: Wanted }[];
  readonly deleted: Block[];
}

/**
 * What makes the blocks of a plan those that its day has. A task that had a time before has its blocks as long as they begin at it, and
 * one block at another time otherwise. One without a block gets none: it was not asked for. What is over stays.
 * @param blocks those of the plan, by start
 */
export function blockChanges(blocks: readonly Block[], { placed, kept }: DayToBlock, now: Date): BlockChanges {
  const changes: BlockChanges = { created: [], changed: [], deleted: [] };
  const ofTask = Map.groupBy(
    blocks.filter(({ endsAt }) => endsAt > now),
    ({ taskId }) => taskId,
  );
  const wanted = Map.groupBy(placed, ({ taskId }) => taskId);
  for (const [taskId, some] of wanted) diffBlocks(changes, ofTask.get(taskId) ?? [], some);
  for (const one of kept) {
    const own = ofTask.get(one.taskId) ?? [];
    if (wanted.has(one.taskId) || own.length === 0) continue;
    const isThere = own[0]?.startsAt.getTime() === one.startsAt.getTime();
    diffBlocks(changes, own, isThere ? own.map((block) => ({ ...one, ...timesOf(block) })) : [one]);
  }
  const tasks = new Set([...wanted.keys(), ...kept.map(({ taskId }) => taskId)]);
  for (const [taskId, own] of ofTask) if (taskId === null || !tasks.has(taskId)) changes.deleted.push(...own);
  return changes;
}

const timesOf = ({ startsAt, endsAt }: Block) => ({ startsAt, endsAt });

/** Adds the changes that make the blocks of a task those that are wanted, in order. */
function diffBlocks(
  { created, changed, deleted }: BlockChanges,
  blocks: readonly Block[],
  wanted: readonly Wanted[],
): void {
  const fingerprintOf = ({ title, startsAt, endsAt }: Pick<Block, 'title' | 'startsAt' | 'endsAt'>) =>
    [title, startsAt.getTime(), endsAt.getTime()].join('\n');
  for (const [index, one] of wanted.entries()) {
    const block = blocks[index];
    if (!block) created.push(one);
    else if (fingerprintOf(block) !== fingerprintOf(one)) changed.push({ block, wanted: one });
  }
  deleted.push(...blocks.slice(wanted.length));
}
