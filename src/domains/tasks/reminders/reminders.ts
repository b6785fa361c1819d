import type { Domain } from '../../../domain.ts';
import { reminderSubject } from './reminders.access.ts';
import { reminderDocument } from './reminders.documents.ts';
import { reminderRecord } from './reminders.rules.ts';
import { defineReminders } from './reminders.schema.ts';
import {
  enqueueFiring,
  fireReminders,
  followClock,
  followMeetings,
  followTasks,
  mailReminders,
  pushReminders,
  renewRestored,
  renewUndone,
} from './reminders.writers.ts';

/** Reminders of tasks, meetings and days, which fire once. */
export const reminders: Domain = {
  schema: defineReminders,
  recordRules: { Reminder: reminderRecord },
  searchDocuments: [reminderDocument],
  nodeReferences: [reminderSubject],
  beforeCommit: [
    { model: 'task', beforeCommit: followTasks },
    { model: 'meeting', beforeCommit: followMeetings },
    { model: 'account', beforeCommit: followClock },
    { model: 'reminder', beforeCommit: renewRestored },
  ],
  afterUndo: [{ models: ['reminder'], afterUndo: renewUndone }],
  jobs: { fireReminders, mailReminders, pushReminders },
  afterChanges: enqueueFiring,
};
