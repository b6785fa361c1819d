import { Temporal } from 'temporal-polyfill';

/** How someone divides time: where they are, when their day starts, and with which day their week starts. */
export interface CalendarSettings {
  timeZone: string;
  /** `HH:MM`; until then it is still yesterday. */
  dayStartsAt: string;
  weekStartsOn: DayOfWeek;
}

export const daysOfWeek = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type DayOfWeek = (typeof daysOfWeek)[number];

/** Dates (`YYYY-MM-DD`) and moments as one person means them. */
export interface Calendar {
  readonly timeZone: string;
  readonly now: Date;
  /** The date it is for this person. */
  readonly today: string;
  /** `2026-11-23`, `TODAY`, or a duration from today such as `-P7D` or `P1W`; null when it is none of these. */
  resolveDate(text: string): string | null;
  /** `2026-11-23T09:00:00+01:00`, `NOW`, `TODAY` (its start) or a duration from now such as `-PT90M`; else null. */
  resolveInstant(text: string): Date | null;
  /** The moment a day starts. */
  startOfDay(date: string): Date;
  /** The day that a moment belongs to: the `date` with startOfDay(date) <= instant < startOfDay(the next). */
  dayOf(instant: Date): string;
  /** The hour, by this person's clock, that a moment falls into. */
  hourOf(instant: Date): { start: Date; end: Date };
  /** A date some days later; earlier when negative. */
  addDays(date: string, days: number): string;
  /** The first day of the week that a date is in. */
  startOfWeek(date: string): string;
}

/** Whether a text names an IANA time zone known to this machine. */
export function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return !/^[+-]/.test(text);
  } catch {
    return false;
  }
}

/** The duration in a text such as `-P7D`, or null. */
function parseDuration(text: string): Temporal.Duration | null {
  if (!/^[+-]?P(?=\d|T\d)[\dYMWDTHS]+$/.test(text)) return null;
  try {
    return Temporal.Duration.from(text);
  } catch {
    return null;
  }
}

/** Dates and moments within the years 1 to 9999, which is what their text forms can hold. */
const holds = (year: number) => year >= 1 && year <= 9999;

/** The calendar of one person at one moment. */
export function createCalendar(now: Date, settings: CalendarSettings): Calendar {
  const { timeZone } = settings;
  const plainTime = Temporal.PlainTime.from(settings.dayStartsAt);
  const firstOfWeek = daysOfWeek.indexOf(settings.weekStartsOn);

  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;

  function dayOf(instant: Date): Temporal.PlainDate {
    const date = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
    if (instant.getTime() < startOf(date)) return date.subtract({ days: 1 });
    // Only where clocks go back across midnight does a date hold a moment that is past its own end.
    const next = date.add({ days: 1 });
    return instant.getTime() >= startOf(next) ? next : date;
  }

  const today = dayOf(now);

  return {
    timeZone,
    now,
    today: today.toString(),
    resolveDate(text) {
      if (text === 'TODAY') return today.toString();
      try {
        const duration = parseDuration(text);
        if (duration) {
          const date = today.add(duration);
          return holds(date.year) ? date.toString() : null;
        }
        if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
        const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
        return holds(date.year) ? date.toString() : null;
      } catch {
        return null;
      }
    },
    resolveInstant(text) {
      if (text === 'NOW') return now;
      if (text === 'TODAY') return new Date(startOf(today));
      try {
        const duration = parseDuration(text);
        if (duration) {
          const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime())
            .toZonedDateTimeISO(timeZone)
            .add(duration);
          return holds(moment.year) ? new Date(moment.epochMilliseconds) : null;
        }
        if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i.test(text)) return null;
        const instant = new Date(Temporal.Instant.from(text).epochMilliseconds);
        return holds(instant.getUTCFullYear()) ? instant : null;
      } catch {
        return null;
      }
    },
    startOfDay: (date) => new Date(startOf(Temporal.PlainDate.from(date))),
    dayOf: (instant) => dayOf(instant).toString(),
    hourOf(instant) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
      const start = zoned.round({ smallestUnit: 'hour', roundingMode: 'floor' });
      return { start: new Date(start.epochMilliseconds), end: new Date(start.add({ hours: 1 }).epochMilliseconds) };
    },
    addDays: (date, days) => Temporal.PlainDate.from(date).add({ days }).toString(),
    startOfWeek(date) {
      const day = Temporal.PlainDate.from(date);
      return day.subtract({ days: (day.dayOfWeek - 1 - firstOfWeek + 7) % 7 }).toString();
    },
  };
}
