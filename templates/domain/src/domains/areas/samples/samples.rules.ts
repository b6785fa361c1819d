import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';

const fields = {
  title: line(200),
  notes: prose(20_000),
};

export const createSampleInput = z.object({
  id: chosenId('Sample').nullish(),
  ...optional(fields),
  title: fields.title,
});

export const updateSampleInput = z.object({
  ...target('Sample'),
  ...optional(fields),
});

export const sampleFilter = defineFilter('Sample', {
  id: { kind: 'id', type: 'Sample', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  createdAt: { kind: 'instant', description: 'When the «sample» was created.' },
  updatedAt: { kind: 'instant', description: 'When the «sample» was last changed.' },
});

export const sampleOrder: OrderSpec = {
  name: 'Sample',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the «sample» was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the «sample» was last changed.' },
  },
};
