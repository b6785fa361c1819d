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

export const seriesFilter = defineFilter('MeetingSeries', {
  id: { kind: 'id', type: 'MeetingSeries', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const seriesOrder: OrderSpec = {
  name: 'MeetingSeries',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
