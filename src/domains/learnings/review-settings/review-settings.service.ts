import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { requireVersion, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { visibleTo } from './review-settings.access.ts';
import { parametersOf, type ReviewParameters, updateReviewSettingsInput } from './review-settings.rules.ts';

type ReviewSettings = Row<'reviewSettings'>;

/** The viewer's settings of reviews. Null if they were never set. */
export async function getReviewSettings(
  ctx: ViewerContext,
  selection: Selection<'reviewSettings'> = {},
): Promise<ReviewSettings | null> {
  return ctx.db.reviewSettings.findFirst({ ...selection, where: visibleTo(ctx.viewer) });
}

/** What the viewer's prompts are scheduled by. */
export const reviewParameters = async (ctx: ViewerContext): Promise<ReviewParameters> =>
  parametersOf(await getReviewSettings(ctx));

/** The number of reviews in the viewer's log. */
export const countReviews = (ctx: ViewerContext): Promise<number> =>
  ctx.db.promptReview.count({ where: visibleTo(ctx.viewer) });

/**
 * Changes the viewer's settings of reviews. What is due stays; the next reviews go by them.
 * @throws InvalidInputError for a share outside 0.70 to 0.97; ConflictError if the settings are not at the expected version
 */
export async function updateReviewSettings(
  ctx: ViewerContext,
  input: InputOf<typeof updateReviewSettingsInput>,
): Promise<ReviewSettings> {
  const { ifVersion, ...changes } = parseInput(ctx, updateReviewSettingsInput, input);
  return transaction(ctx, 'updateReviewSettings', async (tx) => {
    const before = await getReviewSettings(tx);
    requireVersion(before ?? { version: 0 }, ifVersion);
    return before
      ? updateRecord(tx, 'reviewSettings', { id: before.id }, () => changes)
      : tx.write.reviewSettings.create(changes);
  });
}
