import { Temporal } from 'temporal-polyfill';

/** A date, or a date and a time, as a calendar writes it. */
export interface DateTime {
  date: Temporal.PlainDate;
  /** Null for a date alone. */
  time: Temporal.PlainTime | null;
  /** The offset from UTC in minutes, which a `Z` has too. Null for a local time. */
  offset: number | null;
}

const form =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](?:(\d\d):?(\d\d)?:?(\d\d)?(?:[.,]\d+)?\s*(Z|T|[+-]\d\d(?::?\d\d)?)?)?|Z)?$/i;

/**
 * Parses a date or time: in the basic form of RFC 5545, `20260301T090000Z`, or the extended one of ISO 8601, without seconds, with
 * an offset, or with a T at the end. Null if it is none.
 */
export function parseDateTime(text: string): DateTime | null {
  const [, year, month, day, hour, minute = '0', second = '0', zone] = form.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  try {
    const date = Temporal.PlainDate.from(
      { year: +year, month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    if (hour === undefined) return { date, time: null, offset: null };
    // Midnight at the end of a day, and leap seconds.
    const isNextDay = hour === '24' && Number(minute) === 0 && Number(second) === 0;
    const given = {
      hour: isNextDay ? 0 : Number(hour),
      minute: Number(minute),
      second: Math.min(Number(second), Number(second) === 60 ? 59 : 99),
    };
    const time = Temporal.PlainTime.from(given, { overflow: 'reject' });
    return {
      date: isNextDay ? date.add({ days: 1 }) : date,
      time,
      offset: zone === undefined || /^T$/i.test(zone) ? null : offsetIn(zone),
    };
  } catch {
    return null;
  }
}

/** Parses a date and time without regard to its zone. A date alone is its midnight. Null if it is none. */
export function parseLocalTime(text: string): Temporal.PlainDateTime | null {
  const parsed = parseDateTime(text);
  return parsed ? parsed.date.toPlainDateTime(parsed.time ?? undefined) : null;
}

function offsetIn(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
