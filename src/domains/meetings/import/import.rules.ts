import { z } from 'zod';
import type { CalendarEvent } from '../../../integrations/ics/calendar-event.ts';
import { maxCalendarBytes } from '../../../integrations/ics/components.ts';
import type { Row } from '../../../platform/database/models.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { asPeriod, date } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { truncate } from '../../../platform/validation/truncate.ts';
import { maxAttendees, resolveTimes } from '../meetings/meetings.rules.ts';

/** The maximum length of the range to import, in days: three years, enough to look back and ahead. */
const maxWindowDays = 3 * 366;
/** The default range, in days before and after today. */
const defaultDays = 365;

const controls = /[^\P{Cc}\t\n\r]/gu;
const withoutControls = (text: string) => text.toWellFormed().replaceAll(controls, '');

const dayOr = (days: number) =>
  date.nullish().transform((day) => day ?? currentCalendar().addDays(currentCalendar().today, days));

export const importMeetingsInput = asPeriod(
  z.object({
    // Control characters mean nothing in a calendar (RFC 5545, 3.1), and not every column can hold them.
    ics: describeRule(z.string({ error: 'must be a text' }).transform(withoutControls), {
      limits: `At most ${maxCalendarBytes / 1024 ** 2} MB.`,
    }),
    from: dayOr(-defaultDays),
    to: describeRule(dayOr(defaultDays), {
      limits: `At most ${maxWindowDays.toLocaleString('en')} days in all.`,
    }),
  }),
  maxWindowDays,
);

/** The fields of a meeting that a calendar determines. All others belong to the owner; an import leaves them alone. */
type ImportedFields = Pick<
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

const clean = (text: string, max: number) => truncate(withoutControls(text), max);
const toLine = (text: string, max: number) => clean(text, max).replaceAll(/\s+/g, ' ').trim();

/** The fields of a meeting that is imported from an event. Texts are cut to the lengths that meetings allow. */
export function importedFields(event: CalendarEvent): ImportedFields {
  return {
    title: toLine(event.title, 300) || 'Untitled',
    ...resolveTimes(event, null, event.timeZone),
    place: toLine(event.location, 500),
    joinUrl: URL.canParse(event.joinUrl) ? event.joinUrl : null,
    status: event.status,
    description: clean(event.description, 50_000),
    icsUid: event.uid,
    icsRecurrenceId: event.recurrenceId,
    icsSequence: event.sequence,
  };
}

/** Whether an event differs from the meeting imported from it before. An older version of the event does not count. */
export function hasChanged(
  meeting: Row<'meeting'>,
  data: ImportedFields & { seriesId: string | null; organizerId: string | null },
) {
  if (data.icsSequence < meeting.icsSequence) return false;
  return Object.entries(data).some(([field, value]) => {
    const current = meeting[field as keyof typeof meeting];
    return current instanceof Date && value instanceof Date ? current.getTime() !== value.getTime() : current !== value;
  });
}

/** The attendees and the organizer of an event as mentions of people, the organizer last. At most 200. */
export function participants({ organizer, attendees }: CalendarEvent) {
  const all = organizer ? [...attendees, { ...organizer, response: 'ACCEPTED' as const }] : attendees;
  return all.slice(0, maxAttendees).map(({ name, email, response }) => ({
    name: toLine(name, 200),
    email: toLine(email.toLowerCase(), 254),
    response,
  }));
}

/** The longest UID that is kept as it is, in characters. An index of PostgreSQL takes no values of more than 2,704 bytes. */
const maxUid = 500;

/** A UID that can be looked up. RFC 5545 sets no limit: a longer one is replaced by its hash, which is the same each time. */
export const boundedUid = (uid: string): string => (uid.length <= maxUid ? uid : `sha256:${hashToken(uid)}`);
