import { Temporal } from 'temporal-polyfill';
import { parseDuration } from './durations.ts';
import { commonDate, earliest, firstDate, holds, lastDate, latest, limitDate, limitInstant } from './range.ts';

/** A person's settings of time. */
export interface CalendarSettings {
  timeZone: string;
  /** The time at which a day starts, `HH:MM`. Until then it is still the day before. */
  dayStartsAt: string;
  weekStartsOn: DayOfWeek;
}

export const daysOfWeek = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type DayOfWeek = (typeof daysOfWeek)[number];

/** The day of the week of a date. */
export const dayOfWeek = (date: string): DayOfWeek =>
  daysOfWeek[Temporal.PlainDate.from(date).dayOfWeek - 1] as DayOfWeek;

/** What a text that is no date, or no moment, must be instead. */
export const notResolved = {
  date: 'must be a date: YYYY-MM-DD, TODAY, or a duration from today such as -P7D',
  instant: 'must be a moment with its offset: YYYY-MM-DDTHH:MM:SSZ, NOW, TODAY, or a duration such as -PT1H',
};

/**
 * Hears how finely the clock was asked for: something was told that is the same at all times of a period. Times are in
 * milliseconds since 1970, `from` included and `until` not.
 */
export type ClockListener = (from: number, until: number) => void;

/** Whether a text is the name of an IANA time zone that this machine knows. */
export function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return !/^[+-]/.test(text);
  } catch {
    return false;
  }
}

const hour = 3_600_000;

/**
 * Dates (`YYYY-MM-DD`) and times as one person means them. Whatever it returns is within the years 1 to 9999, where dates compare
 * as texts do: what would be earlier is the first date or time, and what would be later is the last one.
 *
 * A class, because each request makes two of them, and uses few of their methods.
 */
export class Calendar {
  readonly timeZone: string;
  /** The time at which a day starts, `HH:MM`. */
  readonly dayStartsAt: string;
  /** The first day of a week. */
  readonly weekStartsOn: DayOfWeek;
  readonly #now: Date;
  readonly #listener: ClockListener | undefined;
  /** Computed on demand: most requests never need it. */
  #today: Temporal.PlainDate | undefined;

  constructor(now: Date, { timeZone, dayStartsAt, weekStartsOn }: CalendarSettings, listener?: ClockListener) {
    this.timeZone = timeZone;
    this.dayStartsAt = dayStartsAt;
    this.weekStartsOn = weekStartsOn;
    this.#now = now;
    this.#listener = listener;
  }

  /** The moment of the request. */
  get now(): Date {
    return this.#moment();
  }

  /** The start of the present minute, for what need not be finer: answers that use it hold until the next one. */
  get minute(): Date {
    return this.#moment(60_000);
  }

  /** The person's present date. */
  get today(): string {
    return limitDate(this.#presentDate()).toString();
  }

  /** Whether it is a moment's time, or later. Asks less of the clock than `now` does. */
  hasCome(moment: Date): boolean {
    const time = moment.getTime();
    const isPast = time <= this.#now.getTime();
    this.#listener?.(isPast ? time : Number.NEGATIVE_INFINITY, isPast ? Number.POSITIVE_INFINITY : time);
    return isPast;
  }

  /** The calendar of the same moment by other settings. */
  by(settings: CalendarSettings): Calendar {
    return new Calendar(this.#now, settings, this.#listener);
  }

  /** The same calendar, of which a listener hears each use of the clock. */
  heard(listener: ClockListener): Calendar {
    return new Calendar(this.#now, this, listener);
  }

  /** Resolves `2026-11-23`, `TODAY`, or a duration from today such as `-P7D` or `P1W`. Null if it is none of these. */
  resolveDate(text: string): string | null {
    if (text === 'TODAY') return this.today;
    if (commonDate.test(text)) return text;
    try {
      const duration = parseDuration(text);
      if (duration) {
        const date = this.#presentDate().add(duration);
        return holds(date.year) ? date.toString() : null;
      }
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
      const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
      return holds(date.year) ? date.toString() : null;
    } catch {
      return null;
    }
  }

  /** Resolves `2026-11-23T09:00:00+01:00`, `NOW`, `TODAY` (its start), or a duration from now such as `-PT90M`; else null. */
  resolveInstant(text: string): Date | null {
    if (text === 'NOW') return this.now;
    if (text === 'TODAY') return limitInstant(this.#startOf(this.#presentDate()));
    try {
      const duration = parseDuration(text);
      if (duration) {
        const time = this.#zonedAt(this.now.getTime()).add(duration).epochMilliseconds;
        return time >= earliest && time <= latest ? new Date(time) : null;
      }
      if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i.test(text)) return null;
      const instant = new Date(Temporal.Instant.from(text).epochMilliseconds);
      return holds(instant.getUTCFullYear()) ? instant : null;
    } catch {
      return null;
    }
  }

  /** When a day starts. */
  startOfDay(date: string): Date {
    const day = Temporal.PlainDate.from(date);
    return day.equals(firstDate) ? new Date(earliest) : limitInstant(this.#startOf(day));
  }

  /** When a day ends, which is when the next one starts. */
  endOfDay(date: string): Date {
    const day = Temporal.PlainDate.from(date);
    return day.equals(lastDate) ? new Date(latest) : limitInstant(this.#startOf(day.add({ days: 1 })));
  }

  /** The day of a time: the `date` with startOfDay(date) <= instant < endOfDay(date). */
  dayOf(instant: Date): string {
    return limitDate(this.#dateOf(instant)).toString();
  }

  /** The hour of a time, by the person's clock. */
  hourOf(instant: Date): { start: Date; end: Date } {
    const time = instant.getTime();
    const zoned = this.#zonedAt(time);
    const offset = zoned.offsetNanoseconds / 1_000_000;
    const isOther = (moment: number) => this.#zonedAt(moment).offsetNanoseconds !== zoned.offsetNanoseconds;
    const sinceHour = (((time + offset) % hour) + hour) % hour;
    let start = time - sinceHour;
    let end = start + hour;
    if (isOther(start)) start = this.#zonedAt(time + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? start;
    if (isOther(end - 1)) end = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? end;
    return { start: limitInstant(start), end: limitInstant(end) };
  }

  /** The time of the clock, `HH:MM`. */
  timeOf(instant: Date): string {
    return this.#zonedAt(instant.getTime()).toPlainTime().toString({ smallestUnit: 'minute' });
  }

  /**
   * When the clock shows a time (`HH:MM`) on a day: past midnight, if the time is before the start of the day. A time that the clocks
   * skip is moved forward by as much as they are; of one that they show twice, it is the first (RFC 5545, section 3.3.5).
   * @param ofTwo the time to take of one that they show twice. Default: the first
   */
  timeOn(date: string, plainTime: string, ofTwo: 'FIRST' | 'SECOND' = 'FIRST'): Date {
    const day = Temporal.PlainDate.from(date).add({ days: plainTime < this.dayStartsAt ? 1 : 0 });
    const disambiguation = ofTwo === 'FIRST' ? 'compatible' : 'later';
    const at = day.toPlainDateTime(plainTime).toZonedDateTime(this.timeZone, { disambiguation });
    return limitInstant(at.epochMilliseconds);
  }

  /** The same time of day on another day. */
  moveTo(instant: Date, date: string): Date {
    const days = this.#dateOf(instant).until(Temporal.PlainDate.from(date)).days;
    return limitInstant(this.#zonedAt(instant.getTime()).add({ days }).epochMilliseconds);
  }

  /** The date some days later, or earlier if `days` is negative. */
  addDays(date: string, days: number): string {
    return limitDate(Temporal.PlainDate.from(date).add({ days })).toString();
  }

  /** The days from one date to another. Negative if that is before it. */
  daysBetween(from: string, to: string): number {
    return (Date.parse(to) - Date.parse(from)) / (24 * hour);
  }

  /** The dates from one to another, both included. Empty if the first is after the last. */
  datesBetween(from: string, to: string): string[] {
    const first = Temporal.PlainDate.from(from);
    const count = first.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1;
    return Array.from({ length: Math.max(0, count) }, (_, days) => first.add({ days }).toString());
  }

  /** The first day of the week of a date. */
  startOfWeek(date: string): string {
    const day = Temporal.PlainDate.from(date);
    const firstOfWeek = daysOfWeek.indexOf(this.weekStartsOn);
    return limitDate(day.subtract({ days: (day.dayOfWeek - 1 - firstOfWeek + 7) % 7 })).toString();
  }

  /** The present moment, rounded down to a multiple of some milliseconds. */
  #moment(grain = 1): Date {
    const start = Math.floor(this.#now.getTime() / grain) * grain;
    this.#listener?.(start, start + grain);
    return new Date(start);
  }

  #presentDate(): Temporal.PlainDate {
    this.#today ??= this.#dateOf(this.#now);
    this.#listener?.(this.#startOf(this.#today), this.#startOf(this.#today.add({ days: 1 })));
    return this.#today;
  }

  #startOf(date: Temporal.PlainDate): number {
    return date.toZonedDateTime({ timeZone: this.timeZone, plainTime: this.dayStartsAt }).epochMilliseconds;
  }

  #zonedAt(time: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(this.timeZone);
  }

  #dateOf(instant: Date): Temporal.PlainDate {
    const time = instant.getTime();
    let date = this.#zonedAt(time).toPlainDate();
    // More than one step only past a date that the clocks skipped, whose start falls on the next date.
    while (time < this.#startOf(date)) date = date.subtract({ days: 1 });
    // Where clocks go back across midnight, a date can contain a time after its own end.
    for (let next = date.add({ days: 1 }); time >= this.#startOf(next); next = date.add({ days: 1 })) date = next;
    return date;
  }
}

/** The calendar of a person, as of `now`. */
export const createCalendar = (now: Date, settings: CalendarSettings): Calendar => new Calendar(now, settings);
