import { z } from 'zod';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date, idsOf, prose } from '../../../platform/validation/input-rules.ts';

/** A day has one to five focus tasks, if it has any: with more, it is a list and not a focus. */
export const maxFocusTasks = 5;
/** Closing a day carries at most this many tasks over. */
const maxCarriedOver = 100;

const dayOrToday = (calendar: Calendar) =>
  date(calendar)
    .nullish()
    .transform((day) => day ?? calendar.today);

export const setDailyFocusInput = (calendar: Calendar) =>
  z.object({
    date: dayOrToday(calendar),
    ifVersion: z.int().nullish(),
    intention: prose(1_000).optional(),
    taskIds: idsOf('Task', maxFocusTasks).optional(),
  });

export const closeDayInput = (calendar: Calendar) =>
  z
    .object({
      date: dayOrToday(calendar),
      ifVersion: z.int().nullish(),
      reflection: prose(10_000).nullish(),
      carryOverIds: idsOf('Task', maxCarriedOver)
        .nullish()
        .transform((ids) => ids ?? []),
      carryOverTo: date(calendar).nullish(),
    })
    .transform((input) => ({ ...input, carryOverTo: input.carryOverTo ?? calendar.addDays(input.date, 1) }))
    .refine(({ date: day, carryOverTo }) => carryOverTo > day, {
      path: ['carryOverTo'],
      message: 'must be after the day that is closed',
    });

export const reopenDayInput = (calendar: Calendar) =>
  z.object({ date: dayOrToday(calendar), ifVersion: z.int().nullish() });
