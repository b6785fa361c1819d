import type { Domain } from '../../../domain.ts';
import { defineCalendarFeeds } from './calendar-feeds.schema.ts';

/** Calendar feeds: private web addresses at which calendar programs read your meetings and scheduled tasks. */
export const calendarFeeds: Domain = {
  schema: defineCalendarFeeds,
};
