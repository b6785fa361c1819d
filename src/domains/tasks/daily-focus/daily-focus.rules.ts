import { z } from 'zod';
import { type Calendar, dayOfWeek } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { date, idsOf, ifVersion, pastDate, prose } from '../../../platform/validation/input-rules.ts';

/** The maximum number of tasks in the focus of a day. With more, it would be a list and not a focus. */
const maxFocusTasks = 5;
/** The maximum number of tasks that are carried over when a day is closed. */
const maxCarriedOver = 100;

/** The day that a mutation is about, and the version that its focus must be at. A day without a focus has version 0. */
const dayTarget = {
  date: date.nullish().transform((day) => day ?? currentCalendar().today),
  ifVersion: ifVersion(),
};

export const setDailyFocusInput = z.object({
  ...dayTarget,
  intention: prose(1_000).optional(),
  taskIds: idsOf('Task', maxFocusTasks).optional(),
});

const reflection = prose(10_000);

/** The rules of a focus as it is stored. */
export const dailyFocusRecord = setDailyFocusInput.extend({ reflection });

export const closeDayInput = z
  .object({
    ...dayTarget,
    date: pastDate.nullish().transform((day) => day ?? currentCalendar().today),
    reflection: reflection.nullish(),
    carryOverIds: idsOf('Task', maxCarriedOver).nullish(),
    carryOverTo: date.nullish(),
  })
  .transform((input) => ({
    ...input,
    carryOverIds: input.carryOverIds ?? [],
    carryOverTo: input.carryOverTo ?? null,
  }))
  .refine(({ date: day, carryOverTo }) => carryOverTo === null || carryOverTo > day, {
    path: ['carryOverTo'],
    message: 'must be after the day that is closed',
  })
  .refine(
    ({ date: day, carryOverTo }) => !carryOverTo || carryOverTo <= day || carryOverTo >= currentCalendar().today,
    {
      path: ['carryOverTo'],
      message: 'must not be in the past',
    },
  );

/**
 * The first working day after a day that is not past. The next such day, if there are no working days.
 * @param workingDays days of the week
 */
export function nextWorkingDay(
  day: string,
  workingDays: readonly string[],
  calendar: Pick<Calendar, 'today' | 'addDays'>,
): string {
  const first = calendar.addDays(day < calendar.today ? calendar.addDays(calendar.today, -1) : day, 1);
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => calendar.addDays(first, days));
  return week.find((one) => workingDays.includes(dayOfWeek(one))) ?? first;
}

export const reopenDayInput = z.object(dayTarget);
