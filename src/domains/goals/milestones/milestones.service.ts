import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { lastPosition, positionAfter, type Siblings } from '../../../platform/records/sibling-positions.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
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
    updateRecord(tx, 'milestone', { id, ifVersion }, async (before) => ({
      ...changes,
      ...(isReached !== undefined && withReached(before, isReached, tx.calendar.now)),
      ...(afterId !== undefined && { position: await positionAfter(tx, milestoneSiblings, before, id, afterId) }),
    })),
  );
}
