import type { ViewerContext } from '../../../platform/context.ts';
import { inUse } from '../../../platform/records/soft-delete.ts';
import { dateArgument, type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { setJoined } from '../../../platform/records/many-to-many.ts';
import { getting, type ListArguments, listing, listRows, type Selection } from '../../../platform/queries/lists.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import { changeRow, createRow } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { restoring, trashing } from '../../../platform/records/trash-services.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { mostLabels } from '../../across/labels/labels.rules.ts';
import { dueReviewList, learningList, visibleTo } from './learnings.access.ts';
import {
  createLearningInput,
  type LearningStreak,
  mostSupported,
  nextReview,
  reviewLearningInput,
  streakOf,
  updateLearningInput,
} from './learnings.rules.ts';

type Learning = Row<'learning'>;

const joinings = {
  labelIds: { model: 'learningLabel', row: 'learningId', other: 'label', most: mostLabels },
  skillIds: { model: 'learningSkill', row: 'learningId', other: 'skill', most: mostSupported },
  goalIds: { model: 'learningGoal', row: 'learningId', other: 'goal', most: mostSupported },
} as const;

/** What the viewer has learned, the latest first unless asked otherwise. */
export const listLearnings = listing(learningList);

/** What is due on a day to be looked at again, or was before: what has been due the longest first. */
export async function listDueReviews(
  ctx: ViewerContext,
  { on, ...args }: ListArguments & { on: string },
  selection: Selection<'learning'> = {},
): Promise<Page<Learning>> {
  const day = dateArgument(ctx.calendar, 'on', on);
  return listRows(ctx, dueReviewList, args, selection, { reviewOn: { lte: day } });
}

/** One of the viewer's learnings. */
export const getLearning = getting(learningList);

/** Notes something learned, today unless another day is said. */
export async function createLearning(
  ctx: ViewerContext,
  input: InputOf<typeof createLearningInput>,
): Promise<Learning> {
  const { id, labelIds, skillIds, goalIds, ...data } = parseInput(createLearningInput(ctx.calendar), input);
  return transaction(ctx, 'createLearning', (tx) =>
    createRow(tx, 'learning', input, id, async (create) => {
      const learning = await create(data);
      await setJoined(tx, joinings, learning.id, { labelIds, skillIds, goalIds });
      return learning;
    }),
  );
}

/** Changes what is given of the learning. */
export async function updateLearning(
  ctx: ViewerContext,
  input: InputOf<typeof updateLearningInput>,
): Promise<Learning> {
  const { id, ifVersion, labelIds, skillIds, goalIds, ...changes } = parseInput(
    updateLearningInput(ctx.calendar),
    input,
  );
  return transaction(ctx, 'updateLearning', (tx) =>
    changeRow(
      tx,
      'learning',
      { id, ifVersion },
      () => changes,
      () => setJoined(tx, joinings, id, { labelIds, skillIds, goalIds }),
    ),
  );
}

/** Notes that the learning was looked at again and how well it sits, and plans the next look where no day is said. */
export async function reviewLearning(
  ctx: ViewerContext,
  input: InputOf<typeof reviewLearningInput>,
): Promise<Learning> {
  const { id, ifVersion, confidence, reviewOn } = parseInput(reviewLearningInput(ctx.calendar), input);
  return transaction(ctx, 'reviewLearning', (tx) =>
    changeRow(tx, 'learning', { id, ifVersion }, ({ reviews }) => ({
      confidence,
      reviews: reviews + 1,
      reviewOn: reviewOn === undefined ? nextReview(confidence, reviews, ctx.calendar) : reviewOn,
    })),
  );
}

/** Puts the learning in the trash: no list or streak has it any longer. */
export const trashLearning = trashing('learning');

/** Takes the learning out of the trash. */
export const restoreLearning = restoring('learning');

/** On how many days in a row the viewer has learned something. */
export async function learningStreak(ctx: ViewerContext): Promise<LearningStreak> {
  const days = await ctx.db.learning.groupBy({
    by: ['learnedOn'],
    where: { AND: [visibleTo(ctx.viewer), inUse('learning')] },
    orderBy: { learnedOn: 'asc' },
  });
  return streakOf(
    days.map(({ learnedOn }) => learnedOn),
    ctx.calendar,
  );
}
