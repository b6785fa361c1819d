import type { Domain } from '../../../domain.ts';
import { defineOutlookResponses } from './outlook-responses.schema.ts';

/** Responses to invitations, which Outlook sends. */
export const outlookResponses: Domain = { schema: defineOutlookResponses };
