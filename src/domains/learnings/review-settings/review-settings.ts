import type { Domain } from '../../../domain.ts';
import { reviewSettingsRecord } from './review-settings.rules.ts';
import { defineReviewSettings } from './review-settings.schema.ts';

/** How prompts are scheduled. */
export const reviewSettings: Domain = {
  schema: defineReviewSettings,
  recordRules: { ReviewSettings: reviewSettingsRecord },
};
