import { z } from 'zod';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date, idsOf, ifVersion, prose } from '../../../platform/validation/input-rules.ts';

/** The maximum number of tasks in the focus of a day. With more, it would be a list and not a focus. */
const maxFocusTasks = 5;
/** The maximum number of tasks that are carried over when a day is closed. */
const maxCarriedOver = 100;

/** The day that a mutation is about, and the version that its focus must be at. A day without a focus has version 0. */
const dayTarget = (calendar: Calendar) => ({
  date: date(calendar)
    .nullish()
    .transform((day) => day ?? calendar.today),
  ifVersion: ifVersion(),
});

export const setDailyFocusInput = (calendar: Calendar) =>
  z.object({
    ...dayTarget(calendar),
    intention: prose(1_000).optional(),
    taskIds: idsOf('Task', maxFocusTasks).optional(),
  });

const reflection = prose(10_000);

/** The rules of a focus as it is stored. */
export const dailyFocusRecord = (calendar: Calendar) => setDailyFocusInput(calendar).extend({ reflection });

export const closeDayInput = (calendar: Calendar) =>
  z
    .object({
      ...dayTarget(calendar),
      reflection: reflection.nullish(),
      carryOverIds: idsOf('Task', maxCarriedOver).nullish(),
      carryOverTo: date(calendar).nullish(),
    })
    .transform((input) => ({
      ...input,
      carryOverIds: input.carryOverIds ?? [],
      carryOverTo: input.carryOverTo ?? calendar.addDays(input.date, 1),
    }))
    .refine(({ date: day, carryOverTo }) => carryOverTo > day, {
      path: ['carryOverTo'],
      message: 'must be after the day that is closed',
    });

export const reopenDayInput = (calendar: Calendar) => z.object(dayTarget(calendar));
