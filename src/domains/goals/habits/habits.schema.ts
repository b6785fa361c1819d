import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import type { DayOfWeek } from '../../../platform/time/calendar.ts';
import { habitList, habitMarkList } from './habits.access.ts';
import {
  checkHabitInput,
  createHabitInput,
  type HabitProgress,
  uncheckHabitInput,
  updateHabitInput,
} from './habits.rules.ts';
import * as habits from './habits.service.ts';

/** Habits: what you want to do on given days of the week or some times a week, and the days on which you did. */
export function defineHabits(builder: Builder): void {
  const MarkKind = builder.modelEnum('HabitMarkKind');
  const Weekday = builder.modelEnum('DayOfWeek');
  const Progress = builder.objectRef<HabitProgress>('HabitProgress').implement({
    description: 'How a habit goes, as of today, or of its last day. It looks back ten years at most.',
    fields: (t) => ({
      streak: t.exposeInt('streak', {
        description:
          'The present streak: for a habit on given days the wanted days on which it was done, else the weeks in which the target ' +
          'was met. A skipped day neither adds nor ends. Today does not end it before it is marked, nor does the present week.',
      }),
      longestStreak: t.exposeInt('longestStreak', { description: 'The longest streak.' }),
      score: t.exposeFloat('score', {
        description:
          'How strong the habit is, from 0 to 1. Each day s = s · m + v · (1 - m), with m = 0.5^(√f / 13) and the wanted frequency f a ' +
          'day; v is 1 if done and 0 if not. Of a habit on given days only these count; of one n times a week, v is the share of the ' +
          'target of the last 14 days that was met. A skipped day leaves it as it is.',
      }),
      weekDoneCount: t.exposeInt('weekDoneCount', {
        description: 'The number of days of the present week on which it was done.',
      }),
    }),
  });
  const Habit = builder.prismaNode('Habit', {
    ...nodeOf(habitList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      notes: t.exposeString('notes'),
      weekdays: t.field({
        type: [Weekday],
        description: 'The days of the week on which you want to do it. Empty if it is some times a week.',
        columns: ['weekdays'],
        resolve: ({ weekdays }) => weekdays as DayOfWeek[],
      }),
      timesPerWeek: t.exposeInt('timesPerWeek', { nullable: true }),
      startsOn: t.expose('startsOn', { type: 'Date' }),
      endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
      goal: t.relation('goal', { nullable: true, description: 'The goal, of the kind HABIT. Null if not given.' }),
      progress: t.loadable({
        type: Progress,
        nullable: true,
        description: 'How it goes. Null if the habit has been deleted meanwhile.',
        columns: ['id'],
        load: (ids: string[], ctx) => habits.progressByHabit(ctx, ids),
        resolve: ({ id }) => id,
      }),
    }),
  });
  const HabitMark = builder.prismaNode('HabitMark', {
    ...nodeOf(habitMarkList.visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      habit: t.relation('habit', { description: 'The habit. It may be in the trash.' }),
      date: t.expose('date', { type: 'Date' }),
      kind: t.expose('kind', { type: MarkKind }),
    }),
  });
  builder.objectField(Habit, 'marks', (t) =>
    t.childConnection(habitMarkList, {
      below: 'habitId',
      description: 'The days that are marked, by default the latest first.',
    }),
  );
  builder.objectField(builder.modelRef('Goal'), 'habits', (t) =>
    t.childConnection(habitList, { below: 'goalId', description: 'The habits of the goal.' }),
  );

  builder.queryFields((t) => ({
    habit: t.byId({ type: Habit, resolve: habits.getHabit }),
    habits: t.connectionOf(habitList, { description: 'Your habits.', resolve: habits.listHabits }),
    habitMark: t.byId({ type: HabitMark, resolve: habits.getHabitMark }),
    habitMarks: t.connectionOf(habitMarkList, {
      description: 'The marked days of your habits.',
      resolve: habits.listHabitMarks,
    }),
  }));

  const details = (t: InputFields) => ({
    notes: t.string({ description: 'Notes about the habit, in Markdown.' }),
    weekdays: t.field({ type: [Weekday], description: 'The days of the week on which you want to do it.' }),
    timesPerWeek: t.int({ description: 'How often a week you want to do it, on any days, in place of `weekdays`.' }),
    startsOn: t.field({ type: 'Date', description: 'The first day. Default: today.' }),
    endsOn: t.field({ type: 'Date', description: 'The last day. Default: no end.' }),
    goalId: t.id({ description: 'The id of its goal, which is of the kind HABIT.' }),
  });
  builder.recordMutation('createHabit', {
    record: Habit,
    description: 'Creates a habit, on given days of the week (`weekdays`) or some times a week (`timesPerWeek`).',
    rules: createHabitInput,
    input: (t) => ({ title: t.string({ required: true, description: 'The habit.' }), ...details(t) }),
    resolve: habits.createHabit,
  });
  builder.recordMutation('updateHabit', {
    record: Habit,
    description: 'Changes a habit. Another schedule holds from the first day on: streaks and score are computed again.',
    rules: updateHabitInput,
    input: (t) => ({ title: t.string({ description: 'The habit.' }), ...details(t) }),
    resolve: habits.updateHabit,
  });
  const day = { type: 'Date', description: 'The day. Default: today.' } as const;
  builder.recordMutation('checkHabit', {
    record: Habit,
    description: 'Marks a day of a habit as done or as skipped. The mark that it had is replaced.',
    rules: checkHabitInput,
    input: (t) => ({
      date: t.field(day),
      kind: t.field({ type: MarkKind, description: 'What was done. Default: DONE.' }),
    }),
    resolve: habits.checkHabit,
  });
  builder.recordMutation('uncheckHabit', {
    record: Habit,
    description: 'Takes the mark of a day of a habit away. A day without one stays as it is.',
    rules: uncheckHabitInput,
    input: (t) => ({ date: t.field(day) }),
    resolve: habits.uncheckHabit,
  });
}
