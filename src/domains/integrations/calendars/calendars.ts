import type { Domain } from '../../../domain.ts';
import { defineCalendars } from './calendars.schema.ts';

/** Calendars of others, which are subscribed to by their web addresses. */
export const calendars: Domain = {
  schema: defineCalendars,
};
