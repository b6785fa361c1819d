/** A share, such as 0.815, as `82 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A number with at most one digit behind the point; a dash for none. */
export const decimal = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : String(Math.round(value * 10) / 10);

/** A number of things: `1 prompt`, `2 prompts`. */
export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** A day of the API, such as `2026-11-27`, as a time that charts take: its midnight in UTC. */
export const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day of the API for people: `27 Nov 2026`. */
export const dayText = (day: string): string => format.format(timeOf(day));

/** A value of an enum for people: `NOT_MOVING` as `Not moving`. */
export const enumText = (value: string): string => value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');
