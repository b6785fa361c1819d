import type { Domain } from '../../../domain.ts';
import { engagementDocument } from './engagement.documents.ts';
import { recordEngagementPulseInput } from './engagement.rules.ts';
import { defineEngagement } from './engagement.schema.ts';

/** Engagement: one rating a week. */
export const engagement: Domain = {
  schema: defineEngagement,
  recordRules: { EngagementPulse: recordEngagementPulseInput },
  searchDocuments: [engagementDocument],
};
