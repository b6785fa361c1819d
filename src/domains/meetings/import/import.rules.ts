import { z } from 'zod';
import type { CalendarEvent } from '../../../integrations/ics/calendar-event.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { date } from '../../../platform/validation/input-rules.ts';
import { afterUndo, maxAttendees } from '../meetings/meetings.rules.ts';

/** A calendar is read for at most this many days: three years of a weekly meeting are enough to look back and ahead. */
const maxWindowDays = 3 * 366;

export const importMeetingsInput = (calendar: Calendar) =>
  z
    .object({
      ics: z.string({ error: 'must be a text' }),
      from: date(calendar)
        .nullish()
        .transform((day) => day ?? calendar.addDays(calendar.today, -365)),
      to: date(calendar)
        .nullish()
        .transform((day) => day ?? calendar.addDays(calendar.today, 365)),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
    .refine(({ from, to }) => calendar.addDays(to, -maxWindowDays) < from, {
      path: ['to'],
      message: `must be within ${maxWindowDays} days of from`,
    });

/** What a calendar knows of a meeting. All else is the owner's, and no import touches it. */
export type Imported = Pick<
  Row<'meeting'>,
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'startsOn'
  | 'endsOn'
  | 'timeZone'
  | 'place'
  | 'joinUrl'
  | 'status'
  | 'description'
  | 'icsUid'
  | 'icsRecurrenceId'
  | 'icsSequence'
>;

const controls = /[^\P{Cc}\t\n\r]/gu;
const clean = (text: string, max: number) => text.toWellFormed().replaceAll(controls, '').slice(0, max);
const oneLine = (text: string, max: number) => clean(text, max).replaceAll(/\s+/g, ' ').trim();

/** What is kept of an event, its texts cut to the length that meetings have. */
export function imported(event: CalendarEvent): Imported {
  return {
    title: oneLine(event.title, 300) || 'Untitled',
    ...afterUndo(event, null, event.timeZone),
    place: oneLine(event.location, 500),
    joinUrl: URL.canParse(event.joinUrl) ? event.joinUrl : null,
    status: event.status,
    description: clean(event.description, 50_000),
    icsUid: event.uid,
    icsRecurrenceId: event.recurrenceId,
    icsSequence: event.sequence,
  };
}

/** Whether a meeting is not yet as the calendar has it. What was changed there less often than here is old news. */
export function hasChanged(
  meeting: Row<'meeting'>,
  data: Imported & { seriesId: string | null; organizerId: string | null },
) {
  if (data.icsSequence < meeting.icsSequence) return false;
  return Object.entries(data).some(([field, value]) => {
    const is = meeting[field as keyof typeof meeting];
    return is instanceof Date && value instanceof Date ? is.getTime() !== value.getTime() : is !== value;
  });
}

/** Who takes part in an event: its attendees and its organizer, nobody twice, by address or by name. */
export function participants({ organizer, attendees }: CalendarEvent) {
  const all = organizer ? [...attendees, { ...organizer, response: 'ACCEPTED' as const }] : attendees;
  return all.slice(0, maxAttendees).map(({ name, email, response }) => ({
    name: oneLine(name, 200),
    email: email.trim().toLowerCase().slice(0, 254),
    response,
  }));
}
