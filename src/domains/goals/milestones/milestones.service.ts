import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService, notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { lastPosition, positionAfter, type Siblings } from '../../../platform/records/sibling-positions.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requireWeight } from '../goals/goals.rules.ts';
import { milestoneList } from './milestones.access.ts';
import { createMilestoneInput, maxMilestones, updateMilestoneInput, withReached } from './milestones.rules.ts';

type Milestone = Row<'milestone'>;

const references = { goalId: 'goal' } as const;

/** The milestones of a goal, in their order. */
export const milestoneSiblings: Siblings<'milestone'> = {
  model: 'milestone',
  alike: ['goalId'],
  max: maxMilestones,
};

/** Lists the viewer's milestones, of all goals. */
export const listMilestones = listService(milestoneList);

/** Finds one of the viewer's milestones. */
export const getMilestone = getService(milestoneList);

/**
 * Creates a milestone at the end of its goal.
 * @throws NotFoundError if there is no such goal; InvalidInputError if it is in the trash or has 100 milestones
 */
export async function createMilestone(
  ctx: ViewerContext,
  input: InputOf<typeof createMilestoneInput>,
): Promise<Milestone> {
  const { id, isReached, ...data } = parseInput(ctx, createMilestoneInput, input);
  return transaction(ctx, 'createMilestone', (tx) =>
    createRecord(tx, 'milestone', input, id, async (create) => {
      await requireReferences(tx, references, data);
      if (data.weight === 0) await requireWeightAmong(tx, data.goalId, null);
      const position = await lastPosition(tx, milestoneSiblings, data, 'goalId');
      return create({ ...data, position, ...withReached({ reachedAt: null }, isReached ?? false, tx.calendar.now) });
    }),
  );
}

/** Changes a milestone. `afterId` moves it within its goal. */
export async function updateMilestone(
  ctx: ViewerContext,
  input: InputOf<typeof updateMilestoneInput>,
): Promise<Milestone> {
  const { id, ifVersion, afterId, isReached, ...changes } = parseInput(ctx, updateMilestoneInput, input);
  return transaction(ctx, 'updateMilestone', (tx) =>
    updateRecord(tx, 'milestone', { id, ifVersion }, async (before) => {
      if (changes.weight === 0) await requireWeightAmong(tx, before.goalId, id);
      return {
        ...changes,
        ...(isReached !== undefined && withReached(before, isReached, tx.calendar.now)),
        ...(afterId !== undefined && { position: await positionAfter(tx, milestoneSiblings, before, id, afterId) }),
      };
    }),
  );
}

/** @throws InvalidInputError if no other milestone of a goal has a weight above 0 */
async function requireWeightAmong(tx: Transaction<ViewerContext>, goalId: string, id: string | null): Promise<void> {
  const others = await tx.db.milestone.findMany({
    where: { AND: [{ goalId, weight: { gt: 0 } }, id ? { NOT: { id } } : {}, notTrashedItself, ownedBy(tx.viewer)] },
    select: { weight: true },
    take: 1,
  });
  requireWeight(
    0,
    others.map(({ weight }) => weight),
  );
}
