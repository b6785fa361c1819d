import type { ViewerContext } from '../../platform/context.ts';
import { InvalidInputError } from '../../platform/errors.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { getRow, inTrash, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import {
  changeRow,
  createRow,
  findOwned,
  found,
  requireReferences,
  restoreRow,
  trashRow,
} from '../../platform/rows.ts';
import { type Transaction, transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { milestoneList, visibleTo } from './milestones.access.ts';
import { createMilestoneInput, mostMilestones, moved, updateMilestoneInput, withReached } from './milestones.rules.ts';

type Milestone = Row<'milestone'>;
type Tx = Transaction<ViewerContext>;

const references = { goalId: 'goal' } as const;

/** The viewer's milestones on the way to goals in use, what is due first coming first unless asked otherwise. */
export async function listMilestones(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'milestone'> = {},
): Promise<Page<Milestone>> {
  return listRows(ctx, milestoneList, args, selection, { goal: inTrash() });
}

/** One of the viewer's milestones. */
export async function getMilestone(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'milestone'> = {},
): Promise<Milestone | null> {
  return getRow(ctx, milestoneList, id, selection);
}

/** Makes a milestone, as the last of its goal. */
export async function createMilestone(
  ctx: ViewerContext,
  input: InputOf<typeof createMilestoneInput>,
): Promise<Milestone> {
  const { id, reached, ...data } = parseInput(createMilestoneInput(ctx.calendar), input);
  return transaction(ctx, 'createMilestone', (tx) =>
    createRow(tx, 'milestone', input, id, async (create) => {
      await requireReferences(tx, references, data);
      await requireRoom(tx, data.goalId, 'goalId');
      const where = { AND: [{ goalId: data.goalId }, visibleTo(tx.viewer)] };
      // Those in the trash keep their places, to come back to.
      const last = await tx.db.milestone.findFirst({ where, orderBy: { position: 'desc' } });
      const { reachedAt } = withReached({ reachedAt: null }, reached ?? false, tx.calendar.now);
      return create({ ...data, reachedAt, position: (last?.position ?? 0) + 1 });
    }),
  );
}

/** Changes what is given of the milestone; `afterId` moves it among those of its goal. */
export async function updateMilestone(
  ctx: ViewerContext,
  input: InputOf<typeof updateMilestoneInput>,
): Promise<Milestone> {
  const { id, ifVersion, afterId, reached, ...changes } = parseInput(updateMilestoneInput(ctx.calendar), input);
  return transaction(ctx, 'updateMilestone', (tx) =>
    changeRow(tx, 'milestone', { id, ifVersion }, async (before) => ({
      ...changes,
      ...(reached !== undefined && withReached(before, reached, tx.calendar.now)),
      ...(afterId !== undefined && { position: await placeAfter(tx, before, afterId) }),
    })),
  );
}

/** Makes place for a milestone right after another one of its goal, or before all, and answers its position there. */
async function placeAfter(tx: Tx, milestone: Milestone, afterId: string | null): Promise<number> {
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'afterId'], message }]);
  if (afterId === milestone.id) throw refuse('must be another milestone');
  const siblings = await tx.db.milestone.findMany({
    where: {
      AND: [{ goalId: milestone.goalId, OR: [{ id: milestone.id }, inTrash()] }, visibleTo(tx.viewer)],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  if (afterId !== null && !siblings.some(({ id }) => id === afterId)) {
    found(await findOwned(tx, 'milestone', afterId), 'afterId');
    throw refuse('must be a milestone in use of the same goal');
  }
  let position = milestone.position;
  for (const place of moved(siblings, milestone.id, afterId)) {
    if (place.id === milestone.id) position = place.position;
    else await tx.write.milestone.update({ id: place.id }, { position: place.position });
  }
  return position;
}

/** Puts the milestone in the trash: it no longer counts. */
export async function trashMilestone(ctx: ViewerContext, input: RowInput): Promise<Milestone> {
  const target = parseInput(rowInput('Milestone'), input);
  return transaction(ctx, 'trashMilestone', (tx) => trashRow(tx, 'milestone', target));
}

/** Takes the milestone out of the trash, to where it stood. */
export async function restoreMilestone(ctx: ViewerContext, input: RowInput): Promise<Milestone> {
  const target = parseInput(rowInput('Milestone'), input);
  return transaction(ctx, 'restoreMilestone', async (tx) => {
    const milestone = found(await findOwned(tx, 'milestone', target.id), 'id');
    if (milestone.trashedAt) await requireRoom(tx, milestone.goalId, 'id');
    return restoreRow(tx, 'milestone', target);
  });
}

/** Throws when a goal has as many milestones in use as it can have. */
async function requireRoom(tx: Tx, goalId: string, field: string): Promise<void> {
  const where = { AND: [{ goalId }, inTrash(), visibleTo(tx.viewer)] };
  if ((await tx.db.milestone.count({ where })) < mostMilestones) return;
  const message = `must be of a goal with fewer than ${mostMilestones} milestones`;
  throw new InvalidInputError([{ path: ['input', field], message }]);
}
