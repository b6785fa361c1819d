import type { Domain } from '../../../domain.ts';
import { reviewSettingsRecord } from './review-settings.rules.ts';
import { defineReviewSettings } from './review-settings.schema.ts';
import { enqueueFits, fitReviewWeights } from './review-settings.writers.ts';

const day = 24 * 60 * 60 * 1000;

/** How prompts are scheduled. */
export const reviewSettings: Domain = {
  schema: defineReviewSettings,
  recordRules: { ReviewSettings: reviewSettingsRecord },
  jobs: { fitReviewWeights },
  recurring: [{ name: 'enqueueReviewFits', every: day, run: enqueueFits }],
};
