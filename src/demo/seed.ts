import { createDemoAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { actFor, type Context, type ViewerContext } from '../platform/context.ts';
import type { Row } from '../platform/database/models.ts';
import { createCalendar, type DayOfWeek } from '../platform/time/calendar.ts';
import { transaction } from '../platform/transactions/transaction.ts';
import { halfYear } from './day.ts';
import { liveDay } from './days.ts';
import { createRandom } from './random.ts';
import { makeWorld } from './world.ts';

/** The demo account has plans for two weeks, today among them, and never for longer than it has been there. */
const maxDaysAhead = 14;

/** What the demo is made with. */
export interface SeedOptions {
  /** The same number makes the same half-year again, up to its dates and ids. */
  seed: number;
  /** How many days it has been lived for; however few, what happens once happens within them. */
  days?: number;
  /** Told how far it is. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Writes half a year of an account's life, day by day, through the services and as of each moment, so that every row and
 * its history are as if somebody had lived it. One transaction a day, but for today, which is written last and step by
 * step: so the account's history starts with what was done this morning.
 * @throws ConflictError when there is a demo account already
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
    const live = (own: ViewerContext) =>
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
    if (index === days) await live(owner);
    else await transaction(as(owner, notAfterNow('08:00')), 'seedDemo', live);
    onProgress(done + 1, total);
  }
  return account;
}

/** A context at another moment. */
function at<C extends Context>(ctx: C, now: Date): C {
  return { ...ctx, calendar: createCalendar(now, { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' }) };
}

/** The owner's context at another moment, by their own calendar. */
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
