import type { Domain } from '../../../domain.ts';
import { defineOutlook } from './outlook.schema.ts';

/** Outlook: the calendars of mailboxes, read through Microsoft Graph. */
export const outlook: Domain = {
  schema: defineOutlook,
};
