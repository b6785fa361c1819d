import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';

const fields = { title: line(300), description: prose(20_000) };

export const createMeetingSeriesInput = z.object({
  id: chosenId('MeetingSeries').nullish(),
  title: fields.title,
  description: fields.description.optional(),
});

export const updateMeetingSeriesInput = z.object({
  ...target('MeetingSeries'),
  ...optional(fields),
});

export const meetingSeriesFilter = defineFilter('MeetingSeries', {
  id: { kind: 'id', type: 'MeetingSeries', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  createdAt: { kind: 'instant', description: 'When the series was created.' },
  updatedAt: { kind: 'instant', description: 'When the series was last changed.' },
});

export const meetingSeriesOrder: OrderSpec = {
  name: 'MeetingSeries',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the series was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the series was last changed.' },
  },
};
