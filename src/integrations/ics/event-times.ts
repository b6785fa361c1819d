import { Temporal } from 'temporal-polyfill';
import { UnreadableEventError } from './calendar-syntax-error.ts';
import { type Component, propertyOf, textOf } from './components.ts';
import type { Property } from './content-line.ts';
import { parseDateTime } from './date-times.ts';
import {
  type Duration,
  dayAt,
  type Moment,
  type MomentContext,
  momentAt,
  readDuration,
  readMoment,
} from './moments.ts';

/** Times without a zone are in that of the start of their event. */
export const within = (start: Moment, context: MomentContext): MomentContext =>
  start.isAllDay ? context : { ...context, zone: start.zone };

/** Without an end, an all-day event lasts one day, and any other event has no duration (RFC 5545, section 3.6.1). */
export function timesOf(
  event: Component,
  start: Moment,
  context: MomentContext,
): { start: Moment; duration: Duration } {
  const dtend = propertyOf(event, 'DTEND');
  if (dtend) {
    const end = readMoment(dtend.value, dtend, within(start, context));
    if (isDeclaredAllDay(event) && isMidnight(start) && isMidnight(end)) {
      const [first, last] = [start, end].map(({ wall }) => dayAt(wall.toPlainDate())) as [Moment, Moment];
      return { start: first, duration: durationUntil(first, last) };
    }
    return {
      start,
      duration: durationUntil(start, likeStart(start, end, dtend)),
    };
  }
  const day = isDeclaredAllDay(event) && isMidnight(start) ? dayAt(start.wall.toPlainDate()) : start;
  const property = propertyOf(event, 'DURATION');
  if (!property) return { start: day, duration: { days: day.isAllDay ? 1 : 0, milliseconds: 0 } };
  const duration = readDuration(property.value);
  const days = duration.days + Math.ceil(duration.milliseconds / 86_400_000);
  return { start: day, duration: day.isAllDay ? { days: Math.max(1, days), milliseconds: 0 } : duration };
}

/** The end as a date or a time, as the start is, where it can be told: at midnight. */
function likeStart(start: Moment, end: Moment, dtend: Property): Moment {
  if (start.isAllDay) return isMidnight(end) ? dayAt(end.wall.toPlainDate()) : end;
  const hasTime = parseDateTime(dtend.value)?.time !== null;
  return end.isAllDay && hasTime ? momentAt(end.wall, start.zone) : end;
}

const isMidnight = ({ wall }: Moment) => wall.toPlainTime().equals(new Temporal.PlainTime());

/** Outlook and others write all-day events as times from midnight to midnight, with a property that says what they are. */
const isDeclaredAllDay = (event: Component) =>
  ['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT', 'X-FUNAMBOL-ALLDAY'].some((name) =>
    /^(?:true|1)$/i.test(textOf(event, name).trim()),
  );

/** The exact duration until an end. All occurrences of a series have it, also across clock changes. */
export function durationUntil(start: Moment, end: Moment): Duration {
  if (start.isAllDay !== end.isAllDay) {
    throw new UnreadableEventError('DTSTART and DTEND must both be dates, or both be times.');
  }
  const milliseconds = end.at - start.at;
  if (milliseconds < 0) throw new UnreadableEventError('The event ends before it starts.');
  // Some programs end a one-day event on the same day, though the end is excluded.
  return start.isAllDay ? { days: Math.max(1, milliseconds / 86_400_000), milliseconds: 0 } : { days: 0, milliseconds };
}
