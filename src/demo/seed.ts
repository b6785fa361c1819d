import { createDemoAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { actFor, type Context, type ViewerContext } from '../platform/context.ts';
import type { Row } from '../platform/database/models.ts';
import { createCalendar, type DayOfWeek } from '../platform/time/calendar.ts';
import { transaction } from '../platform/transactions/transaction.ts';
import { halfYear } from './day.ts';
import { liveDay } from './days.ts';
import { createRandom } from './random.ts';
import { makeWorld } from './world.ts';

/** The number of days with plans, including today. Limited to the number of past days. */
const maxDaysAhead = 14;

interface SeedOptions {
  /** The seed of the random numbers. The same seed makes the same data, except for dates and ids. */
  seed: number;
  /** The number of past days. Default: half a year. Events with a fixed point in the half-year happen even if it is short. */
  days?: number;
  /** Called with the number of days that are done, and of all. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Creates the demo account with half a year of data. Calls the services as of each time, so records and history are as if a person
 * had created them. Each day is one transaction. Today is written last, in separate transactions, so that the latest change sets
 * are small.
 * @throws ConflictError if the demo account exists
 */
export async function seedDemo(
  ctx: Context,
  { seed, days = halfYear, onProgress }: SeedOptions,
): Promise<Row<'account'>> {
  const random = createRandom(seed);
  const { now } = ctx.calendar;
  const started = new Date(now.getTime() - days * 86_400_000);
  const account = await createDemoAccount(at(ctx, started));
  const owner = actFor(ctx, account);
  const { calendar } = owner;
  const first = calendar.addDays(calendar.today, -days);
  const world = await transaction(as(owner, started), 'seedDemo', (tx) => makeWorld(tx, random));

  const daysAhead = Math.min(maxDaysAhead, days);
  const total = days + daysAhead;
  const past = Array.from({ length: days }, (_, index) => index);
  const ahead = Array.from({ length: daysAhead - 1 }, (_, index) => days + 1 + index);
  for (const [done, index] of [...past, ...ahead, days].entries()) {
    const date = calendar.addDays(first, index);
    const moment = (time: string) => momentOf(owner, date, time);
    const notAfterNow = (time: string) => new Date(Math.min(moment(time).getTime(), now.getTime()));
    const createDay = (own: ViewerContext) =>
      liveDay(
        {
          index,
          days,
          date,
          weekday: 1 + ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7),
          when: index < days ? 'PAST' : index === days ? 'TODAY' : 'AHEAD',
          moment,
          at: (time) => as(own, notAfterNow(time)),
        },
        world,
        random,
      );
    if (index === days) await createDay(owner);
    else await transaction(as(owner, notAfterNow('08:00')), 'seedDemo', createDay);
    onProgress(done + 1, total);
  }
  return account;
}

/** The same context at another time. */
function at<C extends Context>(ctx: C, now: Date): C {
  return { ...ctx, calendar: createCalendar(now, { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' }) };
}

/** The owner's context at another time, with the owner's calendar. */
function as<C extends ViewerContext>(ctx: C, now: Date): C {
  const { timeZone, dayStartsAt, weekStartsOn } = ctx.viewer.account;
  return { ...ctx, calendar: createCalendar(now, { timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek }) };
}

/** A time of a day, by the owner's clock. */
function momentOf({ calendar, viewer }: ViewerContext, date: string, time: string): Date {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const sinceStart = minutes(time) - minutes(viewer.account.dayStartsAt);
  return new Date(calendar.startOfDay(date).getTime() + sinceStart * 60_000);
}
