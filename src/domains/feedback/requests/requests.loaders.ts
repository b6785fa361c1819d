import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { type FeedbackRequestState, stateOf } from './requests.rules.ts';

/** The state of each of some requests, in the order of their ids. One that was deleted meanwhile counts as revoked. */
export async function statesOf(ctx: ViewerContext, ids: readonly string[]): Promise<FeedbackRequestState[]> {
  const requests = await inChunks(ids, (some) =>
    ctx.db.feedbackRequest.findMany({
      where: ownedAmong(ctx.viewer, some),
      select: { id: true, answeredAt: true, dueOn: true, link: { select: { id: true } } },
    }),
  );
  const states = new Map(requests.map(({ id, link, ...one }) => [id, stateOf(one, link !== null, ctx.calendar)]));
  return ids.map((id) => states.get(id) ?? 'REVOKED');
}
