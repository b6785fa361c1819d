import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { chosenId, date, idOf, target } from '../../../platform/validation/input-rules.ts';
import { meetingFilter } from '../meetings/meetings.rules.ts';
import { itemTitle } from '../series/series.rules.ts';

/** The maximum number of items of each kind in a meeting. */
export const maxItems = 100;

export const createMeetingItemInput = z.object({
  id: chosenId('MeetingItem').nullish(),
  meetingId: idOf('Meeting'),
  kind: enumOf('MeetingItemKind'),
  title: itemTitle,
});

export const updateMeetingItemInput = z.object({
  ...target('MeetingItem'),
  title: itemTitle.optional(),
  isDone: z.boolean().optional(),
  afterId: idOf('MeetingItem').nullable().optional(),
});

export const carryOverAgendaItemsInput = z.object({
  id: idOf('Meeting'),
  toMeetingId: idOf('Meeting').nullish(),
});

export const convertMeetingItemToTaskInput = z.object({
  ...target('MeetingItem'),
  scheduledOn: date.nullish(),
  dueOn: date.nullish(),
});

export const meetingItemFilter = defineFilter('MeetingItem', {
  id: { kind: 'id', type: 'MeetingItem', description: 'The id.' },
  kind: { kind: 'enum', name: 'MeetingItemKind', description: 'The kind.' },
  title: { kind: 'text', description: 'The title.' },
  doneAt: { kind: 'instant', nullable: true, description: 'When the item was done. Null while it is open.' },
  carryOverCount: { kind: 'integer', description: 'The number of times the item was carried over.' },
  meetingId: { kind: 'id', type: 'Meeting', description: 'The id of the meeting.' },
  meeting: {
    kind: 'one',
    filter: () => meetingFilter,
    among: active('meeting'),
    description: 'The meeting of the item.',
  },
  createdAt: { kind: 'instant', description: 'When the item was created.' },
  updatedAt: { kind: 'instant', description: 'When the item was last changed.' },
});

export const meetingItemOrder: OrderSpec = {
  name: 'MeetingItem',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    DONE_AT: { column: 'doneAt', nullable: true, description: 'When the item was done.' },
    CARRY_OVER_COUNT: { column: 'carryOverCount', description: 'The number of times the item was carried over.' },
    CREATED_AT: { column: 'createdAt', description: 'When the item was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the item was last changed.' },
  },
};

export type PreparationStatus = 'NOTHING_TO_PREPARE' | 'TODO' | 'IN_PROGRESS' | 'READY';

/** The status of a meeting's preparation, from its preparation items. */
export function preparationStatus(items: readonly Pick<Row<'meetingItem'>, 'doneAt'>[]): PreparationStatus {
  const doneCount = items.filter(({ doneAt }) => doneAt !== null).length;
  if (items.length === 0) return 'NOTHING_TO_PREPARE';
  if (doneCount === items.length) return 'READY';
  return doneCount === 0 ? 'TODO' : 'IN_PROGRESS';
}
