import { connectionTypeOf, listArguments } from '../../../graphql/fields/connections.ts';
import { noteSelection, selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { reminderList } from './reminders.access.ts';
import { remindersAbout } from './reminders.loaders.ts';
import { createReminderInput, snoozeReminderInput, updateReminderInput } from './reminders.rules.ts';
import * as reminders from './reminders.service.ts';

/** Reminders: of tasks, meetings and days. */
export function defineReminders(builder: Builder): void {
  const Reminder = builder.prismaNode('Reminder', {
    ...nodeOf(reminderList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      about: t.nodeOf({
        description: 'The task, meeting or energy prompt that it is about. Null if it is about a day or nothing.',
        resolve: ({ aboutId }: Row<'reminder'>) => (aboutId === null ? null : fromGlobalId(aboutId)),
      }),
      date: t.expose('date', { type: 'Date', nullable: true }),
      at: t.expose('at', { type: 'DateTime', nullable: true }),
      minutesBefore: t.exposeInt('minutesBefore', { nullable: true }),
      timeOfDay: t.exposeString('timeOfDay', { nullable: true }),
      isMailed: t.exposeBoolean('isMailed'),
      dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true }),
      firedAt: t.expose('firedAt', { type: 'DateTime', nullable: true }),
      dismissedAt: t.expose('dismissedAt', { type: 'DateTime', nullable: true }),
      snoozedUntil: t.expose('snoozedUntil', { type: 'DateTime', nullable: true }),
    }),
  });

  for (const type of ['Task', 'Meeting'] as const) {
    builder.objectField(builder.modelRef(type as 'Task'), 'reminders', (t) =>
      t.loadable({
        type: connectionTypeOf(builder, builder.modelRef('Reminder')),
        byPath: true,
        description: `The reminders of the ${type.toLowerCase()}, by default what fires next first.`,
        columns: ['id'],
        args: { ...t.arg.connectionArgs(), ...listArguments(builder, reminderList) },
        // Pothos cannot see that a page of ours is a connection of its own.
        load: (ids: string[], ctx, args, info) => {
          const nodeIds = ids.map((id) => toGlobalId(type, id));
          return remindersAbout(ctx, nodeIds, args, selectionOfNodes(ctx, info)) as Promise<never[]>;
        },
        resolve: ({ id }, _args, ctx, info) => {
          noteSelection(ctx, info);
          return id;
        },
      }),
    );
  }

  builder.queryFields((t) => ({
    reminder: t.byId({ type: Reminder, resolve: reminders.getReminder }),
    reminders: t.connectionOf(reminderList, { description: 'Your reminders.', resolve: reminders.listReminders }),
  }));

  const timing = (t: InputFields) => ({
    at: t.field({ type: 'DateTime', description: 'When it fires, in place of the two below.' }),
    minutesBefore: t.int({
      description:
        'How many minutes before the start of the meeting, or the time of the task, it fires. It follows when that moves.',
    }),
    timeOfDay: t.string({
      description:
        'The time at which it fires on the day of the task, of the meeting, or of `date`. It follows likewise.',
    }),
  });
  const details = (t: InputFields) => ({
    title: t.string({ description: 'What to be reminded of. Required for a reminder about nothing.' }),
    isMailed: t.boolean({
      description: 'Whether it is mailed to you as well, if the server sends mail. Default: false.',
    }),
  });
  builder.recordMutation('createReminder', {
    record: Reminder,
    description:
      'Creates a reminder of a task, a meeting, a day, or of nothing but its title. Give one of `at`, `minutesBefore` and ' +
      '`timeOfDay`. While a task has no time, or no day, a reminder that follows it waits for one.',
    rules: createReminderInput,
    input: (t) => ({
      aboutId: t.id({ description: 'The id of the task or meeting that it is about.' }),
      date: t.field({ type: 'Date', description: 'The day that it is about, in place of a task or meeting.' }),
      ...details(t),
      ...timing(t),
    }),
    resolve: reminders.createReminder,
  });
  builder.recordMutation('updateReminder', {
    record: Reminder,
    description: 'Changes a reminder. Another time to fire replaces the one before, and it fires again.',
    rules: updateReminderInput,
    input: (t) => ({ ...details(t), ...timing(t) }),
    resolve: reminders.updateReminder,
  });
  builder.recordMutation('dismissReminder', {
    record: Reminder,
    description: 'Dismisses a reminder, before or after it has fired. It fires again only if what it is about moves.',
    rules: targetInput('Reminder'),
    resolve: reminders.dismissReminder,
  });
  builder.recordMutation('snoozeReminder', {
    record: Reminder,
    description: 'Puts a reminder off: it fires then, also if it has fired or was dismissed.',
    rules: snoozeReminderInput,
    input: (t) => ({ until: t.field({ type: 'DateTime', required: true, description: 'When it fires.' }) }),
    resolve: reminders.snoozeReminder,
  });
}
