import { z } from 'zod';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { date, idsOf, ifVersion, prose } from '../../../platform/validation/input-rules.ts';

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
    reflection: reflection.nullish(),
    carryOverIds: idsOf('Task', maxCarriedOver).nullish(),
    carryOverTo: date.nullish(),
  })
  .transform((input) => ({
    ...input,
    carryOverIds: input.carryOverIds ?? [],
    carryOverTo: input.carryOverTo ?? currentCalendar().addDays(input.date, 1),
  }))
  .refine(({ date: day, carryOverTo }) => carryOverTo > day, {
    path: ['carryOverTo'],
    message: 'must be after the day that is closed',
  });

export const reopenDayInput = z.object(dayTarget);
