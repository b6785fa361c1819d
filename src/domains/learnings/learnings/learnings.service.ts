import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import {
  getService,
  type ListArguments,
  listRecords,
  listService,
  type Selection,
} from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { dateArgument, type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { dueReviewList, learningList } from './learnings.access.ts';
import {
  createLearningInput,
  type LearningStreak,
  maxSupported,
  reviewed,
  reviewLearningInput,
  streakOf,
  updateLearningInput,
} from './learnings.rules.ts';

type Learning = Row<'learning'>;

const manyToMany = {
  labelIds: { model: 'learningLabel', row: 'learningId', other: 'label', max: maxLabels },
  skillIds: { model: 'learningSkill', row: 'learningId', other: 'skill', max: maxSupported },
  goalIds: { model: 'learningGoal', row: 'learningId', other: 'goal', max: maxSupported },
} as const;

/** Lists the viewer's learnings. */
export const listLearnings = listService(learningList);

/**
 * Lists the viewer's learnings whose review is due on or before a day, by default the longest overdue first.
 * @throws InvalidInputError if `on` is no date
 */
export async function listDueReviews(
  ctx: ViewerContext,
  { on, ...args }: ListArguments & { on: string },
  selection: Selection<'learning'> = {},
): Promise<Page<Learning>> {
  const day = dateArgument(ctx.calendar, 'on', on);
  return listRecords(ctx, dueReviewList, args, selection, { reviewOn: { lte: day } });
}

/** Finds one of the viewer's learnings. */
export const getLearning = getService(learningList);

/**
 * Creates a learning.
 * @throws NotFoundError if there is no such label, skill or goal; InvalidInputError if one is in the trash
 */
export async function createLearning(
  ctx: ViewerContext,
  input: InputOf<typeof createLearningInput>,
): Promise<Learning> {
  const { id, labelIds, skillIds, goalIds, ...data } = parseInput(ctx, createLearningInput, input);
  return transaction(ctx, 'createLearning', (tx) =>
    createRecord(tx, 'learning', input, id, async (create) => {
      const learning = await create(data);
      await setManyToMany(tx, manyToMany, learning.id, { labelIds, skillIds, goalIds });
      return learning;
    }),
  );
}

/** Changes a learning. Lists of ids replace all labels, skills or goals. */
export async function updateLearning(
  ctx: ViewerContext,
  input: InputOf<typeof updateLearningInput>,
): Promise<Learning> {
  const { id, ifVersion, labelIds, skillIds, goalIds, ...changes } = parseInput(ctx, updateLearningInput, input);
  return transaction(ctx, 'updateLearning', (tx) =>
    updateRecord(
      tx,
      'learning',
      { id, ifVersion },
      () => changes,
      () => setManyToMany(tx, manyToMany, id, { labelIds, skillIds, goalIds }),
    ),
  );
}

/** Records a review by `reviewed`: counts it, sets the confidence, and plans the next review unless a day or null is given. */
export async function reviewLearning(
  ctx: ViewerContext,
  input: InputOf<typeof reviewLearningInput>,
): Promise<Learning> {
  const { id, ifVersion, confidence, reviewOn } = parseInput(ctx, reviewLearningInput, input);
  return transaction(ctx, 'reviewLearning', (tx) =>
    updateRecord(tx, 'learning', { id, ifVersion }, (before) => ({
      confidence,
      ...reviewed(before, confidence, ctx.calendar),
      ...(reviewOn !== undefined && { reviewOn }),
    })),
  );
}

/** Counts the viewer's streaks of consecutive days with a learning. */
export async function learningStreak(ctx: ViewerContext): Promise<LearningStreak> {
  const days = await ctx.db.learning.groupBy({
    by: ['learnedOn'],
    where: { AND: [ownedBy(ctx.viewer), active('learning')] },
    orderBy: { learnedOn: 'asc' },
  });
  return streakOf(
    days.map(({ learnedOn }) => learnedOn),
    ctx.calendar,
  );
}
