import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { promptReviewFilter, promptReviewOrder } from './prompt-reviews.rules.ts';

/** How reviews of prompts are listed, by default the latest first. */
export const promptReviewList: ListSpec<'promptReview'> = {
  model: 'promptReview',
  visibleTo: ownedBy,
  filter: promptReviewFilter,
  order: promptReviewOrder,
  defaultOrder: [{ field: 'REVIEWED_AT', direction: 'DESC' }],
};

/** The statistics of reviews. */
export const promptReviewStats: StatsSpec<'promptReview'> = {
  list: promptReviewList,
  plural: 'reviews of prompts',
  times: { REVIEWED_AT: { column: 'reviewedAt', description: 'The time of the review.' } },
  groups: {
    RATING: { value: 'rating', description: 'How well you knew the answer.' },
    PROMPT: { row: 'promptId', type: 'Prompt', description: 'The prompt.' },
    LEARNING: { ...{ through: 'prompt', row: 'learningId', type: 'Learning' }, description: 'The learning.' },
    SKILL: { ...{ through: 'prompt', row: 'skillId', type: 'Skill' }, description: 'The skill of the prompt.' },
  },
  measures: {
    durationSeconds: 'How long the reviews took, in seconds.',
    intervalDays: 'The intervals that were planned before the reviews, in days.',
    retrievability: 'The probabilities, from 0 to 1, that you would know the answers.',
  },
};
