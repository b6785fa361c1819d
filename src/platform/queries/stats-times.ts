import { Prisma } from '../../generated/sqlite/client.ts';
import type { Engine } from '../database/location.ts';
import { toSqlite } from '../database/sqlite-values.ts';
import { type Calendar, daysOfWeek } from '../time/calendar.ts';
import type { Bucket } from '../time/periods.ts';
import { clockShifts, dayShifts, type Shift } from '../time/time-shifts.ts';

/*
 * Times in SQL, by a person's calendar: which period, hour of the clock and day of the week they are in. The database adds what
 * src/platform/time/time-shifts.ts says to a time in UTC, and does the rest by its functions of dates.
 */

/** What a time can be grouped by, apart from periods. */
export type Clock = 'WEEKDAY' | 'HOUR_OF_DAY';

/** A column of dates, or of times with the years that they are in. */
export interface TimeColumn {
  readonly sql: Prisma.Sql;
  /** The years in UTC of the times, in ascending order. Null for dates. */
  readonly years: readonly number[] | null;
}

/** A date or a time, shifted. */
interface Shifted {
  readonly of: Prisma.Sql;
  /** The seconds that are added. Null for dates. */
  readonly seconds: Prisma.Sql | null;
}

const raw = Prisma.raw;

/** A text that is the same for all times of a period, and different for all others. Null for a time that is null. */
export function periodLabel(engine: Engine, time: TimeColumn, bucket: Bucket, calendar: Calendar): Prisma.Sql {
  if (bucket !== 'HOUR') {
    return engine === 'sqlite'
      ? sqliteDays(onDays(time, calendar), bucket, calendar)
      : postgresqlDays(onDays(time, calendar), bucket, calendar);
  }
  const { of, seconds } = onClock(time, calendar);
  // An hour that the clock shows twice is two, with two offsets.
  return engine === 'sqlite'
    ? Prisma.sql`strftime('%Y-%m-%dT%H', ${of}, ${modifier(seconds)}) || ${seconds ?? raw("''")}`
    : Prisma.sql`to_char(${moved(of, seconds)}, 'YYYY-MM-DD"T"HH24') || CAST(${seconds ?? raw('0')} AS TEXT)`;
}

/** The number of the day of the week, from 0 (Monday), or of the hour, 0 to 23. */
export function clockLabel(engine: Engine, time: TimeColumn, clock: Clock, calendar: Calendar): Prisma.Sql {
  const { of, seconds } = clock === 'WEEKDAY' ? onDays(time, calendar) : onClock(time, calendar);
  if (engine === 'sqlite') {
    const read = (format: string) =>
      Prisma.sql`CAST(strftime(${raw(`'${format}'`)}, ${of}, ${modifier(seconds)}) AS INTEGER)`;
    return clock === 'WEEKDAY' ? Prisma.sql`(${read('%w')} + 6) % 7` : read('%H');
  }
  const at = moved(of, seconds);
  return clock === 'WEEKDAY'
    ? Prisma.sql`CAST(EXTRACT(ISODOW FROM ${at}) AS INTEGER) - 1`
    : Prisma.sql`CAST(EXTRACT(HOUR FROM ${at}) AS INTEGER)`;
}

const onDays = ({ sql, years }: TimeColumn, calendar: Calendar): Shifted => ({
  of: sql,
  seconds: years && secondsFor(sql, dayShifts(calendar, years)),
});

const onClock = ({ sql, years }: TimeColumn, calendar: Calendar): Shifted => ({
  of: sql,
  seconds: years && secondsFor(sql, clockShifts(calendar, years)),
});

/** The shift of a time, found by halving: a few comparisons, however many shifts there are. */
function secondsFor(at: Prisma.Sql, shifts: readonly Shift[]): Prisma.Sql {
  const [first] = shifts;
  if (shifts.length <= 1) return raw(String(first?.seconds ?? 0));
  const middle = Math.floor(shifts.length / 2);
  // Texts of one form compare as times do. PostgreSQL reads the text as a time.
  const from = toSqlite(new Date(shifts[middle]?.from ?? 0), undefined);
  const [before, after] = [secondsFor(at, shifts.slice(0, middle)), secondsFor(at, shifts.slice(middle))];
  return Prisma.sql`CASE WHEN ${at} < ${raw(`'${String(from)}'`)} THEN ${before} ELSE ${after} END`;
}

const modifier = (seconds: Prisma.Sql | null) =>
  seconds ? Prisma.sql`(${seconds}) || ' seconds'` : raw("'+0 seconds'");

function sqliteDays({ of, seconds }: Shifted, bucket: Exclude<Bucket, 'HOUR'>, { weekStartsOn }: Calendar): Prisma.Sql {
  const read = (format: string, ...modifiers: string[]) =>
    Prisma.sql`strftime(${raw(`'${format}'`)}, ${of}, ${modifier(seconds)}${raw(modifiers.map((one) => `, '${one}'`).join(''))})`;
  // Dates are texts, whose parts take less time to read than the functions of dates do.
  const part = (from: number, length: number) => Prisma.sql`substr(${of}, ${raw(`${from}, ${length}`)})`;
  switch (bucket) {
    case 'DAY':
      return seconds ? read('%Y-%m-%d') : of;
    case 'WEEK':
      // Sunday is 0.
      return read('%Y-%m-%d', '-6 days', `weekday ${(daysOfWeek.indexOf(weekStartsOn) + 1) % 7}`);
    case 'MONTH':
      return seconds ? read('%Y-%m') : part(1, 7);
    case 'QUARTER':
      return seconds
        ? Prisma.sql`${read('%Y')} || ((${read('%m')} + 2) / 3)`
        : Prisma.sql`${part(1, 4)} || ((${part(6, 2)} + 2) / 3)`;
    case 'YEAR':
      return seconds ? read('%Y') : part(1, 4);
  }
}

function postgresqlDays(
  { of, seconds }: Shifted,
  bucket: Exclude<Bucket, 'HOUR'>,
  { weekStartsOn }: Calendar,
): Prisma.Sql {
  const at = moved(of, seconds);
  if (bucket !== 'WEEK') return Prisma.sql`CAST(date_trunc(${raw(`'${bucket.toLowerCase()}'`)}, ${at}) AS TEXT)`;
  const first = raw(String(daysOfWeek.indexOf(weekStartsOn) + 1));
  return Prisma.sql`CAST(CAST(${at} AS DATE) - (CAST(EXTRACT(ISODOW FROM ${at}) AS INTEGER) - ${first} + 7) % 7 AS TEXT)`;
}

/** A time of PostgreSQL, moved by seconds. */
const moved = (of: Prisma.Sql, seconds: Prisma.Sql | null) =>
  seconds ? Prisma.sql`(${of} + (${seconds}) * INTERVAL '1 second')` : Prisma.sql`CAST(${of} AS TIMESTAMP)`;
