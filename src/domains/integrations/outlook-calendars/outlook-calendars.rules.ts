import { z } from 'zod';
import type { GraphCalendar } from '../../../integrations/graph/calendars.ts';
import type { Row } from '../../../platform/database/models.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';

type Calendar = Row<'outlookCalendar'>;

/** The maximum number of calendars of a mailbox that are listed, and of those that are followed. */
export const calendarLimits = { listed: 100, followed: 20 };

export const updateOutlookCalendarInput = z.object({ id: idOf('OutlookCalendar'), isFollowed: z.boolean().optional() });

/** The calendars of a mailbox, each with what is known of it, and those that it does not list any more. */
export interface MatchedCalendars {
  listed: { calendar: GraphCalendar; known: Calendar | null }[];
  missing: Calendar[];
}

/** Finds what is known of each calendar. One that was read before calendars were told apart is the main one. */
export function matchCalendars(known: readonly Calendar[], listed: readonly GraphCalendar[]): MatchedCalendars {
  const byId = new Map(known.map((one) => [one.calendarId, one]));
  const knownOf = ({ id, isMain }: GraphCalendar) => byId.get(id) ?? (isMain ? byId.get('') : undefined) ?? null;
  const matched = listed.map((calendar) => ({ calendar, known: knownOf(calendar) }));
  const found = new Set(matched.map((one) => one.known));
  return { listed: matched, missing: known.filter((one) => !found.has(one)) };
}

/** Whether a calendar is followed: the main one, unless its owner has chosen. */
export const isFollowed = ({ calendar, known }: MatchedCalendars['listed'][number]): boolean =>
  known?.isFollowed ?? calendar.isMain;

/** The columns of a calendar of which nothing was read. */
export const unread = { windowFrom: null, windowTo: null, deltaLink: null, reconciledAt: null, problem: null } as const;
