import { z } from 'zod';
import { defineFilter } from '../../platform/filters.ts';
import { chosenId, line, optional, prose, target } from '../../platform/inputs.ts';
import type { OrderSpec } from '../../platform/ordering.ts';

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
  id: { kind: 'id', type: 'Sample', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const sampleOrder: OrderSpec = {
  name: 'Sample',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
