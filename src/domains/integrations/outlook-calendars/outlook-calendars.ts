import type { Domain } from '../../../domain.ts';
import { defineOutlookCalendars } from './outlook-calendars.schema.ts';

/** Calendars of mailboxes, and which of them are followed. */
export const outlookCalendars: Domain = { schema: defineOutlookCalendars };
