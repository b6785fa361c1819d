import type { Domain } from '../../../domain.ts';
import { habitDocument } from './habits.documents.ts';
import { habitMarkRecord, habitRecord } from './habits.rules.ts';
import { defineHabits } from './habits.schema.ts';

/** Habits, and the days on which they were done. */
export const habits: Domain = {
  schema: defineHabits,
  recordRules: { Habit: habitRecord, HabitMark: habitMarkRecord },
  searchDocuments: [habitDocument],
};
