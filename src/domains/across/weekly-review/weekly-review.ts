import type { Domain } from '../../../domain.ts';
import { defineWeeklyReview } from './weekly-review.schema.ts';

/** The weekly review: a week across all areas, each line with its record. */
export const weeklyReview: Domain = {
  schema: defineWeeklyReview,
};
