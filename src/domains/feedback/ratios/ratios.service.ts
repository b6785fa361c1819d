import type { ViewerContext } from '../../../platform/context.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import {
  type FeedbackGroup,
  type FeedbackGrouping,
  type FeedbackRatio,
  feedbackRatiosInput,
  type GivenFeedback,
  groupsOf,
  maxGroups,
  ratioOf,
} from './ratios.rules.ts';

/** What the feedback of some days says. */
export interface FeedbackRatios {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly total: FeedbackRatio;
  readonly groups: readonly FeedbackGroup[];
  readonly leftOutCount: number;
}

/**
 * What the viewer's feedback of one direction says over a period of days, both ends included, and what came of it.
 * @throws InvalidInputError if the period has more than 1,830 days, or if the first day is after the last
 */
export async function feedbackRatios(
  ctx: ViewerContext,
  input: InputOf<typeof feedbackRatiosInput>,
  groupBy: FeedbackGrouping,
): Promise<FeedbackRatios> {
  const { from, to, direction } = parseInput(ctx, feedbackRatiosInput, input, []);
  const { calendar } = ctx;
  const all = await feedbackWithin(ctx, { direction, occurredOn: { gte: from, lte: to } });
  const groups = groupsOf(all, groupBy, calendar);
  return {
    startsOn: from,
    endsOn: to,
    total: ratioOf(all, calendar),
    groups: groups.slice(0, maxGroups),
    leftOutCount: Math.max(0, groups.length - maxGroups),
  };
}

async function feedbackWithin({ database, db, viewer }: ViewerContext, within: object): Promise<GivenFeedback[]> {
  const entries = await database.readMany({ model: 'feedback', ownerId: viewer.accountId }, () =>
    db.feedback.findMany({
      where: { AND: [ownedBy(viewer), active('feedback'), within] },
      select: {
        ...{ id: true, kind: true, occurredOn: true, personId: true },
        task: { select: { status: true, completedAt: true, trashedAt: true } },
        feedbackSkills: { where: { skill: active('skill') }, select: { skillId: true } },
      },
    }),
  );
  return entries.map(({ task, feedbackSkills, ...feedback }) => {
    const isFollowedUp = task !== null && task.trashedAt === null && task.status !== 'CANCELLED';
    return {
      ...feedback,
      skillIds: feedbackSkills.map(({ skillId }) => skillId),
      followUp: isFollowedUp ? { completedAt: task.status === 'DONE' ? task.completedAt : null } : null,
    };
  });
}
