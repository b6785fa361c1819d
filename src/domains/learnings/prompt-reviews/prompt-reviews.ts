import type { Domain } from '../../../domain.ts';
import { promptReviewRecord } from './prompt-reviews.rules.ts';
import { definePromptReviews } from './prompt-reviews.schema.ts';

/** Reviews of prompts, each with what it was computed by. */
export const promptReviews: Domain = {
  schema: definePromptReviews,
  recordRules: { PromptReview: promptReviewRecord },
};
