import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { requireRecords, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { reviewParameters } from '../review-settings/review-settings.service.ts';
import { promptReviewList } from './prompt-reviews.access.ts';
import { loggedBy, memoryFromJson, reviewPromptInput } from './prompt-reviews.rules.ts';

type Prompt = Row<'prompt'>;

/** Lists the viewer's reviews of prompts, by default the latest first. */
export const listPromptReviews = listService(promptReviewList);

/** Finds one of the viewer's reviews. */
export const getPromptReview = getService(promptReviewList);

/**
 * Records a review of a prompt, and plans the next one.
 * @throws InvalidInputError if the prompt is in the trash or suspended, or if the review was before the last one
 */
export async function reviewPrompt(ctx: ViewerContext, input: InputOf<typeof reviewPromptInput>): Promise<Prompt> {
  const { id, ifVersion, rating, durationSeconds, reviewedAt } = parseInput(ctx, reviewPromptInput, input);
  return transaction(ctx, 'reviewPrompt', async (tx) => {
    await requireRecords(tx, 'prompt', [id], () => ['id']);
    const parameters = await reviewParameters(tx);
    return updateRecord(tx, 'prompt', { id, ifVersion }, async (before) => {
      if (before.suspendedAt) throw invalid('id', 'must not be suspended: resume it first');
      if (before.reviewedAt && reviewedAt < before.reviewedAt) {
        throw invalid('reviewedAt', 'must not be before the last review');
      }
      const given = { rating, reviewedAt, durationSeconds: durationSeconds ?? null };
      const { review, after } = loggedBy(parameters, tx.calendar)(before, given);
      await tx.write.promptReview.create({ promptId: id, ...review });
      return after;
    });
  });
}

/**
 * Undoes the last review of a prompt: deletes it from the log, and sets the prompt back to what it was before.
 * @throws InvalidInputError if there is no review since the prompt was new
 */
export async function undoReview(ctx: ViewerContext, input: TargetInput): Promise<Prompt> {
  const { id, ifVersion } = parseInput(ctx, targetInput('Prompt'), input);
  return transaction(ctx, 'undoReview', (tx) =>
    updateRecord(tx, 'prompt', { id, ifVersion }, async ({ reviewedAt }) => {
      const last = await tx.db.promptReview.findFirst({
        where: { AND: [{ promptId: id }, ownedBy(tx.viewer)] },
        orderBy: [{ reviewedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
      });
      if (!last || last.reviewedAt.getTime() !== reviewedAt?.getTime()) {
        throw invalid('id', 'must have a review since it was new');
      }
      await tx.write.promptReview.delete({ id: last.id });
      return memoryFromJson(last.before);
    }),
  );
}

const invalid = (field: string, message: string) => new InvalidInputError([{ path: ['input', field], message }]);
