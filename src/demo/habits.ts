import { checkHabit, createHabit, habitsByDay } from '../domains/goals/habits/habits.service.ts';
import type { DayOfWeek } from '../platform/time/calendar.ts';
import type { DemoDay } from './day.ts';
import type { World } from './world.ts';

interface HabitText {
  readonly title: string;
  readonly notes: string;
  /** The title of its goal. */
  readonly goal?: string;
  readonly weekdays?: readonly DayOfWeek[];
  readonly timesPerWeek?: number;
}

const habits: readonly HabitText[] = [
  {
    title: 'Read twenty pages',
    notes: 'On paper, with a pencil.',
    goal: 'Read twelve books',
    timesPerWeek: 4,
  },
  {
    title: 'Walk before the first meeting',
    notes: 'Around the block counts.',
    weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  },
  {
    title: 'Write for half an hour',
    notes: 'Before the mail.',
    goal: 'Write every week',
    weekdays: ['MONDAY', 'WEDNESDAY', 'FRIDAY'],
  },
];

/** Starts the habits on the first day, and keeps them on most days. On a few days in two months, they are skipped: holidays. */
export async function keepHabits(day: DemoDay, world: World): Promise<void> {
  const ctx = day.at('21:30');
  if (day.index === 0) {
    for (const { goal, weekdays = [], ...habit } of habits) {
      const goalId = world.goals.find(({ title }) => title === goal)?.id ?? null;
      await createHabit(ctx, { ...habit, weekdays: [...weekdays], startsOn: day.date, goalId });
    }
  }
  const [ofDay = []] = await habitsByDay(ctx, [day.date]);
  const isHoliday = day.index % 60 >= 40 && day.index % 60 < 45;
  for (const [index, { habit, isWanted }] of ofDay.entries()) {
    const isDone = (day.index * 7 + index * 3) % 10 < (habit.timesPerWeek === null ? 8 : 6);
    if (!isWanted || !(isHoliday || isDone)) continue;
    await checkHabit(ctx, { id: habit.id, date: day.date, kind: isHoliday ? 'SKIP' : 'DONE' });
  }
}
