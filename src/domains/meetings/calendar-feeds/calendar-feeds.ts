import type { Domain } from '../../../domain.ts';
import { defineCalendarFeeds } from './calendar-feeds.schema.ts';

/** Calendar feeds: private addresses at which calendar programs read one's meetings and planned tasks. */
export const calendarFeeds: Domain = {
  schema: defineCalendarFeeds,
};
