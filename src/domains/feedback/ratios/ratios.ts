import type { Domain } from '../../../domain.ts';
import { defineFeedbackRatios } from './ratios.schema.ts';

/** What feedback says by person, skill and quarter, and what came of it. */
export const feedbackRatios: Domain = {
  schema: defineFeedbackRatios,
};
