import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import {
  lastPosition,
  positionAfter,
  restoreSibling,
  type Siblings,
} from '../../../platform/records/sibling-positions.ts';
import { trashService } from '../../../platform/records/trash-services.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { milestoneList } from './milestones.access.ts';
import { createMilestoneInput, maxMilestones, updateMilestoneInput, withReached } from './milestones.rules.ts';

type Milestone = Row<'milestone'>;

const references = { goalId: 'goal' } as const;
/** The milestones of a goal. */
export const milestoneSiblings: Siblings<'milestone'> = {
  model: 'milestone',
  alike: ['goalId'],
  max: maxMilestones,
};

/** The viewer's milestones on the way to goals in use, what is due first coming first unless asked otherwise. */
export const listMilestones = listService(milestoneList);

/** One of the viewer's milestones. */
export const getMilestone = getService(milestoneList);

/** Makes a milestone, as the last of its goal. */
export async function createMilestone(
  ctx: ViewerContext,
  input: InputOf<typeof createMilestoneInput>,
): Promise<Milestone> {
  const { id, isReached, ...data } = parseInput(createMilestoneInput(ctx.calendar), input);
  return transaction(ctx, 'createMilestone', (tx) =>
    createRecord(tx, 'milestone', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const position = await lastPosition(tx, milestoneSiblings, data, 'goalId');
      return create({ ...data, position, ...withReached({ reachedAt: null }, isReached ?? false, tx.calendar.now) });
    }),
  );
}

/** Changes what is given of the milestone; `afterId` moves it among those of its goal. */
export async function updateMilestone(
  ctx: ViewerContext,
  input: InputOf<typeof updateMilestoneInput>,
): Promise<Milestone> {
  const { id, ifVersion, afterId, isReached, ...changes } = parseInput(updateMilestoneInput(ctx.calendar), input);
  return transaction(ctx, 'updateMilestone', (tx) =>
    updateRecord(tx, 'milestone', { id, ifVersion }, async (before) => ({
      ...changes,
      ...(isReached !== undefined && withReached(before, isReached, tx.calendar.now)),
      ...(afterId !== undefined && { position: await positionAfter(tx, milestoneSiblings, before, id, afterId) }),
    })),
  );
}

/** Puts the milestone in the trash: it no longer counts. */
export const trashMilestone = trashService('milestone');

/** Takes the milestone out of the trash, to where it stood. */
export async function restoreMilestone(ctx: ViewerContext, input: TargetInput): Promise<Milestone> {
  const target = parseInput(targetInput('Milestone'), input);
  return transaction(ctx, 'restoreMilestone', (tx) => restoreSibling(tx, milestoneSiblings, target));
}
