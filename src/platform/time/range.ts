import { Temporal } from 'temporal-polyfill';

/** Whether a year is one of 1 to 9999, the range of the text forms of dates. */
export const holds = (year: number) => year >= 1 && year <= 9999;
export const [firstDate, lastDate] = ['0001-01-01', '9999-12-31'].map((text) => Temporal.PlainDate.from(text)) as [
  Temporal.PlainDate,
  Temporal.PlainDate,
];
export const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** The nearest date of the years 1 to 9999. */
export function limitDate(date: Temporal.PlainDate): Temporal.PlainDate {
  if (holds(date.year)) return date;
  return date.year < 1 ? firstDate : lastDate;
}

/** The nearest time of the years 1 to 9999, in UTC, of some milliseconds since 1970. */
export const limitInstant = (time: number) => new Date(Math.min(Math.max(time, earliest), latest));

/** A date that is one without a look at the length of its month, and in the range. Nearly all are. */
export const commonDate = /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/;
