import { z } from 'zod';
import { fromGlobalId } from '../../../platform/database/global-ids.ts';
import { defineFilter, type Filter } from '../../../platform/queries/filters.ts';
import type { Order, OrderSpec } from '../../../platform/queries/sort-order.ts';
import { grouped } from '../../../platform/text/english.ts';
import { chosenId, line, optional, target } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

/** The maximum length of the JSON of a filter, and the maximum number of terms of an order. */
const max = { filter: 20_000, terms: 10 };

/** The id in a reference to a saved filter. Null if it is a name: no name looks like the id of one. */
export function idIn(idOrName: string): string | null {
  const id = fromGlobalId(idOrName);
  return id?.type === 'SavedFilter' ? id.id : null;
}

const name = line(100).refine((text) => idIn(text) === null, 'must not be the id of a saved filter');

const isShort = (filter: unknown) => JSON.stringify(filter).length <= max.filter;
const tooLong = `must have at most ${grouped(max.filter)} characters as JSON`;

const fields = {
  name,
  // GraphQL has checked its form, and the service checks the rest.
  filter: describeRule(z.looseObject({}).refine(isShort, tooLong) as unknown as z.ZodType<Filter>, {
    limits: 'At most 20,000 characters as JSON.',
  }),
  orderBy: describeRule(z.array(z.custom<Order>()).max(max.terms, `must be at most ${max.terms}`), {
    limits: `At most ${max.terms}.`,
  }),
};

export const createSavedFilterInput = z.object({
  id: chosenId('SavedFilter').nullish(),
  ...optional(fields),
  name,
});

export const updateSavedFilterInput = z.object({ ...target('SavedFilter'), ...optional(fields) });

/** The rules of a saved filter as it is stored. What the schema does not understand is shown as a problem, not refused. */
export const savedFilterRecord = z.object({
  name,
  filter: z.record(z.string(), z.json()).refine(isShort, tooLong),
  orderBy: z.array(z.json()).max(max.terms),
});

export const savedFilterFilter = defineFilter('SavedFilter', {
  id: { kind: 'id', type: 'SavedFilter', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  createdAt: { kind: 'instant', description: 'When the saved filter was created.' },
  updatedAt: { kind: 'instant', description: 'When the saved filter was last changed.' },
});

export const savedFilterOrder: OrderSpec = {
  name: 'SavedFilter',
  fields: {
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the saved filter was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the saved filter was last changed.' },
  },
};
