import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, line, target } from '../../../platform/validation/input-rules.ts';

/** The maximum number of labels of a node. */
export const maxLabels = 20;

/** The maximum length of a name. */
export const maxLabelLength = 60;

const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'must be a color such as #3b82f6')
  .transform((text) => text.toLowerCase());

export const createLabelInput = z.object({
  id: chosenId('Label').nullish(),
  name: line(maxLabelLength),
  color: color.nullish().transform((given) => given ?? '#64748b'),
});

export const updateLabelInput = z.object({
  ...target('Label'),
  name: line(maxLabelLength).optional(),
  color: color.optional(),
});

export const labelFilter = defineFilter('Label', {
  id: { kind: 'id', type: 'Label', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  createdAt: { kind: 'instant', description: 'When the label was created.' },
  updatedAt: { kind: 'instant', description: 'When the label was last changed.' },
});

export const labelOrder: OrderSpec = {
  name: 'Label',
  fields: {
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the label was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the label was last changed.' },
  },
};
