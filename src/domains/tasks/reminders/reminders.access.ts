import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { NodeReference } from '../../../platform/records/node-references.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { reminderFilter, reminderOrder } from './reminders.rules.ts';

/** How reminders are listed, by default what fires next first. */
export const reminderList: ListSpec<'reminder'> = {
  model: 'reminder',
  visibleTo: ownedBy,
  filter: reminderFilter,
  order: reminderOrder,
  defaultOrder: [{ field: 'DUE_AT' }],
};

/** A reminder is deleted together with what it is about. */
export const reminderSubject: NodeReference = { model: 'Reminder', columns: ['aboutId'] };

/** The condition for reminders that fire within some days, or have fired then. Both ends are included. */
export function firingWithin(calendar: Calendar, from: string, to: string) {
  const within = { gte: calendar.startOfDay(from), lt: calendar.endOfDay(to) };
  return { OR: [{ dueAt: within }, { dueAt: null, firedAt: within }] };
}
